using TemporalVideo.Studio.Film;

namespace TemporalVideo.Studio.Music;

/// <summary>A folder of a person's own tracks.</summary>
public static class TrackFolder
{
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

    /// <summary>
    /// As many of the tracks as fill a video, from where the seed says; another video of the same folder begins elsewhere.
    /// </summary>
    /// <param name="folder">The folder.</param>
    /// <param name="seed">Says with which track it begins.</param>
    /// <param name="seconds">The most that the video may last.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The tracks in the order in which they are played.</returns>
    /// <exception cref="UnusableInputException">The folder holds no tracks, or one of them cannot be played.</exception>
    public static async Task<IReadOnlyList<string>> ChooseAsync(
        string folder, string seed, double seconds, CancellationToken cancellationToken)
    {
        var tracks = Require(folder);
        var first = Score.Seed(seed) % tracks.Count;
        var (chosen, probe, filled) = (new List<string>(), new MediaProbe(), 0.0);
        for (var next = 0; next < tracks.Count && filled < seconds; next++)
        {
            var track = tracks[(first + next) % tracks.Count];
            chosen.Add(track);
            filled += await LengthAsync(track, probe, cancellationToken) - TrackPlayer.CrossfadeSeconds;
        }

        return chosen;
    }

    private static async Task<double> LengthAsync(string track, MediaProbe probe, CancellationToken cancellationToken)
    {
        try
        {
            var info = await probe.ProbeAsync(track, cancellationToken);
            return info.Duration >= TrackPlayer.ShortestSeconds && info.Streams.Any(stream => stream.Kind == "audio")
                ? info.Duration
                : throw new UnusableInputException($"'{track}' holds no sound, or less than a second. Take it out of the folder.");
        }
        catch (ToolFailedException failure)
        {
            throw new UnusableInputException($"'{track}' cannot be played. Take it out of the folder, or convert it.", failure);
        }
    }
}
