using System.Text;
using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Narration;

namespace TemporalVideo.Studio.Music;

/// <summary>Composes and plays background music on this machine. The subject sets the mood, the seed everything else.</summary>
public sealed class GenerativeComposer : IComposer
{
    private const double FadeIn = 0.5;
    private const double FadeOut = 2.8;
    private const float Peak = 0.7f;

    /// <inheritdoc/>
    public string Identity => "generative/1";

    /// <inheritdoc/>
    public async Task ComposeAsync(MusicRequest request, string file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(request.Seconds, nameof(request));
        var samples = await Task.Run(() => Render(request, cancellationToken), cancellationToken);
        await WholeFile.WriteAsync(file, part =>
        {
            WavFile.Write(part, samples, Synthesiser.Rate, 2);
            return Task.CompletedTask;
        });
    }

    /// <summary>The music as interleaved stereo samples.</summary>
    internal static float[] Render(MusicRequest request, CancellationToken cancellationToken)
    {
        var mood = Mood.Of(request.Subject);
        var random = new Random(Seed($"{request.Subject}\n{request.Seed}"));
        var length = (int)Math.Round(request.Seconds * Synthesiser.Rate);
        var (left, right) = (new float[length], new float[length]);
        var (dryLeft, dryRight) = (new float[length], new float[length]);
        foreach (var note in Score.Compose(mood, request.Seconds, random))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var dry = note.Instrument is Instrument.Bass or Instrument.Kick;
            Synthesiser.Play(note, mood.Brightness, dry ? dryLeft : left, dry ? dryRight : right);
        }

        var (echoLeft, echoRight) = (Reverb.Of(left, 0), Reverb.Of(right, 23));
        var mixed = new float[length * 2];
        for (var i = 0; i < length; i++)
        {
            mixed[i * 2] = dryLeft[i] + left[i] + (0.5f * echoLeft[i]);
            mixed[(i * 2) + 1] = dryRight[i] + right[i] + (0.5f * echoRight[i]);
        }

        Finish(mixed, request.Seconds);
        return mixed;
    }

    /// <summary>Fades both ends and brings the loudest sample to a fixed level.</summary>
    private static void Finish(float[] mixed, double seconds)
    {
        var (fadeIn, fadeOut) = (Math.Min(FadeIn, seconds / 4), Math.Min(FadeOut, seconds / 3));
        var loudest = 1e-6f;
        for (var i = 0; i < mixed.Length; i++)
        {
            var time = (double)(i / 2) / Synthesiser.Rate;
            var fade = Math.Min(1, time / fadeIn) * Math.Clamp((seconds - time) / fadeOut, 0, 1);
            mixed[i] *= (float)(fade * fade);
            loudest = Math.Max(loudest, Math.Abs(mixed[i]));
        }

        for (var i = 0; i < mixed.Length; i++)
        {
            mixed[i] *= Peak / loudest;
        }
    }

    /// <summary>FNV-1a: the same on every machine, as the seed of a video must be.</summary>
    private static int Seed(string text) =>
        (int)(Encoding.UTF8.GetBytes(text).Aggregate(2166136261u, (hash, value) => unchecked((hash ^ value) * 16777619u)) & int.MaxValue);
}
