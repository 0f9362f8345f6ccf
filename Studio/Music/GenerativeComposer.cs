namespace TemporalVideo.Studio.Music;

/// <summary>Composes and plays background music on this machine. The subject sets the mood, the seed everything else.</summary>
public sealed class GenerativeComposer : IComposer
{
    /// <inheritdoc/>
    public string IdentityFor(MusicRequest request) => "generative/2";

    /// <inheritdoc/>
    public async Task ComposeAsync(MusicRequest request, string file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(request.Seconds, nameof(request));
        var samples = await Task.Run(() => Render(request, cancellationToken), cancellationToken);
        await MusicFinish.WriteAsync(samples, file);
    }

    /// <summary>The music as interleaved stereo samples.</summary>
    internal static float[] Render(MusicRequest request, CancellationToken cancellationToken)
    {
        var mood = Mood.Of(request.Subject);
        var length = (int)Math.Round(request.Seconds * Synthesiser.Rate);
        var (left, right) = (new float[length], new float[length]);
        var (dryLeft, dryRight) = (new float[length], new float[length]);
        foreach (var note in Score.Of(request))
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

        MusicFinish.Fade(mixed, request.Seconds);
        return mixed;
    }
}
