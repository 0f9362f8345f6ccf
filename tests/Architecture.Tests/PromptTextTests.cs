using System.Text.RegularExpressions;
using TemporalVideo.Tests.Support;

namespace TemporalVideo.Architecture.Tests;

/// <summary>What language models are told stands in <c>config/prompts</c>, and nowhere in code.</summary>
public sealed partial class PromptTextTests
{
    private const int LeastOfALine = 25;

    private static readonly string[] Rooms =
        ["Workflows", "Activities", "Studio", "Storage", "Aws", "Hosting", "Sessions", "Worker", "Starter"];

    [Fact]
    public void Sources_NoLineOfAPrompt_StandsInCode()
    {
        var lines = Directory.EnumerateFiles(Path.Combine(TestPaths.RepositoryRoot, "config", "prompts"), "*.yaml")
            .SelectMany(File.ReadLines).Select(line => line.Trim()).Where(line => line.Length >= LeastOfALine).ToList();

        lines.Should().HaveCountGreaterThan(30);
        Sources().Where(file => File.ReadAllText(file) is var code && lines.Any(code.Contains)).Should().BeEmpty();
    }

    [Fact]
    public void Sources_NoText_SpeaksToAModel() =>
        Sources().Where(file => SpeaksToAModel().IsMatch(File.ReadAllText(file))).Should().BeEmpty();

    [Theory]
    [InlineData("var system = \"You are a helpful assistant.\";")]
    [InlineData("\"Answer only in JSON.\"")]
    public void SpeaksToAModel_TextForAModel_IsFound(string code) => SpeaksToAModel().IsMatch(code).Should().BeTrue();

    private static IEnumerable<string> Sources() => Rooms
        .Select(room => Path.Combine(TestPaths.RepositoryRoot, room))
        .SelectMany(room => Directory.EnumerateFiles(room, "*.cs", SearchOption.AllDirectories))
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    [GeneratedRegex(@"""[^""\n]*\b(?:You are (?:a|an|the) |You (?:write|direct|judge) |[Aa]ct as an? |(?:[Aa]nswer|[Rr]eply|[Rr]espond) "
        + @"(?:only )?(?:in|with|as) JSON)")]
    private static partial Regex SpeaksToAModel();
}
