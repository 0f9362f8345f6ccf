using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Narration;

namespace TemporalVideo.Studio.Music;

/// <summary>What all music gets before it is mixed: faded ends, one level, one format.</summary>
internal static class MusicFinish
{
    private const double FadeIn = 0.5;
    private const double FadeOut = 2.8;
    private const float Peak = 0.7f;

    /// <summary>Fades both ends and brings the loudest sample to a fixed level.</summary>
    /// <param name="mixed">Stereo, interleaved, 48 kHz.</param>
    /// <param name="seconds">Its length.</param>
    public static void Fade(float[] mixed, double seconds)
    {
        var (fadeIn, fadeOut) = (Math.Min(FadeIn, seconds / 4), Math.Min(FadeOut, seconds / 3));
        var loudest = 1e-6f;
        for (var i = 0; i < mixed.Length; i++)
        {
            var time = (double)(i / 2) / VideoFormat.SampleRate;
            var fade = Math.Min(1, time / fadeIn) * Math.Clamp((seconds - time) / fadeOut, 0, 1);
            mixed[i] *= (float)(fade * fade);
            loudest = Math.Max(loudest, Math.Abs(mixed[i]));
        }

        for (var i = 0; i < mixed.Length; i++)
        {
            mixed[i] *= Peak / loudest;
        }
    }

    /// <summary>Writes the file whole or not at all.</summary>
    public static Task WriteAsync(float[] mixed, string file) => WholeFile.WriteAsync(file, part =>
    {
        WavFile.Write(part, mixed, VideoFormat.SampleRate, 2);
        return Task.CompletedTask;
    });
}
