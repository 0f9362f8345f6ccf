using System.Globalization;
using System.Text;
using TemporalVideo.Studio.Quality;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Starter.Sessions;

/// <summary>A story as a person reads it before it is made.</summary>
internal static class PlanText
{
    private const int LongestExcerpt = 90;

    /// <summary>The whole script with lengths, pictures, what is not in the video, and how good it will be.</summary>
    public static string Of(Story story, QualityReport quality)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture,
            $"{story.Title}  ({story.Language}, {Counted.Of(story.Segments.Count, "segment")}, {story.Duration:0.0} s, "
                + $"{story.Size.Name()})");
        if (story.Shape is { } shape)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"told as {shape.Name}, creativity {shape.Creativity:0.0#}");
        }

        var at = 0.0;
        foreach (var segment in story.Segments)
        {
            text.AppendLine()
                .AppendLine(CultureInfo.InvariantCulture,
                $"{segment.Id}  {at,6:0.0} s  {segment.Duration,5:0.0} s  {segment.Title}{PictureOf(segment)}{BeatOf(segment)}");
            foreach (var sentence in segment.Sentences)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"     {sentence.Text}");
                if (sentence.Spoken is { } spoken)
                {
                    text.AppendLine(CultureInfo.InvariantCulture, $"       said: {spoken}");
                }
            }

            Show(text, segment.Diagram);
            at += segment.Duration;
        }

        if (story.Shape is { Missing.Count: > 0 } order)
        {
            text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"Beats of {order.Name} that the lesson has nothing for:");
            foreach (var beat in order.Missing)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"  {beat.Beat} ({beat.Stage}){NeedsOf(beat)}");
            }
        }

        if (story.NotInVideo.Count > 0)
        {
            text.AppendLine().AppendLine("Not in the video:");
            foreach (var item in story.NotInVideo)
            {
                text.AppendLine(LineOf(item));
            }
        }

        text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"Quality as planned: {quality.Score} of 100.");
        foreach (var moment in quality.Worst)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {moment.At,6:0.0} s  {moment.What}")
                .AppendLine(CultureInfo.InvariantCulture, $"            {moment.Mend}");
        }

        return text.ToString().TrimEnd();
    }

    /// <summary>One item of what is not in the video.</summary>
    public static string LineOf(NotInVideo item)
    {
        var what = item.What.Length <= LongestExcerpt ? item.What : item.What[..LongestExcerpt] + "…";
        return string.Create(CultureInfo.InvariantCulture, $"  line {item.Line}: {what}: {item.Because}");
    }

    private static string BeatOf(Segment segment) => segment.Beat is not { } beat ? ""
        : beat.Stage is null ? $"  ({beat.Name})" : $"  ({beat.Stage}: {beat.Name})";

    private static string NeedsOf(MissingBeat beat) => beat.Needs.Count == 0 ? ": a heading that names it"
        : $": {string.Join(" or ", beat.Needs.Select(need => need.ToString().ToLowerInvariant()))}";

    private static string PictureOf(Segment segment) => segment.Diagram is { } diagram ? $"  [{diagram.Kind}]" : $"  [{segment.Kind}]";

    private static void Show(StringBuilder text, Diagram? diagram)
    {
        if (diagram is null)
        {
            return;
        }

        if (diagram.Columns.Count > 0)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"     | {string.Join(" | ", diagram.Columns)}");
        }

        foreach (var item in diagram.Items)
        {
            var values =
                item.Values.Select(value => value.Number is { } number
                ? string.Create(CultureInfo.InvariantCulture, $"{value.Text} (= {number})") : value.Text);
            text.AppendLine(CultureInfo.InvariantCulture,
                $"     | {new string(' ', 2 * item.Level)}{string.Join(" | ", values.Prepend(item.Label))}");
        }

        foreach (var line in (diagram.Text ?? diagram.Picture ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"     | {line}");
        }
    }
}
