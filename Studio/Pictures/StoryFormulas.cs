using TemporalVideo.Studio.Pictures.Formulas;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Pictures;

/// <summary>Which formulas of a story are not drawn as formulas.</summary>
public static class StoryFormulas
{
    /// <summary>Sets the formulas, and adds those that stand as a line of text to what is not in the video.</summary>
    /// <param name="story">The story.</param>
    /// <param name="cancellationToken">Stops setting.</param>
    public static async Task<Story> CheckAsync(Story story, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(story);
        await FormulaSetter.PrepareAsync(story, cancellationToken);
        List<NotInVideo> plain =
        [
            .. from segment in story.Segments
               from formula in InlineFormulas.Unset(segment).Concat(OfDiagram(segment))
               let line = segment.Sentences.FirstOrDefault(sentence => sentence.Text.Contains(formula, StringComparison.Ordinal))
                   ?? segment.Sentences.FirstOrDefault()
               select new NotInVideo(line?.Line ?? 0, formula, "shown as a line of text: it cannot be set as a formula, or is too wide"),
        ];
        return plain.Count == 0 ? story : story with { NotInVideo = [.. story.NotInVideo.Concat(plain).OrderBy(item => item.Line)] };
    }

    private static IEnumerable<string> OfDiagram(Segment segment) =>
        segment.Diagram is { Kind: DiagramKind.Formula, Text: { Length: > 0 } latex } && FormulaSetter.Find(latex) is null ? [latex] : [];
}
