using TemporalVideo.Tests.Support;

namespace TemporalVideo.Starter.Tests;

/// <summary>A copy of the repository's configuration that a test may change.</summary>
internal sealed class ConfiguredFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("configuration-test-");

    public ConfiguredFolder()
    {
        var files = Directory.EnumerateFiles(Path.Combine(TestPaths.RepositoryRoot, "config"), "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(TestPaths.RepositoryRoot, file)).Append("temporal-dev.yaml");
        foreach (var file in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
            File.Copy(Path.Combine(TestPaths.RepositoryRoot, file), PathOf(file));
        }
    }

    public string Root => _folder.FullName;

    public string PathOf(string file) => Path.Combine(Root, file);

    public ConfiguredFolder Replace(string file, string old, string by)
    {
        var text = File.ReadAllText(PathOf(file));
        text.Should().Contain(old);
        File.WriteAllText(PathOf(file), text.Replace(old, by));
        return this;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
