using System.Globalization;
using System.Text;

namespace Hilo.Sandbox.Art;

internal sealed partial class Tailor
{
    private void TShirt()
    {
        const string body = "M146 96c14 24 94 24 108 0l62 26 40 92-54 24-14-34 4 208c-44 10-140 10-184 0l4-208-14 34-54-24 40-92z";
        Cloth(body, fabric);
        if (pattern == Pattern.Stripes) Line(Rules(upright: false, 146, 394, 31, "h400"), accent, 11, clip: body, round: false);
        if (pattern == Pattern.Print) Sun(200, 236);
        Patch("M146 96c14 24 94 24 108 0l-8-4c-16 16-76 16-92 0z", dark);
        Line("M143 101c16 27 98 27 114 0", darker, 1.6, .45);
        Patch("M292 204l-3-56c7 20 10 40 10 56zM108 204l3-56c-7 20-10 40-10 56z", darker, .40);
        Patch("M140 250c8 50 6 110 0 160l-32 2 3-196zM262 300c10 40 14 80 12 118l20-4-4-150z", darker, .12, body);
        Line("M150 128c6 20 20 34 36 42M250 128c-6 20-20 34-36 42", darker, 3, .10);
        Stitch("M112 402c50 8 126 8 176 0M54 206l46 20M346 206l-46 20");
    }

    private void Sweater()
    {
        Cloth(Pullover, fabric);
        Line(Rules(upright: true, 56, 344, 8, "60v360"), darker, 1.4, .16, Pullover, round: false);
        if (pattern == Pattern.Stripes) Line(Rules(upright: false, 170, 350, 30, "h400"), accent, 9, .9, Pullover, round: false);
        else if (pattern != Pattern.Plain) Band();
        Patch("M148 90c20 24 84 24 104 0l-8-8c-18 18-70 18-88 0z", dark);
        Line("M143 96c20 28 94 28 114 0", darker, 1.6, .4);
        Patch("M112 370c46 8 130 8 176 0v20c-46 10-130 10-176 0zM46 336l44 8-1 16-43-8zM354 336l-44 8 1 16 43-8z", dark);
        Line(Rules(upright: true, 116, 284, 7, "368v30"), darker, 1.6, .45, "M112 370c46 8 130 8 176 0v20c-46 10-130 10-176 0z", round: false);
        Patch("M110 236l-3-66c7 22 10 44 10 66zM290 236l3-66c-7 22-10 44-10 66z", darker, .35);
    }

    private void Band()
    {
        const string zigzag = "l16-16 16 16 16-16 16 16 16-16 16 16 16-16 16 16 16-16 16 16 16-16 16 16 16-16 16 16 16-16 16 16 16-16 16 16";
        // The band crosses the chest only: sleeves hang in front of the sides.
        const string chest = "M111 100h178v200H111z";
        Line($"M56 196{zigzag}M56 246{zigzag}", accent, 7, clip: chest, round: false);
        var diamonds = string.Concat(Enumerable.Range(0, 6).Select(i => $"M{112 + i * 32} 213l8-8 8 8-8 8z"));
        Patch(diamonds, stitch, clip: chest);
    }

