namespace TemporalVideo.Studio.Motion;

/// <summary>A picture in yuv420p, as the encoder takes it.</summary>
/// <param name="width">Width in pixels, even.</param>
/// <param name="height">Height in pixels, even.</param>
internal sealed class Frame(int width, int height)
{
    public Plane Y { get; } = new(width, height);

    public Plane U { get; } = new(width / 2, height / 2);

    public Plane V { get; } = new(width / 2, height / 2);

    public void Fill(Yuv colour)
    {
        Y.Samples.AsSpan().Fill(colour.Y);
        U.Samples.AsSpan().Fill(colour.U);
        V.Samples.AsSpan().Fill(colour.V);
    }

    public async Task WriteAsync(Stream stream, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(Y.Samples, cancellationToken);
        await stream.WriteAsync(U.Samples, cancellationToken);
        await stream.WriteAsync(V.Samples, cancellationToken);
    }
}
