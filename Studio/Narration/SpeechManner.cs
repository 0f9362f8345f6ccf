namespace TemporalVideo.Studio.Narration;

/// <summary>How a sentence is to be spoken.</summary>
/// <param name="Language">IETF tag, such as <c>en</c> or <c>de</c>.</param>
/// <param name="Voice">Name of a voice, as <see cref="Voices.IVoice.Name"/> has it; null: the best there is for the language.</param>
/// <param name="Speed">Factor by which it is spoken faster (above 1) or slower, 0.7 to 1.5.</param>
public sealed record SpeechManner(string Language, string? Voice = null, double Speed = 1)
{
    /// <summary>Whether no service is asked: a voice of one that is named gives way to the best of this machine. Default no.</summary>
    public bool IsLocal { get; init; }

    /// <summary>The order by which a service speaks it anew, once for the same order; null: speech that is there serves as well.</summary>
    public string? Take { get; init; }
}
