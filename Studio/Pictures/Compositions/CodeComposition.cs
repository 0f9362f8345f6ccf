using TemporalVideo.Studio.Pictures.Code;
using TemporalVideo.Studio.Pictures.Drawing;
using TemporalVideo.Studio.Pictures.Scenery;
using TemporalVideo.Studio.Pictures.Typography;

namespace TemporalVideo.Studio.Pictures.Compositions;

/// <summary>Program code in an editor's window: numbered lines of one width, coloured by what its parts are. Lines that are too long go on
/// below, indented.</summary>
internal static class CodeComposition
{
    private const double Largest = 46;
    private const double Smallest = 12;
    private const double Comfortable = 36;
    private const double Leading = 1.42;
    private const double Bar = 64;
    private const double Padding = 40;
    private const string Ground = "#161B26";
    private const string Muted = "#8B95A7";

    public static IReadOnlyList<DrawnLayer> Compose(SceneContext context)
    {
        var text = context.Diagram.Text ?? "";
        var lines = CodeHighlighter.Highlight(text, context.Diagram.CodeLanguage ?? "");
        var heading = Parts.Heading(context, onDark: false);
        var room = Parts.Below(context, heading);
        room = room with { Y = room.Y - 10, Height = room.Height + 10 };
        var em = Typesetter.Measure("0", FontStyle.Code);
        var (size, columns) = Fit(lines, room, em, context.Canvas.Stacked ? 28 : Comfortable);
        var rows = lines.Select((line, i) => (Number: i + 1, Pieces: Wrap(line, columns))).ToList();
        var count = rows.Sum(row => row.Pieces.Count);
        var step = size * Leading;
        var window = room with { Height = Math.Min(room.Height, Bar + (2 * Padding * 0.7) + (step * count)) };
        window = window with { Y = room.Y + ((room.Height - window.Height) * 0.3) };
        List<DrawnLayer> layers = [.. Backdrops.Light(context), heading, Window(context, window)];
        var gutter = window.X + Padding + (NumberDigits(rows.Count) * em * size);
        var y = window.Y + Bar + (Padding * 0.7);
        var perLayer = Math.Max(1, (int)Math.Ceiling(rows.Count / 8.0));
        for (var first = 0; first < rows.Count; first += perLayer)
        {
            Sketch sketch = new();
            foreach (var (number, pieces) in rows.Skip(first).Take(perLayer))
            {
                sketch.Text(Typesetter.Line($"{number}", FontStyle.Code, size), gutter, y, Muted, Ground, TextAlign.Right);
                foreach (var (spans, indent) in pieces)
                {
                    Draw(sketch, spans, gutter + (2 * em * size) + (indent * em * size), y, size, em);
                    y += step;
                }
            }

            layers.Add(new DrawnLayer
            {
                Name = $"lines-{first + 1}",
                Sketch = sketch,
                Entrance = LayerEntrance.Wipe,
                CueSentence = 0,
                CueFraction = Math.Min(0.8, 0.8 * first / rows.Count),
                Idle = LayerIdle.Step,
            });
        }

        return layers;
    }

    private static void Draw(Sketch sketch, IReadOnlyList<CodeSpan> spans, double x, double y, double size, double em)
    {
        foreach (var span in spans)
        {
            var trimmed = span.Text.TrimStart();
            if (trimmed.Length > 0)
            {
                // Words are placed by column, as an editor does: nothing shifts by what is measured.
                sketch.Text(Typesetter.Line(trimmed.TrimEnd(), FontStyle.Code, size), x + ((span.Text.Length - trimmed.Length) * em * size),
                    y, Ink(span.Kind), Ground);
            }

            x += span.Text.Length * em * size;
        }
    }

    // As large as all lines fit unbroken; else, and below a comfortable size, the long ones are broken.
    private static (double Size, int Columns) Fit(IReadOnlyList<IReadOnlyList<CodeSpan>> lines, Box room, double em,
        double comfortable)
    {
        var longest = Math.Max(1, lines.Max(line => line.Sum(span => span.Text.Length)));
        for (var size = Largest; ; size--)
        {
            var columns = (int)((room.Width - (2 * Padding)) / (size * em)) - NumberDigits(lines.Count) - 2;
            var rows = lines.Sum(line => Wrap(line, columns).Count);
            var fits = Bar + (1.4 * Padding) + (rows * size * Leading) <= room.Height;
            if (size <= Smallest || (fits && (longest <= columns || size <= comfortable)))
            {
                return (size, columns);
            }
        }
    }

    private static int NumberDigits(int lines) => lines >= 100 ? 3 : 2;

    /// <summary>A line in pieces of at most so many columns; all but the first are indented by four more than the line.</summary>
    private static List<(IReadOnlyList<CodeSpan> Spans, int Indent)> Wrap(IReadOnlyList<CodeSpan> line, int columns)
    {
        var length = line.Sum(span => span.Text.Length);
        if (length <= columns || columns < 24)
        {
            return [(line, 0)];
        }

        var text = string.Concat(line.Select(span => span.Text));
        var hang = Math.Min(columns / 3, text.Length - text.TrimStart().Length + 4);
        List<(IReadOnlyList<CodeSpan>, int)> pieces = [];
        for (var from = 0; from < length;)
        {
            var indent = from == 0 ? 0 : hang;
            var to = Math.Min(length, from + columns - indent);
            if (to < length && text.LastIndexOf(' ', to - 1, (to - from) / 2) is > 0 and var space)
            {
                to = space + 1;
            }

            pieces.Add((CodeSpan.Cut(line, from, to), indent));
            from = to;
        }

        return pieces;
    }

    private static DrawnLayer Window(SceneContext context, Box box)
    {
        var sketch = new Sketch().Card(box, Ground, Colour.Mix(context.Palette.PaperShade, context.Palette.Deep, 0.35), 26)
            .Clipped(box, 26, new Sketch().Rect(box with { Height = Bar }, 0, "#222938"));
        for (var i = 0; i < 3; i++)
        {
            sketch.Circle(box.X + 40 + (34 * i), box.Y + (Bar / 2), 10, Colour.Mix("#222938", Palette.White, 0.25));
        }

        if (context.Diagram.CodeLanguage is { Length: > 0 } language)
        {
            var name = Typesetter.Fit(language, FontStyle.Medium, 30, 20, 400, 1);
            sketch.Text(name, box.Right - 36, box.Y + ((Bar - name.Height) / 2), "#C7CEDB", "#222938", TextAlign.Right);
        }

        return new DrawnLayer { Name = "window", Sketch = sketch, Entrance = LayerEntrance.Rise, Idle = LayerIdle.Step };
    }

    private static string Ink(CodeKind kind) => kind switch
    {
        CodeKind.Comment => "#8FA1B3",
        CodeKind.Text => "#A5D68C",
        CodeKind.Number => "#F7B267",
        CodeKind.Keyword => "#C99BFF",
        CodeKind.Function => "#7CC7FF",
        CodeKind.Type => "#7FE0D0",
        _ => "#EEF2F8",
    };
}
