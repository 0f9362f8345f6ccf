using System.Globalization;
using System.Text;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Field.Tests;

/// <summary>A story as text that a person can compare with the lesson: what is shown, said, and missing.</summary>
internal static class FieldPlan
{
    public static string Of(Story story)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{story.Title} ({story.Language})");
        foreach (var segment in story.Segments)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"[{NameOf(segment)}] {segment.Title}");
            foreach (var sentence in segment.Sentences)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"  {sentence.Text}");
                if (sentence.Spoken is { } spoken && spoken.TrimEnd('.') != sentence.Text.TrimEnd('.'))
                {
                    text.AppendLine(CultureInfo.InvariantCulture, $"    said: {spoken}");
                }
            }

            Show(text, segment);
        }

        foreach (var item in story.NotInVideo)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"missing {item.Line}: {item.What.Replace('\n', '¶')} ({item.Because})");
        }

        return text.ToString().TrimEnd().Replace("\r\n", "\n", StringComparison.Ordinal);
    }

    private static string NameOf(Segment segment) => segment.Diagram is { } diagram ? diagram.Kind.ToString().ToLowerInvariant()
        : segment.Kind.ToString().ToLowerInvariant();

    private static void Show(StringBuilder text, Segment segment)
    {
        if (segment.KeyPoints.Count > 0)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"    * {string.Join(" * ", segment.KeyPoints)}");
        }

        if (segment.Diagram is not { } diagram)
        {
            return;
        }

        if (diagram.Columns.Count > 0)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"    | {string.Join(" | ", diagram.Columns)}");
        }

        foreach (var item in diagram.Items)
        {
            var values =
                item.Values.Select(value => value.Number is { } number
                ? string.Create(CultureInfo.InvariantCulture, $"{value.Text} = {number}") : value.Text);
            text.AppendLine(CultureInfo.InvariantCulture, $"    {(diagram.Columns.Count > 0 ? "|" : "-")} "
                + $"{new string(' ', 2 * item.Level)}{(item.Mark is { } mark ? mark + " " : "")}"
                + $"{string.Join(" | ", values.Prepend(item.Label.Replace('\n', '¶')))}");
        }

        foreach (var line in (diagram.Text ?? Path.GetFileName(diagram.Picture) ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"    > {line}");
        }

        if (diagram.Caption is { } caption)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"    ^ {caption}");
        }
    }
}
