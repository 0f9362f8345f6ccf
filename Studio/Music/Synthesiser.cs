namespace TemporalVideo.Studio.Music;

/// <summary>The synthesiser: writes single notes into a stereo buffer.</summary>
internal static class Synthesiser
{
    /// <summary>Samples per second.</summary>
    public const int Rate = 48_000;

    /// <summary>Adds a note to the buffers.</summary>
    /// <param name="note">The note.</param>
    /// <param name="brightness">The mood's brightness.</param>
    /// <param name="left">Left channel.</param>
    /// <param name="right">Right channel.</param>
    public static void Play(Note note, double brightness, Span<float> left, Span<float> right)
    {
        var sound = note.Instrument switch
        {
            Instrument.Pad => Pad(note, brightness),
            Instrument.Pluck => Pluck(note, brightness),
            Instrument.Keys => Keys(note),
            Instrument.Bass => Bass(note),
            Instrument.Kick => Kick(),
            Instrument.Shaker => Noise(0.07, 0.35, 60, note.Start),
            _ => Rim(note.Start),
        };
        var start = (int)(note.Start * Rate);
        var angle = (note.Pan + 1) * Math.PI / 4;
        var (toLeft, toRight) = ((float)(Math.Cos(angle) * note.Strength), (float)(Math.Sin(angle) * note.Strength));
        for (var i = 0; i < sound.Length && start + i < left.Length; i++)
        {
            left[start + i] += sound[i] * toLeft;
            right[start + i] += sound[i] * toRight;
        }
    }

    /// <summary>Three detuned saw waves, softened by a low-pass that opens as the chord swells.</summary>
    private static float[] Pad(Note note, double brightness)
    {
        var sound = new float[Samples(note.Length + 1.2)];
        double a = 0, b = 0.33, c = 0.71, low = 0, lower = 0;
        var step = note.Frequency / Rate;
        for (var i = 0; i < sound.Length; i++)
        {
            var time = (double)i / Rate;
            (a, b, c) = (Wrap(a + step), Wrap(b + (step * 1.0045)), Wrap(c + (step * 0.9957)));
            var level = Math.Min(1, time / 0.7) * Math.Clamp((note.Length + 1.2 - time) / 1.2, 0, 1);
            var cutoff = 0.02 + (0.06 * brightness * level);
            low += cutoff * (a + b + c - 1.5 - low);
            lower += cutoff * (low - lower);
            sound[i] = (float)(lower * level * level * 0.3);
        }

        return sound;
    }

    /// <summary>A plucked string after Karplus and Strong (1983), with a soft plectrum.</summary>
    private static float[] Pluck(Note note, double brightness)
    {
        // The averaging in the loop delays by half a sample.
        var period = (Rate / note.Frequency) - 0.5;
        var length = (int)period;
        var fraction = period - length;
        var line = new double[length + 1];
        var random = new Random(note.Pitch * 7919);
        double soft = 0;
        for (var i = 0; i < line.Length; i++)
        {
            soft += (0.25 + (0.35 * brightness)) * ((random.NextDouble() * 2) - 1 - soft);
            line[i] = soft;
        }

        var mean = line.Average();
        var sound = new float[Samples(1.6)];
        double previous = 0;
        for (var i = 0; i < sound.Length; i++)
        {
            var at = i % line.Length;
            var next = line[(at + 1) % line.Length];
            var value = line[at];
            line[at] = 0.9965 * ((0.5 * value) + (0.5 * ((fraction * previous) + ((1 - fraction) * next))));
            previous = value;
            var fade = Math.Min(1, (sound.Length - i) / (0.3 * Rate));
            sound[i] = (float)((value - (mean * Math.Exp(-i / 4000.0))) * 0.42 * fade * Math.Min(1, i / 60.0));
        }

        return sound;
    }

    /// <summary>Frequency modulation whose colour fades faster than its loudness, as in an electric piano.</summary>
    private static float[] Keys(Note note)
    {
        var sound = new float[Samples(note.Length + 1.5)];
        var step = Math.Tau * note.Frequency / Rate;
        for (var i = 0; i < sound.Length; i++)
        {
            var time = (double)i / Rate;
            var level = Math.Min(1, time / 0.006) * Math.Exp(-time * 2.1) * Math.Min(1, (sound.Length - i) / (0.2 * Rate));
            var colour = 1.1 * Math.Exp(-time * 5);
            sound[i] =
                (float)(Math.Sin((step * i) + (colour * Math.Sin(step * i * 2)) + (0.15 * colour * Math.Sin(step * i * 7))) * level * 0.2);
        }

        return sound;
    }

    private static float[] Bass(Note note)
    {
        var sound = new float[Samples(note.Length + 0.15)];
        var step = Math.Tau * note.Frequency / Rate;
        for (var i = 0; i < sound.Length; i++)
        {
            var time = (double)i / Rate;
            var level = Math.Min(1, time / 0.012) * Math.Exp(-time * 1.1) * Math.Clamp((note.Length + 0.15 - time) / 0.15, 0, 1);
            var wave =
                Math.Sin(step * i) + (0.35 * Math.Exp(-time * 4) * Math.Sin(2 * step * i)) + (
                0.12 * Math.Sin(3 * step * i) * Math.Exp(-time * 6));
            sound[i] = (float)(Math.Tanh(wave * 1.2) * level * 0.34);
        }

        return sound;
    }

    private static float[] Kick()
    {
        var sound = new float[Samples(0.32)];
        double phase = 0;
        for (var i = 0; i < sound.Length; i++)
        {
            var time = (double)i / Rate;
            phase += Math.Tau * (46 + (70 * Math.Exp(-time * 38))) / Rate;
            sound[i] = (float)(Math.Sin(phase) * Math.Exp(-time * 13) * Math.Min(1, time / 0.002) * 0.5);
        }

        return sound;
    }

    private static float[] Rim(double start)
    {
        var sound = Noise(0.05, 0.5, 120, start);
        for (var i = 0; i < sound.Length; i++)
        {
            sound[i] = (sound[i] * 0.5f) + (float)(Math.Sin(Math.Tau * 1700 * i / Rate) * Math.Exp(-i / (double)Rate * 110) * 0.12);
        }

        return sound;
    }

    /// <summary>A short breath of high noise.</summary>
    private static float[] Noise(double length, double level, double decay, double start)
    {
        var sound = new float[Samples(length)];
        var random = new Random((int)(start * 1000));
        double low = 0;
        for (var i = 0; i < sound.Length; i++)
        {
            var white = (random.NextDouble() * 2) - 1;
            low += 0.55 * (white - low);
            var time = (double)i / Rate;
            sound[i] = (float)((white - low) * level * 0.28 * Math.Min(1, time / 0.008) * Math.Exp(-time * decay));
        }

        return sound;
    }

    private static int Samples(double seconds) => (int)(seconds * Rate);

    private static double Wrap(double phase) => phase >= 1 ? phase - 1 : phase;
}
