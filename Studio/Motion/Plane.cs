namespace TemporalVideo.Studio.Motion;

/// <summary>One component of a picture: 8-bit samples, row by row.</summary>
/// <param name="width">Samples in a row.</param>
/// <param name="height">Number of rows.</param>
internal sealed class Plane(int width, int height)
{
    public int Width { get; } = width;

    public int Height { get; } = height;

    public byte[] Samples { get; } = new byte[width * height];

    public Span<byte> Row(int y) => Samples.AsSpan(y * Width, Width);
}
