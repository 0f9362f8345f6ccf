using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Music;

namespace TemporalVideo.Studio.Tests.Music;

public sealed class MusicMixerTests : IDisposable
{
    private readonly MediaRoom _room = new();

    public void Dispose() => _room.Dispose();

    [Fact]
    public async Task MixAsync_SpeechAndMusic_DucksNormalisesAndLeavesThePicture()
    {
        // Speech: bursts of a tone of 1 kHz between 1 and 3 s and between 6 and 8 s. Music: a steady tone of 150 Hz.
        var video = await _room.ClipAsync(
            "video.mp4", 300, @"aevalsrc=0.2*sin(2*PI*1000*t)*(0.6+0.4*sin(2*PI*5*t))*(between(t\,1\,3)+between(t\,6\,8)):s=48000");
        await _room.RunAsync("-f", "lavfi", "-i", "sine=f=150:r=48000:d=10", "-ac", "2", "-c:a", "pcm_s16le", _room.File("music.wav"));
        var request = new MixRequest
        {
            Video = video,
            Music = _room.File("music.wav"),
            Subtitles = [new(1, 3, ["Speech"]), new(6, 8, ["Again"])],
            Language = "de-AT",
            Title = "Über Töne",
        };

        var told = await _room.Mixer.MixAsync(request, _room.File("final.mp4"), CancellationToken.None);

        var loudness = await _room.Meter.MeasureAsync(_room.File("final.mp4"), CancellationToken.None);
        loudness.Should().Be(told);
        loudness.Integrated.Should().BeApproximately(MusicMixer.TargetLoudness, 1);
        loudness.TruePeak.Should().BeLessOrEqualTo(MusicMixer.HighestPeak);
        (await PictureHashAsync(_room.File("final.mp4"))).Should().Be(await PictureHashAsync(video));
        var music = await _room.SamplesAsync(_room.File("final.mp4"), "lowpass=f=300,lowpass=f=300");
        var (underSpeech, alone) = (Level(music, 1.5, 2.8), Level(music, 4.9, 5.6));
        underSpeech.Should().BeLessThan(alone * 0.6);
        var speech = await _room.SamplesAsync(_room.File("final.mp4"), "highpass=f=600");
        Level(speech, 1.5, 2.8).Should().BeGreaterThan(underSpeech * 10, "20 dB are a factor of ten");
        var info = await _room.Probe.ProbeAsync(_room.File("final.mp4"), CancellationToken.None);
        info.Subtitles.Should().BeEquivalentTo(new { Codec = "mov_text", Language = "deu" });
        info.Audio!.Duration.Should().BeApproximately(info.Video!.Duration, 0.05);
        Mp4Layout.IsFastStart(_room.File("final.mp4")).Should().BeTrue();
    }

    [Fact]
    public async Task MixAsync_NoMusic_StillNormalises()
    {
        var video = await _room.ClipAsync("video.mp4", 90, "sine=f=700:r=48000");

        var loudness = await _room.Mixer.MixAsync(new MixRequest { Video = video }, _room.File("final.mp4"), CancellationToken.None);

        loudness.Integrated.Should().BeApproximately(MusicMixer.TargetLoudness, 1);
        loudness.TruePeak.Should().BeLessOrEqualTo(MusicMixer.HighestPeak);
    }

    private async Task<string> PictureHashAsync(string file)
    {
        await _room.RunAsync("-i", file, "-map", "0:v", "-c", "copy", "-f", "md5", file + ".md5");
        return await File.ReadAllTextAsync(file + ".md5");
    }

    private static double Level(float[] samples, double from, double to) =>
        MediaRoom.Rms(samples.AsSpan((int)(from * 48_000)..(int)(to * 48_000)));
}
