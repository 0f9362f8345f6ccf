using TemporalVideo.Studio.Pictures.Pictograms;

namespace TemporalVideo.Studio.Tests.Pictures.Pictograms;

/// <summary>A phrase as a lesson writes it, and the pictograms that may stand beside it; none may when the list is empty.</summary>
internal sealed record LabelledPhrase(string Part, string Language, Phrase Phrase, IReadOnlySet<string> Acceptable)
{
    public static IReadOnlyList<LabelledPhrase> All { get; } =
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Pictures", "Pictograms", "phrases.tsv"))
            .Where(line => !line.StartsWith('#'))
            .Select(line => line.Split('\t'))
            .Select(cells => new LabelledPhrase(cells[0], cells[1], new Phrase(cells[4], cells[3], cells[2]),
                cells[5].Split(' ').Where(name => name != "-").ToHashSet(StringComparer.Ordinal))),
    ];

    public static IReadOnlyList<LabelledPhrase> English(string part) =>
        [.. All.Where(phrase => phrase.Language == "en" && phrase.Part == part)];

    public static IReadOnlyList<LabelledPhrase> OtherLanguages => [.. All.Where(phrase => phrase.Language != "en")];
}
