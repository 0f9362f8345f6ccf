namespace TemporalVideo.Studio.Narration;

/// <summary>Speaks one sentence.</summary>
public interface INarrator
{
    /// <summary>Who speaks a language, as <see cref="IMaker.Identity"/> has it: program, voice and version, such as <c>flite/slt/1</c>.</summary>
    /// <param name="language">IETF tag, such as <c>en</c> or <c>de</c>.</param>
    string IdentityFor(string language);

    /// <summary>Synthesises a sentence to a WAV file, 48 kHz, mono, without silence at its ends.</summary>
    /// <param name="sentence">Plain text.</param>
    /// <param name="language">IETF tag, such as <c>en</c> or <c>de</c>.</param>
    /// <param name="file">The file to write.</param>
    /// <param name="cancellationToken">Stops the synthesis.</param>
    /// <returns>The measured length in seconds.</returns>
    Task<double> SpeakAsync(string sentence, string language, string file, CancellationToken cancellationToken);
}
