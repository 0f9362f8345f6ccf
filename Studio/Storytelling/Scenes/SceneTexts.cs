using System.Text.RegularExpressions;
using TemporalVideo.Studio.Storytelling.Directing;
using TemporalVideo.Studio.Storytelling.Planning;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Storytelling.Scenes;

/// <summary>What scenes in words keep to: nothing that the narration does not carry (R-I9).</summary>
internal static partial class SceneTexts
{
    /// <summary>Longest description of a picture, in characters.</summary>
    private const int LongestPicture = 1200;

    /// <summary>Longest text on the screen, in characters: two lines.</summary>
    private const int LongestText = 60;

    /// <summary>What a text in a segment's picture may take its words from.</summary>
    public static IReadOnlyList<string> Behind(Segment segment) =>
        [segment.Title, .. segment.Sentences.Select(sentence => sentence.Text)];

    /// <summary>Whether a model may write the texts in its picture: a diagram has the lesson's data.</summary>
    public static bool AreFree(Segment segment) => segment.Diagram is null;

    /// <summary>What is wrong with the description of a segment's picture; null: nothing.</summary>
    public static string? FaultOfPicture(Segment segment, string picture)
    {
        if (string.IsNullOrWhiteSpace(picture))
        {
            return $"{segment.Id}: there is no picture.";
        }

        var said = Figure().Matches(string.Join('\n', Behind(segment))).Select(match => match.Value).ToHashSet();
        return picture.Length > LongestPicture ? $"{segment.Id}: the picture takes {picture.Length} characters; at most {LongestPicture}."
            : Figure().Matches(picture).FirstOrDefault(match => !said.Contains(match.Value)) is { } figure
                ? $"{segment.Id}: the picture is to show {figure.Value}, which its narration does not say."
            : null;
    }

    /// <summary>What is wrong with the texts in a segment's picture, text by text.</summary>
    public static IEnumerable<string> FaultsOfTexts(Segment segment, IReadOnlyList<string> texts) =>
        texts.Where(text => !Fits(segment, text))
            .Select(text => $"{segment.Id}: \"{text}\" is not said in its narration, or is longer than {LongestText} characters.")
            .Concat(texts.Count > StoryBuilder.MostKeyPoints
                ? [$"{segment.Id}: {texts.Count} texts on the screen; at most {StoryBuilder.MostKeyPoints}."] : []);

    /// <summary>Those of the texts that may stand in a segment's picture.</summary>
    public static IReadOnlyList<string> Fitting(Segment segment, IEnumerable<string> texts) =>
        [.. texts.Where(text => Fits(segment, text)).Select(text => text.Trim()).Distinct(StringComparer.OrdinalIgnoreCase)
            .Take(StoryBuilder.MostKeyPoints)];

    private static bool Fits(Segment segment, string text) => text.Trim().Length is > 0 and <= LongestText
        && !text.TrimEnd().EndsWith('?') && SourceTrace.FaultOf(text, Behind(segment)) is null;

    [GeneratedRegex(@"\d+(?:[.,]\d+)*")]
    private static partial Regex Figure();
}
