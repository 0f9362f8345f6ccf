namespace TemporalVideo.Studio.Motion;

/// <summary>
/// A slow camera: it goes around past the scene, and draws nearer and away, at a pace that never falls to nothing, so that no scene ever
/// stands still, however long.
/// </summary>
internal sealed class Camera
{
    /// <summary>How far the nearest layers are shifted at most, to each side, in pixels.</summary>
    public const double Reach = 34;

    /// <summary>How far they are shifted at most up and down, as a share of it.</summary>
    public const double Flatness = 0.6;

    private const double Approach = 0.06;

    // Seconds of one round. Short enough to be seen moving, long enough not to be noticed.
    private const double Round = 18;
    private const double NearAndFar = 26;

    private readonly double _start;
    private readonly double _direction;
    private readonly double _phase;

    /// <summary>Chooses a path. The same segment always has the same one; neighbours differ.</summary>
    /// <param name="segmentId">The segment.</param>
    public Camera(string segmentId)
    {
        var number = segmentId.Aggregate(17, (hash, character) => unchecked((hash * 31) + character)) & 0xFFFF;
        _start = number % 7 * Math.Tau / 7;
        _direction = number % 2 == 0 ? 1 : -1;
        _phase = number % 5 * Math.Tau / 5;
    }

    /// <summary>The shift of the nearest layers at a time, in pixels.</summary>
    public (double X, double Y) Shift(double time)
    {
        var angle = _start + (_direction * time * Math.Tau / Round);
        return (Reach * Math.Cos(angle), Reach * Flatness * Math.Sin(angle));
    }

    /// <summary>By how much the nearest layers are enlarged at a time, 0 being not at all.</summary>
    public double Nearness(double time) => Approach * (0.5 - (Math.Cos(_phase + (time * Math.Tau / NearAndFar)) / 2));
}
