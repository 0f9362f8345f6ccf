namespace TemporalVideo.Studio.Motion;

/// <summary>Maps the pixels of a frame to the samples of a bordered layer plane, along one direction.</summary>
/// <param name="Origin">Where the layer's content begins in the frame.</param>
/// <param name="Scale">Frame pixels per sample.</param>
internal readonly record struct Axis(double Origin, double Scale)
{
    /// <summary>The sample before a frame pixel's centre, and how far the centre lies towards the next one, 0 to 127.</summary>
    public (int Index, int Weight) Tap(int pixel)
    {
        var fine = (int)Math.Floor((((pixel + 0.5 - Origin) / Scale) + 0.5) * Samples.FullWeight);
        return fine < 0 ? (0, 0) : (fine >> 7, fine & (Samples.FullWeight - 1));
    }

    /// <summary>The frame pixels, from the first to before the second, that the samples between two indices reach.</summary>
    /// <param name="first">First sample.</param>
    /// <param name="end">Index after the last sample.</param>
    /// <param name="limit">Size of the frame.</param>
    public (int From, int To) Covered(int first, int end, int limit)
    {
        // A sample reaches one sample to each side; a pixel needs its tap and the one after it.
        var from = (int)Math.Ceiling(((Math.Max(first - 1, 0) - 0.5) * Scale) + Origin - 0.5);
        var to = (int)Math.Ceiling(((end - 0.5) * Scale) + Origin - 0.5 - 1e-4);
        return (Math.Clamp(from, 0, limit), Math.Clamp(to, 0, limit));
    }
}
