namespace TemporalVideo.Studio.Film;

/// <summary>What the work was given cannot be used, and will not be usable when the same work is tried again.</summary>
/// <param name="message">What was wrong, where, and what to do.</param>
/// <param name="innerException">How it was found out.</param>
public class UnusableInputException(string message, Exception? innerException = null) : Exception(message, innerException);
