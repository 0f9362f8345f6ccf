using TemporalVideo.Studio.Pictures.Code;

namespace TemporalVideo.Studio.Tests.Pictures;

public sealed class CodeHighlighterTests
{
    [Theory]
    [InlineData("python", "for name in names:  # all", "for", nameof(CodeKind.Keyword))]
    [InlineData("py", "for name in names:  # all", "# all", nameof(CodeKind.Comment))]
    [InlineData("python", "print(\"Hello\")", "\"Hello\"", nameof(CodeKind.Text))]
    [InlineData("python", "print(42)", "42", nameof(CodeKind.Number))]
    [InlineData("python", "def collatz(n):", "collatz", nameof(CodeKind.Function))]
    [InlineData("cs", "Console.WriteLine(1);", "WriteLine", nameof(CodeKind.Function))]
    [InlineData("sql", "SELECT name FROM pupils", "SELECT", nameof(CodeKind.Keyword))]
    [InlineData("javascript", "const a = `x`;", "const", nameof(CodeKind.Keyword))]
    public void Highlight_KnownLanguage_TellsPartsApart(string language, string code, string part, string kind) =>
        CodeHighlighter.Highlight(code, language).Should().ContainSingle().Which.Should()
            .Contain(span => span.Text.Contains(part) && span.Kind.ToString() == kind);

    [Theory]
    [InlineData("python")]
    [InlineData("klingon")]
    [InlineData("")]
    public void Highlight_AnyLanguage_KeepsEveryCharacter(string language)
    {
        const string Code = "def f(x):\n    return {'a': x != 1}  # \"ä\"\n\n\tend";

        var lines = CodeHighlighter.Highlight(Code, language);

        string.Join('\n', lines.Select(line => string.Concat(line.Select(span => span.Text)))).Should().Be(Code.Replace("\t", "    "));
    }

    [Fact]
    public void Cut_PartOfALine_KeepsKinds() =>
        CodeSpan.Cut([new CodeSpan("for ", CodeKind.Keyword), new CodeSpan("name", CodeKind.Plain)], 2, 6)
            .Should().Equal(new CodeSpan("r ", CodeKind.Keyword), new CodeSpan("na", CodeKind.Plain));
}
