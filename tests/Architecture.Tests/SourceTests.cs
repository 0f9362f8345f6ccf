using TemporalVideo.Tests.Support;

namespace TemporalVideo.Architecture.Tests;

/// <summary>What every source file of the repository keeps to.</summary>
public sealed class SourceTests
{
    private const int Columns = 140;
    private const int Lines = 400;

    private static readonly string[] Sources = Find();

    [Fact]
    public void Sources_NoLine_IsLongerThan140Columns() =>
        Sources.SelectMany(file => File.ReadLines(file)
                .Select((line, index) => (line.Length, Place: $"{Path.GetRelativePath(TestPaths.RepositoryRoot, file)}:{index + 1}"))
                .Where(line => line.Length > Columns))
            .Select(line => $"{line.Place} has {line.Length}")
            .Should().BeEmpty();

    [Fact]
    public void Sources_NoFile_IsLongerThan400Lines() =>
        Sources.Select(file => (Count: File.ReadLines(file).Count(), Place: Path.GetRelativePath(TestPaths.RepositoryRoot, file)))
            .Where(file => file.Count > Lines)
            .Select(file => $"{file.Place} has {file.Count}")
            .Should().BeEmpty();

    [Fact]
    public void Sources_NothingIsLeftForLater() =>
        Sources.Where(file => Path.GetFileName(file) != $"{nameof(SourceTests)}.cs")
            .Where(file => File.ReadAllText(file) is var text
                && new[] { "TODO", "FIXME", "HACK:", "NotImplementedException" }.Any(text.Contains))
            .Should().BeEmpty();

    private static string[] Find()
    {
        var separator = Path.DirectorySeparatorChar;
        string[] made =
            [$"{separator}obj{separator}", $"{separator}bin{separator}", $"{separator}out{separator}",
            $"{separator}node_modules{separator}"];
        var files = Directory.GetFiles(TestPaths.RepositoryRoot, "*.cs", SearchOption.AllDirectories)
            .Where(file => !made.Any(file[TestPaths.RepositoryRoot.Length..].Contains)).ToArray();
        files.Should().HaveCountGreaterThan(500, "else the repository was not found");
        return files;
    }
}
