using System.Text;
using TemporalVideo.Sessions.Forks;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Starter.Sessions;

/// <summary>What a fork makes again, as a person reads it.</summary>
internal static class ForkText
{
    /// <summary>A line for each segment, and the price.</summary>
    public static string Of(ForkPlan plan)
    {
        var text = new StringBuilder();
        foreach (var part in plan.Parts)
        {
            string?[] anew =
            [
                part.Picture ? "picture" : null, part.Take is { } take ? $"take {take}" : null, part.Narration ? "narration" : null,
                part.Clip ? "clip" : null,
            ];
            var what = string.Join(", ", anew.OfType<string>());
            text.AppendLine($"  {part.SegmentId}  {(what.Length == 0 ? "stays as it is" : $"again: {what}"),-36}  {part.Title}");
            if (part.Gone is { } gone)
            {
                text.AppendLine($"       without the {(gone.Count == 1 ? "take" : "takes")} {string.Join(", ", gone)}: "
                    + $"{PictureTake.Most} takes of the same words are kept");
            }
        }

        text.AppendLine(plan.Parts.Count == 0 ? "  The story is written again, and all that follows from it." : "  Again: music, the cut.");
        return text.Append(QuoteText.Of(plan.Quote, plan.Input.Settings.Prices)).ToString();
    }
}
