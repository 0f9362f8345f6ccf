using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Workflows.Video;

/// <summary>Composes the video: a moving clip for each segment, then all of them together.</summary>
internal sealed class Agent5(VideoRun run)
{
    private const AgentName Name = AgentName.Agent5;

    public Task<CheckedVideo> RunAsync(CancellationToken cancellationToken) => AgentWork.RunAsync(run, Name, async report =>
    {
        var cut = new FinalCut(run, Name, report);
        var segments = (await cut.DiscoverAsync(cancellationToken)).SegmentIds;
        var clips = new SegmentClips(run, report, segments);
        report.Processing($"Rendering {Counted.Of(segments.Count, "clip")}", segments.Count + 2);
        await report.ForEachAsync(
            Enumerable.Range(0, segments.Count).ToList(),
            run.Input.Settings.MaxParallel,
            clips.MakeAsync,
            index => ($"Clip {index + 1} of {segments.Count} rendered", segments[index]),
            cancellationToken);
        return await new Mending(run, Name, report, cut, clips).BestAsync(segments, cancellationToken);
    });
}
