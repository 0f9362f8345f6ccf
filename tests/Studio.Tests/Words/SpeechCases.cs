namespace TemporalVideo.Studio.Tests.Words;

/// <summary>Tables of <c>Words/Cases/KIND.LANGUAGE.txt</c>: a line as it is written, below it what becomes of it behind an arrow.</summary>
internal static class SpeechCases
{
    private const string Arrow = "    → ";

    public static TheoryData<string, string, string> Of(string kind, params string[] languages)
    {
        var data = new TheoryData<string, string, string>();
        foreach (var language in languages)
        {
            var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Words", "Cases", $"{kind}.{language}.txt"));
            foreach (var pair in lines.Chunk(2))
            {
                data.Add(language, pair[0], pair[1].StartsWith(Arrow, StringComparison.Ordinal)
                    ? pair[1][Arrow.Length..]
                        : throw new InvalidDataException($"{kind}.{language}.txt: no arrow in front of \"{pair[1]}\"."));
            }
        }

        return data;
    }
}
