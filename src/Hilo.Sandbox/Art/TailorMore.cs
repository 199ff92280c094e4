namespace Hilo.Sandbox.Art;

internal sealed partial class Tailor
{
    private const string Pullover = "M148 90c-22 8-46 18-60 34-20 26-38 150-42 228l44 8 20-128 2 158c46 10 130 10 176 0l2-158 20 128 44-8c-4-78-22-202-42-228-14-16-38-26-60-34-20 20-84 20-104 0z";

    private void LongSleeve()
    {
        Cloth(Pullover, fabric);
        if (pattern == Pattern.Stripes) Line(Rules(upright: false, 140, 394, 28, "h400"), accent, 9, clip: Pullover, round: false);
        if (pattern == Pattern.Print) Sun(200, 230);
        Patch("M148 90c20 20 84 20 104 0l-7-6c-18 15-72 15-90 0z", dark);
        Line("M144 96c20 23 92 23 112 0", darker, 1.6, .45);
        Patch("M110 236l-3-66c7 22 10 44 10 66zM290 236l3-66c-7 22-10 44-10 66z", darker, .35);
        Line("M140 262c8 40 8 84 2 122M262 290c8 34 10 66 8 96", darker, 4, .12);
        Patch("M46 344l44 8-1 8-43-8zM354 344l-44 8 1 8 43-8z", dark);
        Stitch("M114 384c46 8 126 8 172 0M48 340l42 8M352 340l-42 8");
    }

    private void Sweatshirt()
    {
        Cloth(Pullover, fabric);
        Patch("M148 90c20 24 84 24 104 0l-8-8c-18 18-70 18-88 0z", dark);
        Line("M143 97c20 28 94 28 114 0", darker, 1.6, .4);
        Patch("M186 117h28l-14 26z", dark, .8);
        Stitch("M185 119l15 26 15-26M150 104c-14 20-26 44-36 70M250 104c14 20 26 44 36 70");
        Patch("M112 366c46 8 130 8 176 0v24c-46 10-130 10-176 0zM46 334l44 8-1 18-43-8zM354 334l-44 8 1 18 43-8z", dark);
        Line(Rules(upright: true, 116, 284, 7, "364v34"), darker, 1.6, .45, "M112 366c46 8 130 8 176 0v24c-46 10-130 10-176 0z", round: false);
        Patch("M110 236l-3-66c7 22 10 44 10 66zM290 236l3-66c-7 22-10 44-10 66z", darker, .35);
        Line("M132 270c6 30 6 60 2 88M268 270c-6 30-6 60-2 88", darker, 4, .12);
        Stitch("M113 361c46 8 128 8 174 0");
    }

    private void Turtleneck()
    {
        const string collar = "M150 98c-4-26 0-44 10-52 22-8 58-8 80 0 10 8 14 26 10 52-20 20-80 20-100 0z";
        Sweater();
        Cloth(collar, dark);
        Line(Rules(upright: true, 152, 250, 7, "40v80"), darker, 1.8, .40, collar, round: false);
        Line("M150 82c20 18 80 18 100 0", darker, 2, .5, collar);
        Patch("M162 47c20-8 56-8 76 0-10 8-66 8-76 0z", darker);
    }

    private void Puffer()
    {
        const string body = "M150 92c-24 6-50 16-62 34-22 28-38 146-40 224 14 8 30 10 46 8l18-120 2 138c0 8 4 12 12 14 46 8 104 8 148 0 8-2 12-6 12-14l2-138 18 120c16 2 32 0 46-8-2-78-18-196-40-224-12-18-38-28-62-34-20 14-80 14-100 0z";
        const string collar = "M150 96c0-22 8-36 20-42 18-8 42-8 60 0 12 6 20 20 20 42-18 18-82 18-100 0z";
        Cloth(body, fabric);
        for (var y = 132; y <= 360; y += 36)
        {
            Line($"M30 {y + 8}c50 12 110 12 170 2 60 10 120 10 170-2", light, 9, .30, body);
            Line($"M30 {y}c50 12 110 12 170 2 60 10 120 10 170-2", darker, 5, .38, body);
        }
        Patch("M110 250l-4-80c9 24 12 52 12 80zM290 250l4-80c-9 24-12 52-12 80z", darker, .40);
        Cloth(collar, dark);
        Line("M154 76c20 14 72 14 92 0", darker, 4, .4, collar);
        Patch("M170 55c20-7 40-7 60 0-10 9-50 9-60 0z", darker);
        Line("M200 66v320", darker, 7, .8, round: false);
        Stitch("M200 72v310");
        Patch("M196 96h8l2 22h-12z", accent);
        Line("M142 286l-14 48M258 286l14 48", darker, 6, .6);
        Stitch("M142 286l-14 48M258 286l14 48");
        Patch("M236 166h34v18h-34z", accent, .9);
    }

