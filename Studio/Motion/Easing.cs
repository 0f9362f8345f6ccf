namespace TemporalVideo.Studio.Motion;

/// <summary>Curves from 0 to 1, after Robert Penner's easing functions. Input outside of 0 to 1 is clamped.</summary>
internal static class Easing
{
    public static double OutCubic(double share) => 1 - Math.Pow(1 - Math.Clamp(share, 0, 1), 3);

    public static double OutQuint(double share) => 1 - Math.Pow(1 - Math.Clamp(share, 0, 1), 5);

    public static double InCubic(double share) => Math.Pow(Math.Clamp(share, 0, 1), 3);

    public static double InOutSine(double share) => 0.5 - (Math.Cos(Math.Clamp(share, 0, 1) * Math.PI) / 2);

    /// <summary>Goes a little beyond 1 and comes back.</summary>
    public static double OutBack(double share)
    {
        const double Overshoot = 1.2;
        var rest = Math.Clamp(share, 0, 1) - 1;
        return 1 + ((Overshoot + 1) * rest * rest * rest) + (Overshoot * rest * rest);
    }
}
