namespace Hilo.Sandbox.Art;

internal sealed partial class Tailor
{
    private void Jeans()
    {
        const string body = "M122 60h156c10 60 22 240 24 372h-74l-24-236h-8l-24 236H98c2-132 14-312 24-372z";
        Cloth(body, fabric);
        Twill(body);
        Patch("M140 200c14 60 10 130 4 220l-22 12c0-80 4-160 18-232zM260 200c-14 60-10 130-4 220l22 12c0-80-4-160-18-232z", light, .22, body);
        Patch("M196 196h8l24 236h-10l-18-200-18 200h-10z", darker, .28, body);
        Patch("M122 60h156l4 26H118z", dark);
        Stitch("M121 64h158M119 83h162M200 88v82c0 14-8 22-18 24M196 90v80c0 9-5 16-12 19");
        Patch("M126 88c4 30 22 42 46 44l2-44zM274 88c-4 30-22 42-46 44l-2-44z", darker, .30);
        Stitch("M126 90c4 30 22 40 44 42l2-46M274 90c-4 30-22 40-44 42l-2-46");
        Stitch("M112 140c-6 90-8 200-8 292M288 140c6 90 8 200 8 292M102 422h70M228 422h70");
        foreach (var x in new[] { 136, 196, 256 }) Patch($"M{x} 56h8v34h-8z", fabric);
        Button(200, 73, 6, stitch);
        Button(131, 94, 2.4, stitch);
        Button(269, 94, 2.4, stitch);
    }

    private void Trousers()
    {
        const string body = "M126 60h148c9 60 20 240 18 372h-60l-27-226h-10l-27 226h-60c-2-132 9-312 18-372z";
        Cloth(body, fabric);
        if (pattern == Pattern.Plaid)
        {
            Line(Rules(upright: true, 90, 310, 22, "50v400"), accent, 2, .40, body, round: false);
            Line(Rules(upright: false, 70, 430, 26, "h400"), accent, 2, .40, body, round: false);
        }
        Patch("M195 206h10l27 226h-8l-24-190-24 190h-8z", darker, .30, body);
        Line("M152 150c-4 90-10 190-14 280M248 150c4 90 10 190 14 280", light, 3, .35, body);
        Line("M155 150c-4 90-10 190-14 280M251 150c4 90 10 190 14 280", darker, 2, .25, body);
        Patch("M126 60h148l3 24H123z", dark);
        Line("M200 84v92c0 12-6 20-14 24", darker, 2, .55);
        Line("M128 88l-8 66M272 88l8 66", darker, 3, .45);
        Stitch("M134 88l-9 64M266 88l9 64M126 80h148");
        foreach (var x in new[] { 140, 252 }) Patch($"M{x} 57h8v30h-8z", fabric);
        Button(200, 72, 4.5, accent);
        Line("M110 416c16 2 42 2 57 0M233 416c15 2 41 2 57 0", darker, 1.8, .5, body);
    }

    private void Skirt()
    {
        const string body = "M138 108h124l6 32c26 74 46 152 58 254-84 20-168 20-252 0 12-102 32-180 58-254z";
        Cloth(body, fabric);
        if (pattern == Pattern.Plaid)
        {
            Line(Rules(upright: true, 80, 330, 34, "100v320"), accent, 6, .45, body, round: false);
            Line(Rules(upright: false, 168, 410, 36, "h400"), accent, 6, .45, body, round: false);
        }
        if (pattern == Pattern.Print) Leaves(body);
        for (var i = 0; i < 6; i++)
        {
            var (top, hem) = (146 + i * 21.6, 94 + i * 42.4);
            Patch(FormattableString.Invariant($"M{top} 140L{hem} 412l20 0z"), darker, .26, body);
            Line(FormattableString.Invariant($"M{top - 1} 142L{hem - 2} 412"), light, 2, .35, body);
        }
        Patch("M138 108h124l6 32H132z", dark);
        Stitch("M137 113h126M134 135h132M78 384c82 18 162 18 244 0");
        Button(200, 124, 5, stitch);
    }

    private void Socks()
    {
        const string back = "M196 74h72v156c0 26 14 36 40 50 34 20 44 36 36 60-6 20-34 24-60 14-52-20-88-46-88-108z";
        const string front = "M112 96h74v160c0 26 14 36 42 50 36 20 46 38 38 62-6 20-36 26-64 16-54-20-90-48-90-112z";
        Sock(back, 196, 74, 268, dark);
        Sock(front, 112, 96, 186, fabric);
    }

    private void Sock(string sock, int left, int top, int right, Colour colour)
    {
        Cloth(sock, colour);
        if (pattern is Pattern.Stripes or Pattern.Plain) Line($"M{left} {top + 46}h90M{left} {top + 62}h90", accent, 7, clip: sock, round: false);
        if (pattern is not (Pattern.Stripes or Pattern.Plain)) Line(string.Concat(Enumerable.Range(0, 4).Select(i => $"M{left - 8} {top + 62 + i * 30}l16-12 16 12 16-12 16 12 16-12 16 12")), accent, 5, clip: sock, round: false);
        Line(Rules(upright: true, left + 4, right, 7, $"{top}v34"), darker, 1.8, .40, sock, round: false);
        Line($"M{left} {top + 35}h90", darker, 1.6, .5, sock);
        // Heel and toe are knitted in the second yarn.
        Patch($"M{left} {top + 150}c22 4 40 24 42 52-14 8-28 12-46 12z", accent, .9, sock);
        Patch($"M{right + 44} {top + 200}c-18 20-24 50-14 90h60v-100z", accent, .9, sock);
        Line($"M{left + 14} {top + 80}c2 40 2 70 0 100", light, 4, .30, sock);
    }
}
