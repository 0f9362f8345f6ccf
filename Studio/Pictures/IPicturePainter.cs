namespace TemporalVideo.Studio.Pictures;

/// <summary>Paints pictures from words, as an image model does.</summary>
public interface IPicturePainter : IMaker
{
    /// <summary>Whether it can be shown pictures to keep to; default no: they are not sent then.</summary>
    bool KeepsToPictures => false;

    /// <summary>Paints a PNG of a size, without distortion.</summary>
    /// <param name="prompt">What is seen.</param>
    /// <param name="width">Width in pixels.</param>
    /// <param name="height">Height in pixels.</param>
    /// <param name="references">Pictures that it keeps to, where it can.</param>
    /// <param name="take">The order by which it is painted anew, once for the same order; null: one that is there serves as well.</param>
    /// <param name="file">The file to write.</param>
    /// <param name="cancellationToken">Stops the painting.</param>
    Task PaintAsync(
        string prompt, int width, int height, ReferenceSheet references, string? take, string file, CancellationToken cancellationToken);
}
