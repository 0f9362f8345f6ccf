using TemporalVideo.Studio.Narration;
using TemporalVideo.Studio.Narration.Timing;
using TemporalVideo.Studio.Pictures;

namespace TemporalVideo.Studio.Motion;

/// <summary>When layers come into the picture.</summary>
internal static class Cue
{
    /// <summary>The eye should be there just before the ear.</summary>
    private const double Ahead = 0.08;
    private const double LastMomentBeforeEnd = 0.9;

    /// <summary>Words that begin with the same letters are forms of one word: "scatter", "scattered".</summary>
    private const int StemLetters = 5;

    /// <summary>The time, in seconds of the clip, at which a layer's entrance begins.</summary>
    /// <param name="layer">The layer; a sentence beyond the last is taken as the last.</param>
    /// <param name="spoken">The narration.</param>
    /// <param name="earliest">Nothing enters before this time, such as while a transition covers the picture.</param>
    public static double Time(SceneLayer layer, SpokenSegment spoken, double earliest)
    {
        if (layer.Entrance == LayerEntrance.None)
        {
            return 0;
        }

        var latest = Math.Max(0, spoken.Duration - LastMomentBeforeEnd);
        return Math.Min(Math.Max(Said(layer, spoken) - Ahead, earliest), latest);
    }

    /// <summary>When the words of a layer begin to be said; null where none are, or it has none.</summary>
    public static double? Onset(SceneLayer layer, SpokenSegment spoken) =>
        layer.CueWords is { Length: > 0 } words && Sentence(layer, spoken) is { } sentence ? Named(words, sentence) : null;

    private static SpokenSentence? Sentence(SceneLayer layer, SpokenSegment spoken) => spoken.Sentences.Count == 0 ? null
        : spoken.Sentences[Math.Clamp(layer.CueSentence, 0, spoken.Sentences.Count - 1)];

    private static double Said(SceneLayer layer, SpokenSegment spoken)
    {
        if (Sentence(layer, spoken) is not { } sentence)
        {
            return 0;
        }

        if (Onset(layer, spoken) is { } onset)
        {
            return onset;
        }

        return layer.CueSentence <= 0 && layer.CueFraction <= 0
            ? 0
            : sentence.Start + (Math.Clamp(layer.CueFraction, 0, 1) * (sentence.End - sentence.Start));
    }

    /// <summary>When a sentence begins to say these words: where most of them stand together; null where none is said.</summary>
    private static double? Named(string words, SpokenSentence sentence)
    {
        var wanted = words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(WordAlignment.Key)
            .Where(key => key.Length > 0).ToList();
        var said = sentence.Words.Select(word => WordAlignment.Key(word.Word)).ToList();
        var heard = wanted.Select(word => said.Select(other => Alike(word, other) ? word.Length : 0).ToArray()).ToList();
        var (best, onset) = (0, (double?)null);
        for (var start = 0; start < said.Count; start++)
        {
            if (!heard.Any(word => word[start] > 0))
            {
                continue;
            }

            // Letters, not words: "the" says little about what is named.
            var end = Math.Min(said.Count, start + wanted.Count + 1);
            var letters = heard.Sum(word => word[start..end].Max());
            if (letters > best)
            {
                (best, onset) = (letters, sentence.Words[start].Start);
            }
        }

        return 2 * best >= wanted.Sum(word => word.Length) ? onset : null;
    }

    private static bool Alike(string one, string other) =>
        one == other || (one.Length >= StemLetters && other.Length >= StemLetters && one[..StemLetters] == other[..StemLetters]);
}
