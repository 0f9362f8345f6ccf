namespace TemporalVideo.Studio.Pictures.Pictograms;

/// <summary>A small flat picture of one thing.</summary>
/// <param name="Name">Its name in the set, or its own.</param>
/// <param name="Body">SVG elements.</param>
/// <param name="Size">Width and height of its view box.</param>
internal sealed record Pictogram(string Name, string Body, double Size = 32);
