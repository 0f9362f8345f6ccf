using System.Runtime.ExceptionServices;
using Temporalio.Activities;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Narration;
using TemporalVideo.Studio.Providers;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Agent5;

/// <summary>
/// Has a service join Agent6's clips in the bucket. Its result is measured and becomes the same piece that ffmpeg would have made: what
/// follows does not know the difference.
/// </summary>
internal sealed class StoreStitching(
    Pieces pieces, IObjectStore store, MediaProbe probe, IPaidCalls paid, IEnumerable<IStoreStitcher> stitchers)
{
    private const double Tolerance = 0.15;
    private static readonly TimeSpan CancelLimit = TimeSpan.FromSeconds(20);

    /// <summary>The service; null when ffmpeg joins all clips.</summary>
    private readonly IStoreStitcher? _stitcher = stitchers.LastOrDefault();

    /// <summary>Whether a composer's clips are joined by the service: Agent6's only (R-B6).</summary>
    public bool IsFor(ComposeTask task) => _stitcher is not null && task.Agent == AgentName.Agent6;

    /// <summary>Joins them.</summary>
    public async Task<Piece> StitchAsync(ComposeTask task, IProgress<double> progress, CancellationToken cancellationToken)
    {
        var layout = new SessionLayout(task.Session);
        var clips = await ClipsAsync(layout, task, cancellationToken);
        var size = (await pieces.ReadAsync<Story>(layout.Storyboard, cancellationToken)).Content.Size;
        var made = Fingerprint.Of("stitched", _stitcher!.Identity, size, clips.Select(clip => clip.Fingerprint).ToArray());
        var request = new StoreStitchRequest
        {
            Session = task.Session,
            Fingerprint = made,
            Clips = [.. clips.Select(clip => clip.Clip)],
            Size = size,
            Target = layout.StitchOutput(Fingerprint.KeyPart(made)),
            Record = layout.StitchOrder,
            Black = layout.StitchBlack,
        };
        var piece = await pieces.FileAsync(
            new PieceOrder(layout.Stitched, made, task.Price), file => MakeAsync(request, file, task.Price, progress, cancellationToken),
            cancellationToken);
        await pieces.PruneAsync(layout.StitchJobs, left => layout.StitchJobs + left == layout.StitchOrder, cancellationToken);
        return piece;
    }

    private async Task MakeAsync(
        StoreStitchRequest request, string file, decimal price, IProgress<double> progress, CancellationToken cancellationToken)
    {
        await BookedAsync(request, price, progress, cancellationToken);
        using var folder = new TemporaryFolder();
        var output = await store.FetchAsync(request.Target, folder.Path, cancellationToken);
        Verify(await probe.ProbeAsync(output.Path, cancellationToken), request.Clips.Sum(clip => clip.Seconds));
        File.Move(output.Path, file);
    }

    /// <summary>A job is paid when it is done; one that is still under way is found again, and not ordered twice.</summary>
    private async Task BookedAsync(
        StoreStitchRequest request, decimal price, IProgress<double> progress, CancellationToken cancellationToken)
    {
        var call = new PaidCall
        {
            Provider = _stitcher!.Identity,
            Model = "job",
            Capability = Capability.Stitching,
            Units = 1,
            Unit = "job",
            Price = price,
            Key = Fingerprint.KeyPart(Fingerprint.Of("job", $"{request.Session}", request.Fingerprint)),
            IsKnownAgain = true,
        };
        try
        {
            await paid.MakeAsync(
                call,
                async (_, token) =>
                {
                    await OrderAsync(request, progress, token);
                    return new PaidAnswer<string>(request.Target, 1, price, null);
                },
                cancellationToken);
        }
        catch (ProviderException unpaid) when (unpaid.InnerException is { } why and (StitchJobException or OperationCanceledException))
        {
            ExceptionDispatchInfo.Throw(why);
        }
    }

    /// <summary>A worker that ends leaves the job to the next; only a cancelled run cancels it. What has no result is not paid.</summary>
    private async Task OrderAsync(StoreStitchRequest request, IProgress<double> progress, CancellationToken cancellationToken)
    {
        try
        {
            await _stitcher!.StitchAsync(request, progress, cancellationToken);
        }
        catch (OperationCanceledException cancelled)
            when (ActivityExecutionContext.Current.CancelReason == ActivityCancelReason.CancelRequested)
        {
            using var limit = new CancellationTokenSource(CancelLimit);
            await _stitcher!.AbandonAsync(request, limit.Token);
            throw Unpaid(cancelled);
        }
        catch (StitchJobException failure) when (!failure.TryAgain)
        {
            throw Unpaid(failure);
        }
    }

    private ProviderException Unpaid(Exception why) =>
        new(_stitcher!.Identity, ProviderFailure.Rejected, why.Message, innerException: why);

    private async Task<IReadOnlyList<(StoreClip Clip, string? Fingerprint)>> ClipsAsync(
        SessionLayout layout, ComposeTask task, CancellationToken cancellationToken)
    {
        var timing = (await pieces.ReadAsync<NarrationSchedule>(layout.Timing, cancellationToken)).Content;
        var clips = new List<(StoreClip, string?)>();
        foreach (var id in task.SegmentIds)
        {
            var key = layout.Clip(task.Agent, id);
            var clip = await store.FindAsync(key, cancellationToken) ?? throw new ObjectMissingException(key, "the object store");
            var frames = VideoFormat.Frames(timing.Segments.Single(segment => segment.SegmentId == id).Duration);
            clips.Add((new StoreClip(key, (double)frames / VideoFormat.FramesPerSecond), clip.Tags.Fingerprint));
        }

        return clips;
    }

    private static void Verify(MediaInfo result, double expected)
    {
        var (video, audio) = (result.Video?.Duration ?? 0, result.Audio?.Duration ?? 0);
        if (Math.Abs(video - expected) > Tolerance || Math.Abs(audio - expected) > Tolerance)
        {
            throw new StitchException(FormattableString.Invariant(
                $"The video that the service joined has {video:0.000} s of picture and {audio:0.000} s of sound; its clips add up to ")
                + FormattableString.Invariant($"{expected:0.000} s."));
        }
    }
}