    private void Hoodie()
    {
        const string body = "M150 92c-16 8-44 18-58 34-20 24-40 150-44 224l42 8 22-124 2 158c46 10 126 10 172 0l2-158 22 124 42-8c-4-74-24-200-44-224-14-16-42-26-58-34-20 22-80 22-100 0z";
        Cloth(body, fabric);
        Cloth("M142 98c6-36 30-46 58-46s52 10 58 46c-16 40-36 52-58 52s-42-12-58-52z", dark);
        Patch("M160 96c8-18 22-26 40-26s32 8 40 26c-10 22-24 32-40 32s-30-10-40-32z", darker);
        Stitch("M150 100c14 32 32 44 50 44s36-12 50-44");
        Line("M186 136l-4 58M214 136l4 58", light.Mix(Colour.White, .3), 4);
        Line("M182 186v9M218 186v9", stitch, 5);
        Patch("M150 290h100l26 66H124z", dark, .55);
        Stitch("M150 290h100l26 66M150 290l-26 66");
        Patch("M114 372c46 8 126 8 172 0v22c-46 10-126 10-172 0zM48 338l44 8-2 14-42-8zM352 338l-44 8 2 14 42-8z", dark);
        Line(Rules(upright: true, 118, 282, 8, "370v32"), darker, 1.6, .4, "M114 372c46 8 126 8 172 0v22c-46 10-126 10-172 0z", round: false);
        Patch("M112 234l-3-62c7 20 10 42 10 62zM288 234l3-62c-7 20-10 42-10 62z", darker, .35);
        Line("M124 240c6 20 6 40 2 60M276 240c-6 20-6 40-2 60", darker, 3, .12);
    }

    private void Shirt()
    {
        const string body = "M152 82c-22 8-48 18-62 34-20 26-34 150-38 232l40 6 20-134 2 176c20 16 60 18 86 18s66-2 86-18l2-176 20 134 40-6c-4-82-18-206-38-232-14-16-40-26-62-34l-48 20z";
        Cloth("M152 82c20-12 76-12 96 0l-44 28h-8z", darker);
        Cloth(body, fabric);
        if (pattern == Pattern.Plaid)
        {
            Line(Rules(upright: true, 70, 340, 30, "60v380"), accent, 5, .45, body, round: false);
            Line(Rules(upright: true, 82, 340, 30, "60v380"), darker, 2, .30, body, round: false);
            Line(Rules(upright: false, 120, 410, 40, "h400"), accent, 5, .45, body, round: false);
            Line(Rules(upright: false, 132, 410, 40, "h400"), darker, 2, .30, body, round: false);
        }
        if (pattern == Pattern.Stripes) Line(Rules(upright: true, 62, 342, 14, "60v380"), accent, 2.4, .6, body, round: false);
        Line("M200 104v310", dark, 18, clip: body, round: false);
        Stitch("M192 112v298M208 112v298");
        Patch("M152 82l48 24-26 40-34-40zM248 82l-48 24 26 40 34-40z", light.Mix(fabric, .35));
        Stitch("M148 104l26 32 18-28M252 104l-26 32-18-28");
        Patch("M228 190h46v50l-23 10-23-10z", dark, .75);
        Stitch("M228 202h46M231 204v34l20 9 20-9v-34");
        for (var y = 152; y <= 352; y += 50) Button(200, y, 4, light.Mix(Colour.White, .4));
        Patch("M53 328l40 6-1 20-40-6zM347 328l-40 6 1 20 40-6z", dark);
        Stitch("M53 332l40 6M347 332l-40 6");
        Patch("M112 222l-3-60c7 20 10 42 10 60zM288 222l3-60c-7 20-10 42-10 60z", darker, .4);
        Line("M116 388c22 18 60 20 84 20s62-2 84-20", darker, 1.6, .5);
    }

