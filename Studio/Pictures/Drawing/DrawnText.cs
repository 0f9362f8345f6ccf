namespace TemporalVideo.Studio.Pictures.Drawing;

/// <summary>Text as it stands in a picture: tests check its place, its size and its contrast.</summary>
/// <param name="Text">The words.</param>
/// <param name="Extent">The place that it fills.</param>
/// <param name="Ink">Its colour.</param>
/// <param name="Ground">The colour behind it; the least favourable where there are several.</param>
internal sealed record DrawnText(string Text, Box Extent, string Ink, string Ground)
{
    /// <summary>Size of the type in pixels.</summary>
    public double Size { get; init; }
}
