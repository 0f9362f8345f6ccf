using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Music;
using TemporalVideo.Studio.Narration;

namespace TemporalVideo.Studio.Tests;

/// <summary>The tools of the media rooms, and a folder for a test's files.</summary>
public sealed class MediaRoom : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public MediaRoom()
    {
        Meter = new LoudnessMeter(Ffmpeg);
        Mixer = new MusicMixer(Ffmpeg, Meter, Probe);
    }

    public FfmpegRunner Ffmpeg { get; } = new();

    public MediaProbe Probe { get; } = new();

    public LoudnessMeter Meter { get; }

    public MusicMixer Mixer { get; }

    public string File(string name) => _folder.File(name);

    public Task<string> RunAsync(params string[] arguments) => Ffmpeg.RunAsync(arguments, CancellationToken.None);

    /// <summary>Makes a small clip: moving picture and a tone.</summary>
    public async Task<string> ClipAsync(string name, int frames, string sound = "sine=f=440:r=48000")
    {
        var seconds = FormattableString.Invariant($"{frames / 30.0:0.######}");
        await RunAsync(
            "-f", "lavfi", "-i", "testsrc2=s=320x180:r=30", "-f", "lavfi", "-i", sound, "-frames:v", $"{frames}", "-t", seconds,
            "-c:v", "libx264", "-preset", "ultrafast", "-bf", "2", "-pix_fmt", "yuv420p", "-c:a", "aac", "-ar", "48000", "-ac", "2",
                File(name));
        return File(name);
    }

    /// <summary>The sound of a file, one channel, 48 kHz.</summary>
    public async Task<float[]> SamplesAsync(string file, string filter = "anull")
    {
        var wav = File($"{Guid.NewGuid():N}.wav");
        await RunAsync("-i", file, "-map", "0:a:0", "-af", filter, "-ac", "1", "-ar", "48000", "-c:a", "pcm_s16le", wav);
        return WavFile.Read(wav, 48_000, 1);
    }

    /// <summary>The samples of one gray picture of a video, row by row.</summary>
    public async Task<byte[]> GrayAsync(string video, double time, string crop)
    {
        var raw = File($"{Guid.NewGuid():N}.gray");
        await RunAsync(
            "-ss", FormattableString.Invariant($"{time:0.###}"), "-i", video, "-frames:v", "1", "-vf", $"crop={crop},format=gray", "-f",
                "rawvideo", raw);
        return await System.IO.File.ReadAllBytesAsync(raw);
    }

    public static double Rms(ReadOnlySpan<float> samples)
    {
        var sum = 0.0;
        foreach (var sample in samples)
        {
            sum += sample * sample;
        }

        return Math.Sqrt(sum / samples.Length);
    }

    public void Dispose() => _folder.Dispose();
}