    private void Jacket()
    {
        const string body = "M148 84c-22 8-46 16-60 32-20 24-38 150-42 238l44 8 20-140 2 160h176l2-160 20 140 44-8c-4-88-22-214-42-238-14-16-38-24-60-32l-52 24z";
        Cloth("M148 84c22-12 82-12 104 0l-48 28h-8z", darker);
        Cloth(body, fabric);
        Twill(body);
        Patch("M150 262c6 30 10 66 12 90h-30c8-30 14-60 18-90zM250 262c-6 30-10 66-12 90h30c-8-30-14-60-18-90z", light, .16);
        Line("M200 108v274", darker, 3);
        Stitch("M206 112v270M194 112v270");
        Patch("M148 84l52 24-30 46-38-46zM252 84l-52 24 30 46 38-46z", dark);
        Stitch("M150 92l40 20-22 34M250 92l-40 20 22 34M140 106l28 36M260 106l-28 36");
        Stitch("M112 176c26-4 56-6 82-6M288 176c-26-4-56-6-82-6");
        Patch("M126 186h54v12l-27 14-27-14zM220 186h54v12l-27 14-27-14z", dark);
        Stitch("M126 198v54h54v-54M220 198v54h54v-54M126 198l27 14 27-14M220 198l27 14 27-14");
        Stitch("M150 260l14 96M250 260l-14 96");
        Patch("M112 356h176v26H112zM47 336l44 8-1 18-44-8zM353 336l-44 8 1 18 44-8z", dark);
        Stitch("M112 360h176M112 378h176M48 341l42 8M352 341l-42 8");
        Button(153, 204, 3.2, stitch);
        Button(247, 204, 3.2, stitch);
        for (var y = 134; y <= 318; y += 46) Button(200, y, 5, stitch);
        Button(200, 369, 5, stitch);
        Patch("M110 222l-3-60c7 20 10 40 10 60zM290 222l3-60c-7 20-10 40-10 60z", darker, .4);
    }

    private void Dress()
    {
        const string body = "M160 66h14c4 30 12 44 26 44s22-14 26-44h14c2 40 14 60 30 74-10 30-14 54-12 76 30 60 52 130 60 206-70 18-166 18-236 0 8-76 30-146 60-206 2-22-2-46-12-76 16-14 28-34 30-74z";
        Cloth(body, fabric);
        if (pattern == Pattern.Print) Leaves(body);
        if (pattern == Pattern.Stripes) Line(Rules(upright: false, 150, 420, 22, "h400"), accent, 5, .7, body, round: false);
        Patch("M142 204c38 10 78 10 116 0l2 18c-40 10-80 10-120 0z", dark);
        Stitch("M143 208c38 9 76 9 114 0M141 219c40 9 78 9 118 0");
        Line("M168 232c-14 60-24 120-28 196M232 232c14 60 24 120 28 196M200 236v196", darker, 5, .22, body);
        Line("M184 234c-6 60-10 120-12 196M216 234c6 60 10 120 12 196", light, 4, .20, body);
        Line("M176 72c4 28 12 42 24 42s20-14 24-42", darker, 1.6, .5);
        Stitch("M86 408c72 16 156 16 228 0");
    }

    private void Leaves(string body)
    {
        // One path for all petals: a print is one screen, and hundreds of shapes would make the text heavy.
        var (petals, hearts, leaves) = (new StringBuilder(), new StringBuilder(), new StringBuilder());
        for (var row = 0; row < 13; row++)
            for (var column = 0; column < 9; column++)
            {
                var (x, y) = (64 + column * 36 + row % 2 * 18, 78 + row * 28);
                for (var petal = 0; petal < 5; petal++)
                {
                    var (sin, cos) = Math.SinCos(petal * Math.PI * .4 + row);
                    petals.Append(Circle(x + cos * 4, y + sin * 4, 2.7));
                }
                hearts.Append(Circle(x, y, 1.8));
                leaves.Append(CultureInfo.InvariantCulture, $"M{x + 7} {y + 8}q7 0 8 8q-8 0-8-8z");
            }
        Patch(leaves.ToString(), darker, .55, body);
        Patch(petals.ToString(), accent, .9, body);
        Patch(hearts.ToString(), stitch.Mix(fabric, .5), clip: body);
    }

    private void Sun(int x, int y)
    {
        Patch(Circle(x, y, 30), accent);
        for (var ray = 0; ray < 12; ray++)
        {
            var (sin, cos) = Math.SinCos(ray * Math.PI / 6);
            Line(FormattableString.Invariant($"M{x + cos * 39:0.#} {y + sin * 39:0.#}l{cos * 12:0.#} {sin * 12:0.#}"), accent, 5);
        }
    }
}
