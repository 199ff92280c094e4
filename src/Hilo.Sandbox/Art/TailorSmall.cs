using System.Text;

namespace Hilo.Sandbox.Art;

internal sealed partial class Tailor
{
    private static readonly Colour Metal = new(201, 176, 122), Rubber = new(244, 241, 234);

    private void Beanie()
    {
        const string crown = "M96 330c-6-140 40-214 104-214s110 74 104 214z";
        const string cuff = "M84 318c70-18 162-18 232 0 6 22 6 44 0 66-70-16-162-16-232 0-6-22-6-44 0-66z";
        Cloth(crown, fabric);
        Line("M124 330c-2-90 24-166 50-202M154 330c-2-90 10-160 26-208M184 330c-2-90 4-160 10-210M216 330c2-90-4-160-10-210M246 330c2-90-10-160-26-208M276 330c2-90-24-166-50-202", darker, 5, .26, crown);
        Line("M139 330c-2-90 18-164 38-206M169 330c-2-90 6-160 18-210M231 330c2-90-6-160-18-210M261 330c2-90-18-164-38-206", light, 3, .28, crown);
        if (pattern is Pattern.Stripes or Pattern.Band) Line("M80 250h240M80 272h240", accent, 9, clip: crown, round: false);
        Patch("M90 306c70-16 150-16 220 0l2 14c-72-16-152-16-224 0z", darker, .35, crown);
        Cloth(cuff, dark);
        Line(Rules(upright: true, 92, 312, 12, "300v90"), darker, 3, .40, cuff, round: false);
        Line(Rules(upright: true, 97, 312, 12, "300v90"), light, 1.6, .25, cuff, round: false);
        Patch("M226 334h44v30h-44z", stitch.Mix(Colour.White, .25));
        Line("M236 349h24", dark, 3);
        var wool = light.Mix(accent, .15);
        Cloth(Circle(200, 104, 31), wool);
        Strands(wool.Mix(fabric, .35), 0, 16, 35);
        Strands(wool, .06, 22, 36);
        Strands(wool.Mix(Colour.White, .30), .13, 6, 26);
    }

    private void Strands(Colour colour, double turn, double from, double to)
    {
        var strands = new StringBuilder();
        for (var strand = 0; strand < 32; strand++)
        {
            var (sin, cos) = Math.SinCos(turn + strand * Math.PI / 16);
            var end = to - strand % 3;
            strands.Append(FormattableString.Invariant($"M{200 + cos * from:0.#} {104 + sin * from:0.#}L{200 + cos * end:0.#} {104 + sin * end:0.#}"));
        }
        Line(strands.ToString(), colour, 3, .8);
    }

    private void Scarf()
    {
        const string right = "M206 190l56-14c14 62 20 128 24 190l-64 6c0-66-4-124-16-182z";
        const string left = "M150 186l56 16c-10 70-14 140-14 214h-66c0-80 8-156 24-230z";
        const string loop = "M118 140c4-64 160-64 164 0 2 52-38 82-82 82s-84-30-82-82z";
        Fringe(224, 372, 284, 366);
        Tail(right, dark, 318);
        Fringe(128, 416, 190, 416);
        Tail(left, fabric, 362);
        Cloth(loop, fabric);
        Patch("M154 134c10-32 82-32 92 0-6 24-24 36-46 36s-40-12-46-36z", darker);
        if (pattern == Pattern.Plaid) Line("M124 126c4 60 40 82 76 82s72-22 76-82M136 120l-30 24M264 120l30 24M150 206l-12 30M250 206l12 30M176 210l-6 30M224 210l6 30", accent, 5, .40, loop, round: false);
        Line("M130 158c12 34 40 52 70 52s58-18 70-52M140 166c14 24 36 34 60 34s46-10 60-34", darker, 4, .22, loop);
        Line("M124 148c12 34 44 54 76 54s64-20 76-54", light, 3, .30, loop);
        Patch("M152 196c12 12 30 20 48 22l-2 16c-20-2-38-8-50-16z", darker, .35);
    }

