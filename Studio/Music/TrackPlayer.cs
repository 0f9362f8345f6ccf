using System.Security.Cryptography;
using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Narration;

namespace TemporalVideo.Studio.Music;

/// <summary>Plays a person's own tracks, each faded into the next and the first after the last, until the video is over.</summary>
/// <param name="ffmpeg">Decodes the tracks.</param>
public sealed class TrackPlayer(FfmpegRunner ffmpeg) : IComposer
{
    /// <summary>How long two tracks sound together.</summary>
    internal const double CrossfadeSeconds = 2;

    /// <summary>The shortest that a track may be.</summary>
    internal const double ShortestSeconds = 1;

    /// <inheritdoc/>
    public string IdentityFor(MusicRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var track in request.Tracks!)
        {
            using var content = File.OpenRead(track);
            hash.AppendData(SHA256.HashData(content));
        }

        return $"tracks/{Convert.ToHexStringLower(hash.GetHashAndReset())[..12]}/2";
    }

    /// <inheritdoc/>
    public async Task ComposeAsync(MusicRequest request, string file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(request.Seconds, nameof(request));
        var tracks = request.Tracks!;
        var samples = new float[(int)Math.Round(request.Seconds * VideoFormat.SampleRate) * 2];
        for (var (at, next) = (0, 0); at < samples.Length; next = (next + 1) % tracks.Count)
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
        return samples.Length >= ShortestSeconds * VideoFormat.SampleRate * 2
            ? samples
            : throw new UnusableInputException($"'{track}' is shorter than a second.");
    }
}
