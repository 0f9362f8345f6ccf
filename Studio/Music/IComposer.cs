namespace TemporalVideo.Studio.Music;

/// <summary>Makes the music of a video.</summary>
public interface IComposer
{
    /// <summary>Who makes it, as <see cref="IMaker.Identity"/> has it, such as <c>generative/1</c>.</summary>
    /// <param name="request">What is asked for.</param>
    string IdentityFor(MusicRequest request);

    /// <summary>Writes a WAV file, 48 kHz stereo, that fades in and out. The same request gives the same bytes.</summary>
    /// <param name="request">Length and mood.</param>
    /// <param name="file">The file to write.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    Task ComposeAsync(MusicRequest request, string file, CancellationToken cancellationToken);
}
