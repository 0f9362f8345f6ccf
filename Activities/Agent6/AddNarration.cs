using Microsoft.Extensions.Logging;
using Temporalio.Activities;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Motion;
using TemporalVideo.Studio.Narration;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Agent6;

/// <summary>Puts a segment's narration into its silent clip (R-B5).</summary>
internal sealed partial class AddNarration(
    Pieces pieces, IObjectStore store, NarratedClips clips, AudioReplacer replacer, ILogger<AddNarration> logger) : IAddNarration
{
    [Activity]
    public Task<Piece> AddNarrationAsync(ClipTask task) => ActivityBody.RunAsync(task, task.SegmentId, async (_, cancellationToken) =>
    {
        var (layout, id) = (new SessionLayout(task.Session), task.SegmentId);
        if (await clips.FindAsync(task, cancellationToken) is { } found)
        {
            return new Piece(layout.Clip(task.Agent, id), 1, Found: true) { Fingerprint = found };
        }

        using var folder = new TemporaryFolder();
        var silent = await store.FetchAsync(layout.SilentClip(id), folder.Path, cancellationToken);
        try
        {
            var narration = await store.FetchAsync(layout.Narration(id), folder.Path, cancellationToken);
            return await ClipAsync(narration.Path, narration.Object.Tags.Fingerprint);
        }
        catch (Exception failure) when (failure is ToolFailedException or ObjectMissingException
            && !cancellationToken.IsCancellationRequested)
        {
            NarrationMissing(logger, id, failure);
            var clip = await ClipAsync(Silence(folder), null);
            return clip with { Warning = $"The clip of {id} has no narration: {failure.Message.Split('\n')[0]}" };
        }

        Task<Piece> ClipAsync(string audio, string? madeFrom) => pieces.FileAsync(
            new PieceOrder(layout.Clip(task.Agent, id), clips.Narrated(silent.Object.Tags.Fingerprint, madeFrom)),
            file => replacer.ReplaceAsync(silent.Path, audio, file, cancellationToken),
            cancellationToken);
    });

    /// <summary>All clips need a sound track, or they could not be joined.</summary>
    private static string Silence(TemporaryFolder folder)
    {
        var silence = folder.File("silence.wav");
        WavFile.Write(silence, new float[VideoFormat.SampleRate], VideoFormat.SampleRate, 1);
        return silence;
    }

    [LoggerMessage(EventId = 610, Level = LogLevel.Warning, Message = "The clip of {Segment} goes on without its narration")]
    private static partial void NarrationMissing(ILogger logger, string segment, Exception failure);
}
