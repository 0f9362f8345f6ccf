namespace TemporalVideo.Studio.Tests.Pictures;

/// <summary>A folder for pictures that is gone after the test.</summary>
internal sealed class TemporaryImages : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("images-test-");

    public string Path => _folder.FullName;

    public string File(string name) => System.IO.Path.Combine(_folder.FullName, name);

    public void Dispose() => _folder.Delete(recursive: true);
}
