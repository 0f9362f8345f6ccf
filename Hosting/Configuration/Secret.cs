namespace TemporalVideo.Hosting.Configuration;

/// <summary>A text that nobody is to read: it prints as stars, wherever it is logged.</summary>
/// <param name="value">The text.</param>
public sealed class Secret(string value)
{
    /// <summary>The text itself, for the service that asks for it.</summary>
    public string Reveal() => value;

    /// <inheritdoc />
    public override string ToString() => "***";
}
