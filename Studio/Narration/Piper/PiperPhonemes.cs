using System.Text.RegularExpressions;
using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Narration.Voices;
using TemporalVideo.Studio.Words;

namespace TemporalVideo.Studio.Narration.Piper;

/// <summary>Writes a sentence the way a Piper model reads it: the ids of espeak-ng's phonemes, a pad behind each.</summary>
internal static partial class PiperPhonemes
{
    /// <summary>The ids of a sentence.</summary>
    /// <param name="sentence">Plain text.</param>
    /// <param name="config">The voice.</param>
    /// <exception cref="UnusableInputException">espeak-ng cannot say how it sounds.</exception>
    public static long[] IdsOf(string sentence, PiperConfig config)
    {
        var clauses = EspeakLibrary.Phonemes(config.Espeak.Voice, sentence) ?? throw new UnusableInputException(
            $"A Piper voice needs the library of espeak-ng and its voice '{config.Espeak.Voice}': apt-get install espeak-ng.");
        return IdsOf(clauses, config.Ids);
    }

    /// <summary>The ids of clauses: between two of them stand the mark, which the model makes a pause of, and a space.</summary>
    internal static long[] IdsOf(IReadOnlyList<(string Phonemes, char Mark)> clauses, IReadOnlyDictionary<string, IReadOnlyList<long>> ids)
    {
        var (pad, sequence) = (ids["_"], new List<long>([.. ids["^"], .. ids["_"]]));
        void Add(string phoneme)
        {
            if (ids.TryGetValue(phoneme, out var known))
            {
                sequence.AddRange([.. known, .. pad]);
            }
        }

        foreach (var ((phonemes, mark), index) in clauses.Select((clause, index) => (clause, index)))
        {
            foreach (var rune in LanguageSwitch().Replace(phonemes, "").EnumerateRunes())
            {
                // Models know letter and mark apart, or the letter alone.
                Add(ids.ContainsKey(rune.ToString()) ? rune.ToString() : Letters.Base(rune).ToString());
            }

            Add(mark is '.' or '?' or '!' or ':' or ';' ? mark.ToString() : mark == '\0' && index == clauses.Count - 1 ? "." : ",");
            if (index < clauses.Count - 1)
            {
                Add(" ");
            }
        }

        return [.. sequence, .. ids["$"]];
    }

    /// <summary>espeak-ng marks words that it reads in another language.</summary>
    [GeneratedRegex(@"\([a-z-]+\)")]
    private static partial Regex LanguageSwitch();
}
