namespace TemporalVideo.Studio.Pictures;

/// <summary>A pictogram that stands in a picture, and why.</summary>
/// <param name="Name">Its name, such as <c>red-apple</c>.</param>
/// <param name="For">The words that it stands beside.</param>
/// <param name="Similarity">
/// How near its meaning lies to theirs, from the threshold of the chooser to about 1; null where words, not the sense, found it.
/// </param>
public sealed record ShownPictogram(string Name, string For, double? Similarity)
{
    /// <summary>
    /// How near its meaning lies to the sentence beside it that it is nearest to, -1 to 1, nothing added for words; null where words, not
    /// the sense, found it.
    /// </summary>
    public double? ToSentence { get; init; }
}
