using Temporalio.Activities;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Studio.Narration;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Agent4;

/// <summary>Lays the spoken sentences of all segments on the time line and joins them to a narration for each segment.</summary>
internal sealed class TimeNarration(PieceMaker pieces, IObjectStore store, NarrationAssembler assembler) : ITimeNarration
{
    [Activity]
    public Task<Piece> TimeNarrationAsync(StoryboardTask task) => Step.RunAsync(task, null, async (progress, cancellationToken) =>
    {
        var layout = new SessionLayout(task.Session);
        var segments = task.Story.Segments.Select(segment => segment.Id).ToHashSet();
        await pieces.PruneAsync(layout.Agent4, name => !name.StartsWith('s') || segments.Contains(name.Split('/', '.')[0]), cancellationToken);
        var speech = new List<SegmentSpeech>();
        foreach (var segment in task.Story.Segments)
        {
            speech.Add(await pieces.ReadAsync<SegmentSpeech>(layout.Sentences(segment.Id), cancellationToken));
        }

        var schedule = NarrationTiming.Schedule(speech, task.Story.Duration);
        foreach (var (index, spoken) in schedule.Segments.Index())
        {
            await AssembleAsync(layout, spoken, schedule.Tempo, cancellationToken);
            progress.Report((double)(index + 1) / schedule.Segments.Count);
        }

        var timing = await pieces.DocumentAsync(layout.Timing, Fingerprint.Of("timing", schedule), schedule, cancellationToken);
        return timing with { Files = timing.Files + schedule.Segments.Count, Warning = Overlength(schedule.Duration - task.Story.Duration) };
    });

    private static string? Overlength(double seconds) => Math.Abs(seconds) <= 0.5
        ? null
        : FormattableString.Invariant($"The narration takes {Math.Abs(seconds):0.0} s {(seconds > 0 ? "longer" : "less")} than planned; the video follows it.");

    private async Task AssembleAsync(SessionLayout layout, SpokenSegment spoken, double tempo, CancellationToken cancellationToken)
    {
        var fingerprint = Fingerprint.Of(
            "narration", spoken, tempo, await pieces.FingerprintOfAsync(layout.Sentences(spoken.SegmentId), cancellationToken));
        await pieces.FileAsync(layout.Narration(spoken.SegmentId), fingerprint, async file =>
        {
            var sentences = new List<string>();
            for (var i = 0; i < spoken.Sentences.Count; i++)
            {
                sentences.Add(await store.FetchAsync(layout.Sentence(spoken.SegmentId, i), cancellationToken));
            }

            await assembler.AssembleAsync(spoken, sentences, tempo, file, cancellationToken);
        }, cancellationToken);
    }
}
