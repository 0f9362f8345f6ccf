namespace TemporalVideo.Studio.Film;

/// <summary>Clips that do not fit together, or a joined video that is not what its clips add up to.</summary>
/// <param name="message">What was wrong, in which clip.</param>
public sealed class StitchException(string message) : UnusableInputException(message);