    private void Tail(string cloth, Colour colour, int band)
    {
        Cloth(cloth, colour);
        Line(Rules(upright: true, 124, 288, 9, "170v250"), darker, 1.6, .20, cloth, round: false);
        if (pattern == Pattern.Plaid)
        {
            Line(Rules(upright: true, 138, 280, 26, "170v250"), accent, 6, .5, cloth, round: false);
            Line(Rules(upright: false, 230, 410, 30, "h400"), accent, 6, .5, cloth, round: false);
        }
        else Line($"M100 {band}h200M100 {band + 18}h200M100 {band - 18}h200", accent, 8, clip: cloth, round: false);
    }

    private void Fringe(int x, int y, int toX, int toY)
    {
        for (var i = 0; i <= 9; i++)
        {
            var at = i / 9.0;
            Line(FormattableString.Invariant($"M{x + 3 + (toX - x - 6) * at:0.#} {y - 3 + (toY - y) * at:0.#}l{(i % 2 == 0 ? 2 : -2)} 24"), i % 2 == 0 ? fabric : dark, 4);
        }
    }

    private void Sneaker()
    {
        const string upper = "M56 240c30 6 58-14 72-52 40 30 62 62 120 78 44 12 88 14 96 50v30H54c-6-40-4-76 2-106z";
        Cloth("M120 206c-8-30 4-46 22-44 8 0 16 4 24 10l-8 44z", dark);
        Stitch("M130 172c6-6 14-6 24 0");
        Cloth(upper, fabric);
        Patch("M128 188c-14 40-42 60-72 52-4 18-6 36-6 56 44-4 82-22 112-74z", dark, clip: upper);
        Line("M66 252c24 0 48-12 62-40", light, 3, .4, upper);
        Patch("M344 318c-34-18-70-10-90 26h92z", Rubber.Mix(fabric, .06), 1, upper);
        Stitch("M250 270c-20 22-40 50-46 72M250 342c14-30 50-42 86-32M66 300c38-4 70-22 94-64");
        Patch("M150 206l92 58-16 26-92-58z", dark, .85, upper);
        Line("M178 222l-24 30M202 238l-24 32M226 252l-22 34", Rubber, 7);
        foreach (var (x, y) in new[] { (178, 222), (202, 238), (226, 252) }) Button(x, y, 3, Metal);
        Cloth("M50 338h298c8 2 8 34-4 38H58c-14-6-14-34-8-38z", Rubber);
        Line("M52 356h294", fabric, 4);
        Line("M56 374h286", Rubber.Mix(Colour.Night, .45), 4, .6);
        Line("M262 372v-8m12 8v-10m12 10v-12m12 12v-12m12 12v-10m12 10v-8", Rubber.Mix(Colour.Night, .3), 2.5);
        Line("M58 242c-14-4-16 14-4 20", dark, 6);
        Patch("M64 262h34v26H60z", stitch.Mix(Colour.White, .2), .9);
    }

    private void Boot()
    {
        const string upper = "M118 92c36-10 76-10 112 0 2 56-2 104 8 142 26 22 84 26 102 60 8 16 8 34 6 48H112c-8-92 0-172 6-250z";
        Cloth(upper, fabric);
        Patch("M166 112h40c2 56-4 104-16 140-20-20-28-80-24-140z", darker, .9);
        Line(Rules(upright: true, 168, 206, 6, "112v150"), fabric, 1.6, .6, "M166 112h40c2 56-4 104-16 140-20-20-28-80-24-140z", round: false);
        Stitch("M160 108c-4 64 4 126 26 156M212 108c2 58-4 108-18 150M118 104c36-8 76-8 112 0");
        Patch("M112 280c36-10 60 4 66 62h-66z", dark, .8, upper);
        Stitch("M114 276c38-8 64 10 70 66M258 252c-22 26-30 56-28 90");
        Patch("M258 250c24 10 66 16 80 42 8 16 8 34 8 50h-30c0-50-24-76-58-92z", light, .22, upper);
        Line("M224 108c0 50-2 96 4 122", light, 4, .25);
        Line("M132 94c0-24 22-24 22-2", dark, 6);
        Cloth("M106 340h242c6 2 6 20-2 26H196l-6 24h-78c-12-8-12-44-6-50z", darker.Mix(new Colour(38, 28, 22), .6));
        Line("M110 346h234", stitch, 2, .9);
        Line("M112 386h74", Colour.Night, 4, .5);
    }

