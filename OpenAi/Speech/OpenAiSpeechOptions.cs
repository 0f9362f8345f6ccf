namespace TemporalVideo.OpenAi.Speech;

/// <summary>The models that speak, and that hear when each word is said.</summary>
public sealed record OpenAiSpeechOptions
{
    /// <summary>The model that speaks.</summary>
    public required string Model { get; init; }

    /// <summary>Names of its voices; the first is the one that is not asked for.</summary>
    public required IReadOnlyList<string> Voices { get; init; }

    /// <summary>Whether the model follows a speed; else the sound is stretched here, which changes no pitch.</summary>
    public bool FollowsSpeed { get; init; }

    /// <summary>Languages it speaks, without regions.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>The model that tells when each word is heard; empty: words get times by their length.</summary>
    public string Transcription { get; init; } = "";

    /// <summary>Price of a character of text, in US dollars.</summary>
    public decimal PerCharacter { get; init; }

    /// <summary>Price of a second of speech, in US dollars.</summary>
    public decimal PerSecond { get; init; }

    /// <summary>Price of a second that is listened to, in US dollars.</summary>
    public decimal PerSecondHeard { get; init; }
}
