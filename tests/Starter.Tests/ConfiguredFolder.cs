using TemporalVideo.Tests.Support;

namespace TemporalVideo.Starter.Tests;

/// <summary>A copy of the repository's configuration that a test may change.</summary>
internal sealed class ConfiguredFolder : IDisposable
{
    private static readonly string[] Files =
        ["temporal-dev.yaml", "config/worker.yaml", "config/prices.yaml", "config/pipelines/default.yaml"];
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("configuration-test-");

    public ConfiguredFolder()
    {
        foreach (var file in Files)
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