    private void Parka()
    {
        const string body = "M150 92c-22 8-48 14-60 32-20 26-36 150-40 232l42 8 20-128v200c50 10 126 10 176 0V236l20 128 42-8c-4-82-20-206-40-232-12-18-38-24-60-32-20 22-80 22-100 0z";
        const string hood = "M140 100c4-40 30-54 60-54s56 14 60 54c-14 38-36 50-60 50s-46-12-60-50z";
        Cloth(body, fabric);
        Cloth(hood, Rubber.Mix(fabric, .45));
        Fur(200, Rubber.Mix(fabric, .25));
        Patch("M158 98c6-22 22-32 42-32s36 10 42 32c-10 24-26 34-42 34s-32-10-42-34z", darker);
        Patch("M186 148h28v294h-28z", dark, .75);
        Stitch("M188 150v288M212 150v288");
        for (var y = 172; y <= 412; y += 48) Button(200, y, 4.5, Metal);
        Line("M112 252c50 8 126 8 176 0", darker, 4, .5, body);
        Stitch("M112 247c50 8 126 8 176 0M112 258c50 8 126 8 176 0");
        Line("M184 257l-6 34M216 257l6 34", light.Mix(Colour.White, .3), 3);
        Patch("M124 306h50v66h-50zM226 306h50v66h-50z", dark, .55);
        Patch("M121 300h56v18l-28 8-28-8zM223 300h56v18l-28 8-28-8z", dark);
        Stitch("M124 316l25 7 25-7M226 316l25 7 25-7M124 326v43h50v-43M226 326v43h50v-43");
        Button(149, 316, 3, Metal);
        Button(251, 316, 3, Metal);
        Patch("M51 340l42 8-2 16-41-8zM349 340l-42 8 2 16 41-8z", dark);
        Patch("M110 238l-3-66c7 22 10 44 10 66zM290 238l3-66c-7 22-10 44-10 66z", darker, .4);
        Stitch("M114 430c50 8 122 8 172 0");
    }

    /// <summary>The fur along the edge of a hood.</summary>
    private void Fur(int x, Colour colour)
    {
        var hair = "";
        for (var i = 0; i < 40; i++)
        {
            var (sin, cos) = Math.SinCos(Math.PI * (1.02 + i * .96 / 39));
            hair += FormattableString.Invariant($"M{x + cos * 48:0.#} {98 + sin * 42:0.#}l{cos * (14 + i % 3 * 2):0.#} {sin * (13 + i % 3 * 2):0.#}");
        }
        Line(hair, colour, 4, .8);
    }

    private void DenimSkirt()
    {
        const string body = "M136 110h128c14 70 32 160 42 262-70 14-142 14-212 0 10-102 28-192 42-262z";
        Cloth(body, fabric);
        Twill(body);
        Patch("M150 190c-8 60-14 120-18 182l-26-2c6-70 20-130 44-180zM250 190c8 60 14 120 18 182l26-2c-6-70-20-130-44-180z", light, .20, body);
        Patch("M136 110h128l5 26H131z", dark);
        Line("M200 136v246", darker, 2.4, .7);
        Stitch("M135 114h130M132 132h136M207 138v240M193 138v240M100 360c66 12 134 12 200 0");
        Stitch("M136 140c4 28 20 38 42 40l2-42M264 140c-4 28-20 38-42 40l-2-42");
        foreach (var x in new[] { 146, 246 }) Patch($"M{x} 106h8v34h-8z", fabric);
        for (var y = 123; y <= 340; y += 42) Button(200, y, 5, stitch);
    }
}
