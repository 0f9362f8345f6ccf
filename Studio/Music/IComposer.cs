namespace TemporalVideo.Studio.Music;

/// <summary>Makes the music of a video.</summary>
public interface IComposer : IMaker
{
    /// <summary>Writes a WAV file, 48 kHz stereo, that fades in and out. The same request gives the same bytes.</summary>
    /// <param name="request">Length and mood.</param>
    /// <param name="file">The file to write.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    Task ComposeAsync(MusicRequest request, string file, CancellationToken cancellationToken);
}
