using System.Numerics;

namespace TemporalVideo.Studio.Narration.Timing;

/// <summary>What a sound is like every hundredth of a second: the logarithm of its energy in bands that the ear tells apart.</summary>
internal static class SpectralFrames
{
    /// <summary>Frames per second.</summary>
    public const int Rate = 100;

    private const int Bands = 20;
    private const double LowestHertz = 100;
    private const double HighestHertz = 7000;
    private const double WindowSeconds = 0.025;

    /// <summary>The frames of a sound, each band with mean 0 over the sound, so that two voices can be compared.</summary>
    /// <param name="samples">One channel.</param>
    /// <param name="rate">Samples per second.</param>
    public static float[][] Of(float[] samples, int rate)
    {
        var window = (int)(WindowSeconds * rate);
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)window);
        var (low, high) = (Mel(LowestHertz), Mel(HighestHertz));
        var edges = Enumerable.Range(0, Bands + 1).Select(i => (int)(FromMel(low + ((high - low) * i / Bands)) * size / rate)).ToArray();
        var frames = new float[Math.Max(1, samples.Length * Rate / rate)][];
        var spectrum = new Complex[size];
        for (var frame = 0; frame < frames.Length; frame++)
        {
            var start = (frame * rate / Rate) - (window / 2);
            for (var i = 0; i < size; i++)
            {
                var at = start + i;
                spectrum[i] = i < window && at >= 0 && at < samples.Length
                    ? samples[at] * (0.54 - (0.46 * Math.Cos(Math.Tau * i / (window - 1))))
                    : Complex.Zero;
            }

            Transform(spectrum);
            frames[frame] = new float[Bands];
            for (var band = 0; band < Bands; band++)
            {
                var energy = 1e-6;
                for (var bin = edges[band]; bin <= Math.Max(edges[band], edges[band + 1] - 1); bin++)
                {
                    energy += (spectrum[bin].Real * spectrum[bin].Real) + (spectrum[bin].Imaginary * spectrum[bin].Imaginary);
                }

                frames[frame][band] = (float)Math.Log(energy);
            }
        }

        for (var band = 0; band < Bands; band++)
        {
            var mean = frames.Average(frame => frame[band]);
            foreach (var frame in frames)
            {
                frame[band] -= mean;
            }
        }

        return frames;
    }

    /// <summary>The fast Fourier transform after Cooley and Tukey, in place; the length is a power of two.</summary>
    private static void Transform(Complex[] values)
    {
        for (int i = 1, j = 0; i < values.Length; i++)
        {
            var bit = values.Length >> 1;
            for (; (j & bit) != 0; bit >>= 1)
            {
                j ^= bit;
            }

            j ^= bit;
            if (i < j)
            {
                (values[i], values[j]) = (values[j], values[i]);
            }
        }

        for (var length = 2; length <= values.Length; length <<= 1)
        {
            var turn = Complex.FromPolarCoordinates(1, -Math.Tau / length);
            for (var start = 0; start < values.Length; start += length)
            {
                var factor = Complex.One;
                for (var i = start; i < start + (length / 2); i++)
                {
                    var (even, odd) = (values[i], values[i + (length / 2)] * factor);
                    (values[i], values[i + (length / 2)]) = (even + odd, even - odd);
                    factor *= turn;
                }
            }
        }
    }

    private static double Mel(double hertz) => 2595 * Math.Log10(1 + (hertz / 700));

    private static double FromMel(double mel) => 700 * (Math.Pow(10, mel / 2595) - 1);
}
