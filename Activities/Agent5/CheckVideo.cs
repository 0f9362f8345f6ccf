using System.Text;
using Temporalio.Activities;
using Temporalio.Exceptions;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Narration;
using TemporalVideo.Studio.Pictures;
using TemporalVideo.Studio.Quality;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Agent5;

/// <summary>Measures the finished video, keeps the measurements beside it, lets no faulty one pass, and tidies up after a good
/// one.</summary>
internal sealed class CheckVideo(
    Pieces pieces, IObjectStore store, VideoCheck check, ContrastMeter contrasts, Intermediates intermediates,
    TakeRoom takes) : ICheckVideo
{
    private const string Version = "measurements/5";

    [Activity]
    public Task<CheckedVideo> CheckVideoAsync(ComposeTask task) => ActivityBody.RunAsync(task, null, async (_, cancellationToken) =>
    {
        var layout = new SessionLayout(task.Session);
        using var folder = new TemporaryFolder();
        var timing = (await pieces.ReadAsync<NarrationSchedule>(layout.Timing, cancellationToken)).Content;
        var video = await store.FetchAsync(layout.Final, folder.Path, cancellationToken);
        var story = (await pieces.ReadAsync<Story>(layout.Storyboard, cancellationToken)).Content;
        var measured = await check.CheckAsync(video.Path, new VideoPlan(timing.Duration) { Size = story.Size, Schedule = timing },
            cancellationToken);
        var scenes = task.Agent == AgentName.Agent5 ? await ScenesAsync(task, cancellationToken) : [];
        var evidence = await EvidenceAsync(layout, story, timing, scenes, cancellationToken);
        var film = task.Unscored || measured.Measurements.Film is not { } seen ? measured.Measurements.Film
            : seen with { Contrasts = await contrasts.MeasureAsync(video.Path, timing, evidence.Scenes, cancellationToken) };
        var report = measured with
        {
            Measurements = measured.Measurements with { Film = film },
            Quality = QualityReport.Of(evidence with { Film = film }),
            PlainFormulas = [.. scenes.SelectMany(scene => scene.Art.PlainFormulas.Select(formula => $"{scene.Id}: {formula}"))],
            Pictograms = scenes.Where(scene => scene.Art.Pictograms.Count > 0)
                .ToDictionary(scene => scene.Id, scene => scene.Art.Pictograms),
        };
        await pieces.DocumentAsync(
            new PieceOrder(layout.Measurements, Fingerprint.Of("measurements", Version, report)),
            () => Task.FromResult(report),
            cancellationToken);
        if (!report.Passed)
        {
            throw new ApplicationFailureException(
                $"The video does not pass its measurement: {string.Join(" ", report.Faults)} It is in the object store at {layout.Final}.",
                errorType: FailureTypes.VideoRejected,
                nonRetryable: true);
        }

        await intermediates.RemoveAsync(task, cancellationToken);
        await takes.KeepAsync(task.Session, story, cancellationToken);
        var found = report.Measurements;
        var quality = report.Quality;
        return new CheckedVideo
        {
            VideoKey = layout.Final,
            SubtitleKeys = [layout.Srt, layout.Vtt],
            Seconds = found.VideoSeconds,
            Files = (await store.ListAsync(layout.Agent5, cancellationToken)).Count,
            Measured = FormattableString.Invariant(
                $"{found.VideoSeconds:0.0} s, {found.Width}×{found.Height}, {found.Loudness:0.0} LUFS, conform {report.Conform} of 100, ")
                + (task.Unscored ? "quality not judged" : FormattableString.Invariant($"quality {quality.Score} of 100")),
            Conform = report.Conform,
            Quality = task.Unscored ? null : quality.Score,
            Worst = task.Unscored ? null
                : [.. quality.Worst.Select(moment => new WorstMoment(Math.Round(moment.At, 1), moment.What, moment.Mend))],
        };
    });

    /// <summary>All that is known of the video but what is measured on its file.</summary>
    private async Task<QualityEvidence> EvidenceAsync(
        SessionLayout layout, Story story, NarrationSchedule timing, IReadOnlyList<(string Id, SceneArt Art)> scenes,
        CancellationToken cancellationToken)
    {
        var source = await TextAsync(layout.Source, cancellationToken);
        return new QualityEvidence
        {
            Story = story,

            // A topic is a few words: the lesson that was found for it is not in the store.
            Source = source is not null && source.Trim().Contains('\n') ? source : null,
            Schedule = timing,
            Captions = await TextAsync(layout.Srt, cancellationToken) is { } script ? SubtitleReader.FromSrt(script) : null,
            Scenes = scenes.ToDictionary(scene => scene.Id, scene => scene.Art),
            Pictograms = scenes.ToDictionary(scene => scene.Id, scene => scene.Art.Pictograms),
        };
    }

    private async Task<string?> TextAsync(string key, CancellationToken cancellationToken) =>
        await store.ReadIfThereAsync(key, cancellationToken) is { } bytes ? Encoding.UTF8.GetString(bytes.Span) : null;

    /// <summary>The drawn scenes, as far as they are there.</summary>
    private async Task<IReadOnlyList<(string Id, SceneArt Art)>> ScenesAsync(ComposeTask task, CancellationToken cancellationToken)
    {
        var layout = new SessionLayout(task.Session);
        List<(string Id, SceneArt Art)> found = [];
        foreach (var id in task.SegmentIds)
        {
            if (await store.FindAsync(layout.Scene(id), cancellationToken) is not null)
            {
                found.Add((id, await pieces.ReadFolderAsync<SceneArt>(layout.Scene(id), cancellationToken)));
            }
        }

        return found;
    }
}
