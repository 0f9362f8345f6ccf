using TemporalVideo.Studio.Film;

namespace TemporalVideo.Studio.Music;

/// <summary>
/// Plays a person's tracks where there are some, else composes: for sampled instruments where they are installed, else for the synthesiser.
/// </summary>
/// <param name="ffmpeg">Decodes tracks.</param>
public sealed class Composer(FfmpegRunner ffmpeg) : IComposer
{
    private readonly TrackPlayer _tracks = new(ffmpeg);
    private readonly FluidsynthComposer _instruments = new();
    private readonly GenerativeComposer _synthesiser = new();

    /// <inheritdoc/>
    public string IdentityFor(MusicRequest request) => For(request).IdentityFor(request);

    /// <inheritdoc/>
    public Task ComposeAsync(MusicRequest request, string file, CancellationToken cancellationToken) =>
        For(request).ComposeAsync(request, file, cancellationToken);

    private IComposer For(MusicRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Tracks is not null ? _tracks : FluidsynthComposer.IsInstalled ? _instruments : _synthesiser;
    }
}
