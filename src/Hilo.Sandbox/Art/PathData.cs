using System.Globalization;

namespace Hilo.Sandbox.Art;

internal readonly record struct Spot(double X, double Y);

/// <summary>Reads the path language of SVG (M L H V C S Q Z, absolute and relative) into straight pieces.</summary>
internal static class PathData
{
    public static List<List<Spot>> Flatten(string path)
    {
        var pen = new Pen();
        var numbers = new List<double>(6);
        var command = 'M';
        for (var at = 0; at < path.Length;)
        {
            var letter = path[at];
            if (letter is ' ' or ',') at++;
            else if (char.IsAsciiLetter(letter))
            {
                command = letter;
                numbers.Clear();
                at++;
                if (letter is 'z' or 'Z') pen.Close();
            }
            else
            {
                var end = NumberEnd(path, at);
                numbers.Add(double.Parse(path.AsSpan(at, end - at), NumberStyles.Float, CultureInfo.InvariantCulture));
                at = end;
                if (numbers.Count != Arity(command)) continue;
                pen.Draw(command, numbers);
                numbers.Clear();
                if (command is 'M') command = 'L'; // Further pairs after a move are lines.
                if (command is 'm') command = 'l';
            }
        }
        return pen.Lines;
    }

    private static int Arity(char command) => char.ToLowerInvariant(command) switch
    {
        'h' or 'v' => 1,
        'm' or 'l' => 2,
        's' or 'q' => 4,
        'c' => 6,
        _ => throw new FormatException($"A path cannot say '{command}'."),
    };

    private static int NumberEnd(string path, int at)
    {
        var end = at + 1;
        var dot = path[at] == '.';
        for (; end < path.Length; end++)
        {
            if (char.IsAsciiDigit(path[end])) continue;
            if (path[end] != '.' || dot) break;
            dot = true;
        }
        return end;
    }

    private sealed class Pen
    {
        private Spot now, start, lastControl;
        private char last;

        public List<List<Spot>> Lines { get; } = [];

        public void Close()
        {
            if (Lines.Count > 0 && Lines[^1][^1] != start) Lines[^1].Add(start);
            now = start;
            last = 'z';
        }

        public void Draw(char command, List<double> n)
        {
            var kind = char.ToLowerInvariant(command);
            var origin = char.IsAsciiLetterLower(command) ? now : default;
            switch (kind)
            {
                case 'm':
                    now = start = At(0);
                    Lines.Add([now]);
                    break;
                case 'l':
                    LineTo(At(0));
                    break;
                case 'h':
                    LineTo(new Spot(origin.X + n[0], now.Y));
                    break;
                case 'v':
                    LineTo(new Spot(now.X, origin.Y + n[0]));
                    break;
                case 'c':
                    Curve(At(0), At(2), At(4));
                    break;
                case 's':
                    var mirrored = last is 'c' or 's' ? new Spot(2 * now.X - lastControl.X, 2 * now.Y - lastControl.Y) : now;
                    Curve(mirrored, At(0), At(2));
                    break;
                case 'q':
                    var (control, end) = (At(0), At(2));
                    Curve(Toward(now, control, 2 / 3.0), Toward(end, control, 2 / 3.0), end);
                    break;
            }
            last = kind;

            Spot At(int i) => new(origin.X + n[i], origin.Y + n[i + 1]);
        }

        private static Spot Toward(Spot from, Spot to, double share) => new(from.X + (to.X - from.X) * share, from.Y + (to.Y - from.Y) * share);

        private void LineTo(Spot to)
        {
            if (last == 'z') Lines.Add([now]);
            if (to != now) Lines[^1].Add(to);
            now = to;
        }

        private void Curve(Spot a, Spot b, Spot end)
        {
            var from = now;
            var length = Distance(from, a) + Distance(a, b) + Distance(b, end);
            var steps = Math.Clamp((int)(length / 3), 6, 64);
            for (var i = 1; i <= steps; i++)
            {
                var (t, u) = ((double)i / steps, 1 - (double)i / steps);
                double p = u * u * u, q = 3 * u * u * t, r = 3 * u * t * t, s = t * t * t;
                LineTo(i == steps ? end : new Spot(p * from.X + q * a.X + r * b.X + s * end.X, p * from.Y + q * a.Y + r * b.Y + s * end.Y));
            }
            lastControl = b;
        }

        private static double Distance(Spot a, Spot b) => Math.Sqrt((a.X - b.X) * (a.X - b.X) + (a.Y - b.Y) * (a.Y - b.Y));
    }
}
