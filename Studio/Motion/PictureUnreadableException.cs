namespace TemporalVideo.Studio.Motion;

/// <summary>A file that should hold a picture holds none that can be decoded; trying again does not help.</summary>
/// <param name="file">The file.</param>
public sealed class PictureUnreadableException(string file)
    : Exception($"{Path.GetFileName(file)} is no picture that can be read; PNG, JPEG, WebP, GIF and BMP are.");
