using System.Text;
using Microsoft.Extensions.Options;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Sessions.Tests;

public sealed class VideoDownloadTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("download-");
    private readonly FolderObjectStore _store;

    public VideoDownloadTests() => _store = new FolderObjectStore(
        Options.Create(new FolderObjectStoreOptions { Folder = _folder.CreateSubdirectory("store").FullName }));

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task ToAsync_FinishedSession_CopiesVideoAndSubtitlesUnderTheName()
    {
        await PutAsync("v/final.mp4", "film");
        await PutAsync("v/final.srt", "words");
        var target = Path.Combine(_folder.CreateSubdirectory("mine").FullName, "Sky.mp4");
        await File.WriteAllTextAsync(target, "an older one");

        var copies = await new VideoDownload(_store).ToAsync(Result("v/final.srt"), target, CancellationToken.None);

        copies.Should().Equal(target, Path.ChangeExtension(target, ".srt"));
        (await File.ReadAllTextAsync(target)).Should().Be("film");
        (await File.ReadAllTextAsync(copies[1])).Should().Be("words");
        Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(target)!).Should().BeEquivalentTo(copies);
    }

    [Fact]
    public async Task ToAsync_VideoIsGone_LeavesTheOlderCopy()
    {
        var target = Path.Combine(_folder.FullName, "Sky.mp4");
        await File.WriteAllTextAsync(target, "an older one");

        await new VideoDownload(_store).Awaiting(download => download.ToAsync(Result(), target, CancellationToken.None))
            .Should().ThrowAsync<ObjectMissingException>().WithMessage("*v/final.mp4*");

        (await File.ReadAllTextAsync(target)).Should().Be("an older one");
        _folder.EnumerateDirectories("*.part").Should().BeEmpty();
    }

    private static VideoResult Result(params string[] subtitles) => new()
    {
        Session = new SessionKey("anna", "s1"),
        Title = "Sky",
        VideoKey = "v/final.mp4",
        SubtitleKeys = subtitles,
        Seconds = 60,
        Segments = 7,
        ComposedBy = AgentName.Agent5,
        Cost = new CostReport(),
        TookSeconds = 61,
    };

    private Task PutAsync(string key, string content) =>
        _store.PutAsync(key, Encoding.UTF8.GetBytes(content), ObjectTags.None, CancellationToken.None);
}
