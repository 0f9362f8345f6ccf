using Microsoft.Extensions.Logging;
using Temporalio.Activities;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Motion;
using TemporalVideo.Studio.Narration;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Agent6;

/// <summary>Puts a segment's narration into its silent clip (R-B5).</summary>
internal sealed partial class AddNarration(PieceMaker pieces, IObjectStore store, AudioReplacer replacer, ILogger<AddNarration> logger) : IAddNarration
{
    [Activity]
    public Task<Piece> AddNarrationAsync(ClipTask task) => Step.RunAsync(task, task.SegmentId, async (_, cancellationToken) =>
    {
        var layout = new SessionLayout(task.Session);
        var key = layout.Clip(task.Agent, task.SegmentId);
        try
        {
            var narration = layout.Narration(task.SegmentId);
            return await ReplaceAsync(
                key, await store.FetchAsync(narration, cancellationToken), await pieces.FingerprintOfAsync(narration, cancellationToken), cancellationToken);
        }
        catch (Exception failure) when (failure is ToolFailedException or ObjectMissingException && !cancellationToken.IsCancellationRequested)
        {
            NarrationMissing(logger, task.SegmentId, failure);
            var silent = await ReplaceBySilenceAsync(key, cancellationToken);
            return silent with { Warning = $"The clip of {task.SegmentId} has no narration: {failure.Message.Split('\n')[0]}" };
        }
    });

    private async Task<Piece> ReplaceAsync(string key, string audio, string? madeFrom, CancellationToken cancellationToken)
    {
        var silent = await pieces.FingerprintOfAsync(key, cancellationToken) ?? "";
        var clip = await store.FetchAsync(key, cancellationToken);
        return await pieces.FileAsync(
            key, ClipFingerprint.WithNarration(silent, madeFrom), file => replacer.ReplaceAsync(clip, audio, file, cancellationToken), cancellationToken);
    }

    /// <summary>All clips need a sound track, or they could not be joined.</summary>
    private async Task<Piece> ReplaceBySilenceAsync(string key, CancellationToken cancellationToken)
    {
        using var folder = new TemporaryFolder();
        var silence = folder.File("silence.wav");
        WavFile.Write(silence, new float[VideoFormat.SampleRate], VideoFormat.SampleRate, 1);
        return await ReplaceAsync(key, silence, "silence", cancellationToken);
    }

    [LoggerMessage(EventId = 610, Level = LogLevel.Warning, Message = "The clip of {Segment} goes on without its narration")]
    private static partial void NarrationMissing(ILogger logger, string segment, Exception failure);
}
