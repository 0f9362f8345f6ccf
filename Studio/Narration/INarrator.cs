namespace TemporalVideo.Studio.Narration;

/// <summary>Speaks one sentence.</summary>
public interface INarrator
{
    /// <summary>Languages of voices that a person has brought, without regions.</summary>
    IReadOnlyList<string> OwnLanguages { get; }

    /// <summary>Who speaks so, as <see cref="IMaker.Identity"/> has it: program, voice, version and speed.</summary>
    /// <param name="manner">How is spoken.</param>
    /// <exception cref="UnknownLanguageException">Nobody here can.</exception>
    string IdentityFor(SpeechManner manner);

    /// <summary>Sees to it, before anything is made, that somebody can speak so.</summary>
    /// <param name="manner">How is spoken.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    /// <returns>Who does.</returns>
    /// <exception cref="UnknownLanguageException">Nobody here can; the message says what would help.</exception>
    Task<Voices.IVoice> RequireAsync(SpeechManner manner, CancellationToken cancellationToken);

    /// <summary>Synthesises a sentence to a WAV file, 48 kHz, mono, without silence at its ends.</summary>
    /// <param name="sentence">Plain text.</param>
    /// <param name="manner">How it is spoken.</param>
    /// <param name="file">The file to write.</param>
    /// <param name="cancellationToken">Stops the synthesis.</param>
    Task<Utterance> SpeakAsync(string sentence, SpeechManner manner, string file, CancellationToken cancellationToken);
}
