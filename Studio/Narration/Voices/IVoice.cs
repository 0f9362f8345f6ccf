namespace TemporalVideo.Studio.Narration.Voices;

/// <summary>A voice: a synthesiser and what it speaks with.</summary>
public interface IVoice
{
    /// <summary>What a person calls it, such as <c>festival-slt</c>.</summary>
    string Name { get; }

    /// <summary>Provider, model and version, as <see cref="IMaker.Identity"/> has it.</summary>
    string Identity { get; }

    /// <summary>What it is, and where its word times come from, in a few words.</summary>
    string Description { get; }

    /// <summary>Whether it cannot be asked now, because its service is down.</summary>
    bool IsAway => false;

    /// <summary>Whether a service speaks, and not this machine.</summary>
    bool IsService => false;

    /// <summary>The voice as it speaks anew what it has spoken before; one of this machine speaks the same each time.</summary>
    /// <param name="take">The order by which it does; the same order is spoken once.</param>
    IVoice Anew(string take) => this;

    /// <summary>Languages that it reads, as tags; one without a region stands for all regions.</summary>
    IReadOnlyCollection<string> Languages { get; }

    /// <summary>What a person should know before it is used, such as a missing licence; empty: nothing.</summary>
    IReadOnlyList<string> Warnings => [];

    /// <summary>What a person should know before a language is spoken by it; empty: nothing.</summary>
    /// <param name="language">The language, one of <see cref="Languages"/>.</param>
    IReadOnlyList<string> WarningsFor(LanguageTag language) => Warnings;

    /// <summary>Sees to it that it can speak.</summary>
    /// <param name="language">The language, one of <see cref="Languages"/>.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    /// <exception cref="UnknownLanguageException">It cannot.</exception>
    Task RequireAsync(LanguageTag language, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Synthesises a sentence to a WAV file, 48 kHz, mono, without silence at its ends.</summary>
    /// <param name="sentence">Plain text.</param>
    /// <param name="language">Its language.</param>
    /// <param name="speed">Factor by which it is spoken faster (above 1) or slower.</param>
    /// <param name="file">The file to write.</param>
    /// <param name="cancellationToken">Stops the synthesis.</param>
    Task<Utterance> SpeakAsync(string sentence, LanguageTag language, double speed, string file, CancellationToken cancellationToken);
}
