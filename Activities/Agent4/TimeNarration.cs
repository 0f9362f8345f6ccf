using Temporalio.Activities;
using TemporalVideo.Activities.Storytelling;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Narration;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Agent4;

/// <summary>Lays the spoken sentences of all segments on the time line and joins them to a narration for each segment.</summary>
internal sealed class TimeNarration(Stories stories, Pieces pieces, IObjectStore store, NarrationAssembler assembler) : ITimeNarration
{
    [Activity]
    public Task<Piece> TimeNarrationAsync(StoryboardTask task) => ActivityBody.RunAsync(task, null, async (progress, cancellationToken) =>
    {
        var layout = new SessionLayout(task.Session);
        var story = await stories.ReadAsync(task, cancellationToken);
        var segments = story.Segments.Select(segment => segment.Id).ToHashSet();
        await pieces.PruneAsync(layout.Agent4, name => !name.StartsWith('s') || segments.Contains(name.Split('/', '.')[0]),
            cancellationToken);
        using var folder = new TemporaryFolder();
        var speech = new List<DocumentFolder<SegmentSpeech>>();
        foreach (var segment in story.Segments)
        {
            speech.Add(
                await pieces.FetchFolderAsync<SegmentSpeech>(layout.Sentences(segment.Id), SentenceFile.Names, folder, cancellationToken));
        }

        var schedule = NarrationTiming.Schedule(
            [.. speech.Select(spoken => spoken.Content)], story.Duration, [.. story.Segments.Select(segment => segment.Reading)],
            await KeptAsync(layout, cancellationToken));
        foreach (var (index, (spoken, sentences)) in schedule.Segments.Zip(speech).Index())
        {
            await AssembleAsync(layout, spoken, sentences, schedule.Tempo, cancellationToken);
            progress.Report((double)(index + 1) / schedule.Segments.Count);
        }

        var timing = await pieces.DocumentAsync(
            new PieceOrder(layout.Timing, Fingerprint.Of("timing", assembler.Identity, schedule)),
            () => Task.FromResult(schedule),
            cancellationToken);
        return timing with
        {
            Files = timing.Files + schedule.Segments.Count,
            Warning = Difference(schedule.Duration - story.Duration, story.Duration),
        };
    });

    private async Task<NarrationSchedule?> KeptAsync(SessionLayout layout, CancellationToken cancellationToken) =>
        await store.FindAsync(layout.KeptTiming, cancellationToken) is null
            ? null : (await pieces.ReadAsync<NarrationSchedule>(layout.KeptTiming, cancellationToken)).Content;

    private static string? Difference(double seconds, double planned) => Math.Abs(seconds) <= Math.Max(0.5, planned / 20)
        ? null
        : FormattableString.Invariant(
            $"The narration takes {Math.Abs(seconds):0.0} s {(seconds > 0 ? "longer" : "less")} than planned; the video follows it.");

    private Task<Piece> AssembleAsync(
        SessionLayout layout, SpokenSegment spoken, DocumentFolder<SegmentSpeech> sentences, double tempo,
        CancellationToken cancellationToken) =>
        pieces.FileAsync(
            new PieceOrder(
                layout.Narration(spoken.SegmentId),
                Fingerprint.Of("narration", assembler.Identity, spoken, tempo, sentences.Fingerprint)),
            file => assembler.AssembleAsync(
                spoken,
                [.. SentenceFile.Names(sentences.Content).Select(name => Path.Combine(sentences.Folder, name))],
                tempo,
                file,
                cancellationToken),
            cancellationToken);
}
