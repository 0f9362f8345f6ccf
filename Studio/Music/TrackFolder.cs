using System.Security.Cryptography;
using System.Text;
using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Narration;

namespace TemporalVideo.Studio.Music;

/// <summary>Plays a person's own tracks, from where the seed says, each faded into the next, until the video is over.</summary>
/// <param name="ffmpeg">Decodes the tracks.</param>
public sealed class TrackFolder(FfmpegRunner ffmpeg) : IComposer
{
    private const double CrossfadeSeconds = 2;

    private static readonly HashSet<string> Endings = new(StringComparer.OrdinalIgnoreCase)
    {
        ".mp3", ".m4a", ".aac", ".ogg", ".opus", ".flac", ".wav",
    };

    /// <summary>Sees to it that a folder holds tracks.</summary>
    /// <param name="folder">The folder.</param>
    /// <returns>Its tracks by name.</returns>
    /// <exception cref="UnusableInputException">It does not.</exception>
    public static IReadOnlyList<string> Require(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new UnusableInputException($"There is no folder '{folder}' with music in it.");
        }

        var tracks = Directory.EnumerateFiles(folder).Where(file => Endings.Contains(Path.GetExtension(file)))
            .Order(StringComparer.Ordinal).ToList();
        return tracks.Count > 0 ? tracks : throw new UnusableInputException(
            $"The folder '{folder}' holds no music: put files in it that end in {string.Join(", ", Endings)}.");
    }

    /// <inheritdoc/>
    public string IdentityFor(MusicRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var tracks = Require(request.Tracks!).Select(file => new FileInfo(file))
            .Select(file => $"{file.Name} {file.Length} {file.LastWriteTimeUtc.Ticks}");
        return $"tracks/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', tracks))))[..12]}/1";
    }

    /// <inheritdoc/>
    public async Task ComposeAsync(MusicRequest request, string file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(request.Seconds, nameof(request));
        var tracks = Require(request.Tracks!);
        var samples = new float[(int)Math.Round(request.Seconds * VideoFormat.SampleRate) * 2];
        for (var (at, next) = (0, Score.Seed(request.Seed) % tracks.Count); at < samples.Length; next = (next + 1) % tracks.Count)
        {
            var track = await DecodeAsync(tracks[next], request.Seconds, cancellationToken);
            at = Append(track, samples, at);
        }

        MusicFinish.Fade(samples, request.Seconds);
        await MusicFinish.WriteAsync(samples, file);
    }

    /// <summary>Adds a track whose beginning lies over the end of the one before; gives the place where the next one begins.</summary>
    private static int Append(float[] track, float[] samples, int at)
    {
        var fade = Math.Min((int)(CrossfadeSeconds * VideoFormat.SampleRate) * 2, track.Length / 4 * 2);
        for (var i = 0; i < track.Length && at + i < samples.Length; i++)
        {
            var opening = at == 0 ? 1 : Math.Min(1f, (float)i / fade);
            samples[at + i] += track[i] * opening * Math.Min(1f, (float)(track.Length - i) / fade);
        }

        return at + track.Length - fade;
    }

    private async Task<float[]> DecodeAsync(string track, double seconds, CancellationToken cancellationToken)
    {
        using var folder = new TemporaryFolder();
        var decoded = folder.File("track.wav");
        try
        {
            await ffmpeg.RunAsync(
                ["-i", track, "-map", "0:a:0", "-t", FormattableString.Invariant($"{seconds + CrossfadeSeconds:0.###}"),
                 "-ac", "2", "-ar", $"{VideoFormat.SampleRate}", "-c:a", "pcm_s16le", "-bitexact", decoded],
                cancellationToken);
        }
        catch (ToolFailedException failure)
        {
            throw new UnusableInputException($"'{track}' cannot be played. Take it out of the folder, or convert it.", failure);
        }

        var samples = WavFile.Read(decoded, VideoFormat.SampleRate, 2);
        return samples.Length > VideoFormat.SampleRate
            ? samples
            : throw new UnusableInputException($"'{track}' is shorter than half a second.");
    }
}
