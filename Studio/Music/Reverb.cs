namespace TemporalVideo.Studio.Music;

/// <summary>Reverberation after Schroeder: parallel combs with damping, then all-passes; the two sides differ a little.</summary>
internal static class Reverb
{
    private static readonly int[] Combs = [1687, 1801, 1933, 2053, 2251, 2399];
    private static readonly int[] AllPasses = [347, 113, 581];

    /// <summary>The reverberation of a sound, without the sound itself.</summary>
    /// <param name="sound">One channel.</param>
    /// <param name="spread">Samples by which this side's delays are longer.</param>
    public static float[] Of(ReadOnlySpan<float> sound, int spread)
    {
        var echo = new float[sound.Length];
        foreach (var comb in Combs)
        {
            AddComb(sound, echo, comb + spread);
        }

        foreach (var allPass in AllPasses)
        {
            AllPass(echo, allPass + spread);
        }

        return echo;
    }

    private static void AddComb(ReadOnlySpan<float> sound, Span<float> echo, int delay)
    {
        const float Feedback = 0.84f;
        const float Damping = 0.35f;
        var line = new float[delay];
        float dark = 0;
        var at = 0;
        for (var i = 0; i < sound.Length; i++)
        {
            var value = line[at];
            dark = (value * (1 - Damping)) + (dark * Damping);
            line[at] = sound[i] + (dark * Feedback);
            echo[i] += value / Combs.Length;
            at = at + 1 == delay ? 0 : at + 1;
        }
    }

    private static void AllPass(Span<float> echo, int delay)
    {
        const float Gain = 0.5f;
        var line = new float[delay];
        var at = 0;
        for (var i = 0; i < echo.Length; i++)
        {
            var value = line[at];
            var input = echo[i] + (value * Gain);
            line[at] = input;
            echo[i] = value - (input * Gain);
            at = at + 1 == delay ? 0 : at + 1;
        }
    }
}
