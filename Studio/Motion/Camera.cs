namespace TemporalVideo.Studio.Motion;

/// <summary>A slow camera: it glides past the scene and draws nearer or away, at a constant pace so that no scene ever rests.</summary>
internal sealed class Camera
{
    private const double Travel = 64;
    private const double Approach = 0.06;
    private const double SecondsForAll = 9;

    private readonly double _duration;
    private readonly double _amount;
    private readonly double _angle;
    private readonly bool _nearer;

    /// <summary>Chooses a path. The same segment always has the same one; neighbours differ.</summary>
    /// <param name="segmentId">The segment.</param>
    /// <param name="duration">Length of the clip in seconds.</param>
    public Camera(string segmentId, double duration)
    {
        var number = segmentId.Aggregate(17, (hash, character) => unchecked((hash * 31) + character)) & 0xFFFF;
        _duration = duration;
        _amount = Math.Min(1.3, duration / SecondsForAll);
        _angle = (number % 7 - 3) * 0.13 + (number % 2 == 0 ? 0 : Math.PI);
        _nearer = number % 3 != 0;
    }

    /// <summary>The shift of the nearest layers at a time, in pixels.</summary>
    public (double X, double Y) Shift(double time)
    {
        var along = (Share(time) - 0.5) * Travel * _amount;
        return (along * Math.Cos(_angle), along * 0.6 * Math.Sin(_angle));
    }

    /// <summary>By how much the nearest layers are enlarged at a time, 0 being not at all.</summary>
    public double Nearness(double time) => Approach * _amount * (_nearer ? Share(time) : 1 - Share(time));

    private double Share(double time) => Math.Clamp(time / _duration, 0, 1);
}
