namespace TemporalVideo.Workflows.Contracts.Steps;

/// <summary>A piece of the video in the object store.</summary>
/// <param name="Key">Its main object.</param>
/// <param name="Files">How many objects it is made of.</param>
/// <param name="Found">Whether it was there already, made from the same input, and so was not made again.</param>
/// <param name="Warning">What is less than wanted about it; null when nothing is.</param>
public sealed record Piece(string Key, int Files, bool Found, string? Warning = null);
