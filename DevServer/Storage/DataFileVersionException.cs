namespace TemporalVideo.DevServer;

/// <summary>A data file of another version of the program.</summary>
/// <param name="message">What is wrong with it, and what to do.</param>
/// <param name="inner">How it was noticed.</param>
public sealed class DataFileVersionException(string message, Exception? inner = null) : IOException(message, inner);
