namespace TemporalVideo.Studio.Storytelling;

/// <summary>The source of a story is missing or too thin. Trying again does not help; the message says what would.</summary>
/// <param name="message">What was wrong, where, and what to do.</param>
public sealed class StorySourceException(string message) : Exception(message);
