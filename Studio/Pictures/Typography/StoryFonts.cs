using System.Text;
using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Storytelling.Quality;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Pictures.Typography;

/// <summary>Checks, before anything is made, that the fonts of this machine can draw what a story shows.</summary>
public static class StoryFonts
{
    /// <summary>Above this share of its characters a story is not worth drawing.</summary>
    private const double MostUndrawn = 0.1;
    private const int Examples = 5;

    /// <summary>The story, with what no font has listed among what is not in the video.</summary>
    /// <param name="story">The story.</param>
    /// <exception cref="UnusableInputException">Much of it cannot be drawn; the message names the package that would help.</exception>
    public static Story Require(Story story)
    {
        ArgumentNullException.ThrowIfNull(story);
        List<(string Text, int Line)> texts = [.. story.Segments.SelectMany(Texts)];
        var all = FontCoverage.Missing(string.Join('\n', texts.Select(text => text.Text)), story.Language);
        if (all.Count == 0)
        {
            return story;
        }

        var missing = all.SelectMany(each => each.Characters).ToHashSet(StringComparer.Ordinal);
        var shown = texts.SelectMany(text => text.Text.EnumerateRunes()).Where(rune => !Rune.IsWhiteSpace(rune))
            .Select(rune => rune.ToString()).ToList();
        if (shown.Count(missing.Contains) > MostUndrawn * shown.Count)
        {
            var worst = all.MaxBy(each => shown.Count(each.Characters.Contains))!;
            throw new UnusableInputException(
                $"No font of this machine can draw this text ({string.Join(' ', worst.Characters.Take(Examples))} …). Install the Debian "
                + $"package {worst.Package} (apt-get install {worst.Package}), and try again.");
        }

        var listed = from text in texts
                     from lost in FontCoverage.Missing(text.Text, story.Language)
                     from character in lost.Characters
                     select new NotInVideo(
                         text.Line, character, $"no font of this machine can draw it: the package {lost.Package} would help");
        return story with { NotInVideo = [.. story.NotInVideo.Concat(listed.Distinct()).OrderBy(item => item.Line)] };
    }

    /// <summary>What of a segment's text no font of this machine has: with such a font, its picture is another.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="language">Language of the story, as an IETF tag.</param>
    public static IReadOnlyList<MissingCharacters> Missing(Segment segment, string language)
    {
        ArgumentNullException.ThrowIfNull(segment);
        return FontCoverage.Missing(string.Join('\n', Texts(segment).Select(text => text.Text)), language);
    }

    /// <summary>What stands in its picture and its captions, with the line of the lesson.</summary>
    private static IEnumerable<(string Text, int Line)> Texts(Segment segment)
    {
        var first = segment.Sentences.Select(sentence => sentence.Line).FirstOrDefault(line => line is not null) ?? 0;
        return segment.Sentences.Select(sentence => (sentence.Text, sentence.Line ?? first))
            .Concat(StoryChecks.Shown(segment).Select(text => (text, first)));
    }
}
