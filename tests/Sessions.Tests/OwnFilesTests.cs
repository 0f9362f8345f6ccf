using System.Text;
using Microsoft.Extensions.Options;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Sessions.Tests;

public sealed class OwnFilesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("own-files-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task WithTracksAsync_TracksOfThisMachine_LeavesNamesAndKeysAndNoPath()
    {
        var store = OpenStore();
        var (first, second) = (Write("b.mp3", "first"), Write("a.mp3", "second"));

        var order = await new OwnFiles(store).WithTracksAsync(Order, [first, second], CancellationToken.None);

        order.Sound.Music.Should().BeNull();
        order.Sound.Voice.Should().Be("anna");
        order.Sound.Tracks!.Select(track => track.Name).Should().Equal("b.mp3", "a.mp3");
        foreach (var (track, content) in order.Sound.Tracks!.Zip(["first", "second"]))
        {
            track.Key.Should().StartWith("scaffold_test/ben/v1/tracks/").And.EndWith(".mp3").And.NotContain(_folder.Name);
            Encoding.UTF8.GetString((await store.ReadAsync(track.Key, CancellationToken.None)).Bytes.Span).Should().Be(content);
        }
    }

    [Fact]
    public async Task WithPicturesAsync_TwiceTheSame_KeepsTheirKeys()
    {
        var store = OpenStore();
        var pictures = new Dictionary<string, string> { ["fig/a.png"] = Write("a.png", "picture") };

        var once = await new OwnFiles(store).WithPicturesAsync(Order, pictures, CancellationToken.None);
        var again = await new OwnFiles(store).WithPicturesAsync(Order, pictures, CancellationToken.None);

        once.LessonFolder.Should().BeNull();
        once.LessonPictures.Should().ContainKey("fig/a.png").And.Equal(again.LessonPictures);
        (await store.ListAsync("scaffold_test/ben/v1/lesson/", CancellationToken.None)).Should().ContainSingle();
    }

    private static VideoInput Order => new()
    {
        Session = new SessionKey("ben", "v1"),
        Source = "# A",
        LessonFolder = "/somewhere",
        Sound = new SoundChoice { Voice = "anna", Music = "/elsewhere" },
    };

    private FolderObjectStore OpenStore() =>
        new(Options.Create(new FolderObjectStoreOptions { Folder = _folder.CreateSubdirectory("store").FullName }));

    private string Write(string name, string content)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, content);
        return path;
    }
}
