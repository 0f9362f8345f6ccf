using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Music;
using TemporalVideo.Studio.Narration;

namespace TemporalVideo.Studio.Tests.Music;

/// <summary>A person's own tracks in place of composed music.</summary>
public sealed class TrackFolderTests : IDisposable
{
    private readonly MediaRoom _room = new();
    private readonly string _tracks;

    public TrackFolderTests() => _tracks = Directory.CreateDirectory(_room.File("tracks")).FullName;

    public void Dispose() => _room.Dispose();

    [Fact]
    public async Task ComposeAsync_TracksShorterThanTheVideo_FollowEachOtherWithoutAGap()
    {
        await ToneAsync("a.wav", 6);
        await ToneAsync("b.ogg", 7);

        await new TrackPlayer(_room.Ffmpeg).ComposeAsync(Request(20), _room.File("music.wav"), CancellationToken.None);

        var samples = WavFile.Read(_room.File("music.wav"), 48_000, 2);
        samples.Should().HaveCount(20 * 96_000);
        Enumerable.Range(8, 60).Select(quarter => MediaRoom.Rms(samples.AsSpan(quarter * 24_000, 24_000)))
            .Should().OnlyContain(loudness => loudness > 0.02f);
    }

    [Fact]
    public async Task IdentityFor_TrackAdded_IsAnother()
    {
        await ToneAsync("a.wav", 1);
        var composer = new TrackPlayer(_room.Ffmpeg);
        var before = composer.IdentityFor(Request(20));
        await ToneAsync("b.wav", 1);

        composer.IdentityFor(Request(20)).Should().NotBe(before);
    }

    [Fact]
    public async Task ComposeAsync_FileThatIsNoMusic_NamesIt()
    {
        await File.WriteAllTextAsync(Path.Combine(_tracks, "notes.mp3"), "no music");

        await new TrackPlayer(_room.Ffmpeg).Awaiting(each => each.ComposeAsync(Request(5), _room.File("music.wav"), CancellationToken.None))
            .Should().ThrowAsync<UnusableInputException>().WithMessage("*notes.mp3*cannot be played*");
    }

    [Fact]
    public async Task ChooseAsync_MoreTracksThanTheVideoNeeds_TakesAsManyAsFillIt()
    {
        foreach (var name in new[] { "a.wav", "b.wav", "c.wav", "d.wav" })
        {
            await ToneAsync(name, 12);
        }

        var chosen = await TrackFolder.ChooseAsync(_tracks, "a video", 15, CancellationToken.None);

        chosen.Should().HaveCount(2).And.OnlyHaveUniqueItems();
        (await TrackFolder.ChooseAsync(_tracks, "a video", 15, CancellationToken.None)).Should().Equal(chosen);
        (await TrackFolder.ChooseAsync(_tracks, "a video", 600, CancellationToken.None)).Should().HaveCount(4);
    }

    [Fact]
    public async Task ChooseAsync_FileThatIsNoMusic_NamesIt()
    {
        await File.WriteAllTextAsync(Path.Combine(_tracks, "notes.mp3"), "no music");

        await FluentActions.Awaiting(() => TrackFolder.ChooseAsync(_tracks, "a video", 15, CancellationToken.None))
            .Should().ThrowAsync<UnusableInputException>().WithMessage("*notes.mp3*");
    }

    [Theory]
    [InlineData("nowhere", "*There is no folder*")]
    [InlineData("tracks", "*holds no music*.mp3*")]
    public void Require_NoTracks_SaysWhatIsExpected(string folder, string message) =>
        FluentActions.Invoking(() => TrackFolder.Require(_room.File(folder))).Should().Throw<UnusableInputException>().WithMessage(message);

    private MusicRequest Request(double seconds) => new() { Seconds = seconds, Seed = "a", Tracks = TrackFolder.Require(_tracks) };

    private Task ToneAsync(string name, double seconds) => _room.Ffmpeg.RunAsync(
        ["-f", "lavfi", "-i", FormattableString.Invariant($"sine=frequency=330:duration={seconds}"), Path.Combine(_tracks, name)],
        CancellationToken.None);
}