    private void Belt()
    {
        const string inside = "M52 220c14-60 282-60 296 0v36c-14-54-282-54-296 0z";
        const string front = "M52 220c10 78 286 78 296 0v46c-10 82-286 82-296 0z";
        const string end = "M200 281c40 0 84-6 114-20l12 42c-34 18-84 26-126 26z";
        Cloth(inside, darker);
        Line("M56 226c20-48 268-48 288 0", light, 2, .25, inside);
        Cloth(front, fabric);
        Stitch("M56 236c16 66 272 66 288 0M56 266c18 70 270 70 288 0");
        Cloth(end, dark);
        Stitch("M206 287c38 0 76-6 104-18l8 30c-30 14-72 22-112 24");
        for (var hole = 0; hole < 4; hole++) Patch(Circle(238 + hole * 19, 304 - hole * 3.2, 3), Colour.Night, .85);
        Line("M164 270h52c8 0 10 4 10 10v50c0 6-2 10-10 10h-52c-8 0-10-4-10-10v-50c0-6 2-10 10-10z", Metal.Mix(Colour.Night, .35), 11, .55);
        Line("M164 268h52c8 0 10 4 10 10v50c0 6-2 10-10 10h-52c-8 0-10-4-10-10v-50c0-6 2-10 10-10z", Metal, 9);
        Line("M164 266h52c6 0 8 2 9 7", Metal.Mix(Colour.White, .6), 2.5, .9);
        Line("M190 304h38", Metal.Mix(Colour.Night, .2), 7);
        Line("M190 302h36", Metal.Mix(Colour.White, .5), 2, .8);
        Patch("M128 282l18 3v44l-18-5z", dark);
        Stitch("M132 286v36M142 288v36");
    }

    private void Bag()
    {
        const string body = "M92 190h216l18 228H74z";
        Line("M140 214c0-104 20-134 60-134s60 30 60 134", darker, 13, .55);
        Line("M140 210c0-100 20-130 60-130s60 30 60 130", dark, 13);
        Line("M137 206c0-96 20-124 52-127", light, 2.5, .5);
        Cloth(body, fabric);
        if (pattern == Pattern.Stripes) Line(Rules(upright: false, 250, 410, 26, "h400"), accent, 8, clip: body, round: false);
        Patch("M92 190h216l2 26H90z", dark);
        Stitch("M92 195h216M90 212h220M82 408h236");
        Patch("M126 204h28l2 46-16 10-16-10zM246 204h28l2 46-16 10-16-10z", dark.Mix(darker, .4));
        Stitch("M130 222v24l10 7 10-7v-24M250 222v24l10 7 10-7v-24");
        Button(140, 214, 3.5, Metal);
        Button(260, 214, 3.5, Metal);
        if (pattern != Pattern.Stripes)
        {
            Patch("M200 296c-30 0-44 18-44 44 30 0 44-18 44-44zM200 296c30 0 44 18 44 44-30 0-44-18-44-44z", accent, .9);
            Line("M200 300v78", accent, 5, .9);
            Patch(Circle(200, 282, 13), stitch);
        }
        Patch("M74 418l10-110c10 40 12 80 8 110zM326 418l-10-110c-10 40-12 80-8 110z", darker, .18);
    }
}
