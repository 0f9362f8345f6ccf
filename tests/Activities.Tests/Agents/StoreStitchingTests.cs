using System.Text.Json;
using Temporalio.Activities;
using Temporalio.Exceptions;
using TemporalVideo.Activities.Agent5;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Storage.Records.Money;
using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Narration;
using TemporalVideo.Studio.Tests;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Tests.Agents;

/// <summary>Agent6's clips are joined by a service where there is one.</summary>
public sealed class StoreStitchingTests : IDisposable, IStoreStitcher
{
    private const string Stitched = "agent5/stitched.mp4";

    private readonly MediaRoom _room = new();
    private readonly TaskCompletionSource _isWaiting = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private AgentBench? _bench;
    private int _frames = 60;
    private int _orders;
    private int _abandoned;
    private bool _waits;
    private StitchJobException? _failure;

    public string Identity => "service/1";

    public void Dispose() => _room.Dispose();

    [Fact]
    public async Task StitchClips_Agent6_IsJoinedByTheServiceAndPaidOnce()
    {
        await using var bench = await BenchAsync();

        var made = await StitchAsync(AgentName.Agent6, price: 0.01m);
        var found = await StitchAsync(AgentName.Agent6, price: 0.01m);

        (made.Found, made.Making!.Cost, found.Found, _orders).Should().Be((false, 0.01m, true, 1));
        (await _room.Probe.ProbeAsync(await bench.FileAsync(Stitched), default)).Video!.Frames.Should().Be(60);
        (await bench.KeysAsync("agent5/stitching/")).Should().BeEmpty("what the service wrote has become the piece");
        (await LedgerAsync(bench)).Should().ContainSingle().Which.Should()
            .BeEquivalentTo(new { Provider = "service/1", Unit = "job", Units = 1m, Amount = 10_000, Agent = "Agent6" });
    }

    [Fact]
    public async Task StitchClips_Agent5_IsJoinedByFfmpeg()
    {
        await using var bench = await BenchAsync();

        await StitchAsync(AgentName.Agent5);

        _orders.Should().Be(0);
        (await bench.KeysAsync(Stitched)).Should().ContainSingle();
    }

    [Theory]
    [InlineData(ActivityCancelReason.CancelRequested, 1)]
    [InlineData(ActivityCancelReason.WorkerShutdown, 0)]
    public async Task StitchClips_StoppedWhileTheServiceWorks_EndsItsWorkOnlyWhenTheRunWasCancelled(ActivityCancelReason why, int abandoned)
    {
        await using var bench = await BenchAsync();
        _waits = true;
        var step = StitchAsync(AgentName.Agent6, price: 0.01m);
        await _isWaiting.Task;

        bench.Running!.Cancel(why);

        await FluentActions.Awaiting(() => step).Should().ThrowAsync<OperationCanceledException>();
        _abandoned.Should().Be(abandoned);
        (await bench.Money.BalanceAsync(AgentBench.Session, default))!.Reserved.Should().Be(abandoned == 1 ? 0 : 10_000);

        _waits = false;
        await StitchAsync(AgentName.Agent6, price: 0.01m);
        (await LedgerAsync(bench)).Should().ContainSingle("a job that is found again is paid once").Which.Amount.Should().Be(10_000);
        (await bench.Money.BalanceAsync(AgentBench.Session, default))!.Reserved.Should().Be(0);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task StitchClips_ServiceFails_TellsItsWordsAndWhetherToTryAgain(bool tryAgain)
    {
        await using var bench = await BenchAsync();
        _failure = new StitchJobException("The job failed with error 1010: no file.", tryAgain);

        var failure = (await FluentActions.Awaiting(() => StitchAsync(AgentName.Agent6)).Should()
            .ThrowAsync<ApplicationFailureException>()).Which;

        (failure.ErrorType, failure.NonRetryable, failure.Message).Should()
            .Be((FailureTypes.StitchingFailed, !tryAgain, "The job failed with error 1010: no file."));
    }

    [Fact]
    public async Task StitchClips_ServicesVideoIsTooShort_IsNotTaken()
    {
        await using var bench = await BenchAsync();
        _frames = 45;

        var failure = await FluentActions.Awaiting(() => StitchAsync(AgentName.Agent6)).Should().ThrowAsync<ApplicationFailureException>()
            .WithMessage("*1.500 s of picture*2.000 s*");

        failure.Which.ErrorType.Should().Be(FailureTypes.InputUnusable);
        (await bench.KeysAsync(Stitched)).Should().BeEmpty();
    }

    private static Task<IReadOnlyList<LedgerRow>> LedgerAsync(AgentBench bench) => bench.Money.LedgerAsync(new LedgerFilter(), default);

    async Task IStoreStitcher.StitchAsync(StoreStitchRequest request, IProgress<double> progress, CancellationToken cancellationToken)
    {
        _orders++;
        request.Clips.Select(clip => clip.Seconds).Should().Equal(1, 1);
        if (_waits)
        {
            _isWaiting.SetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        if (_failure is not null)
        {
            throw _failure;
        }

        var (file, seconds) = (_room.File("joined.mp4"), FormattableString.Invariant($"{_frames / 30.0:0.###}"));
        await _room.RunAsync(
            "-f", "lavfi", "-i", $"testsrc2=s=320x180:r=30:d={seconds}", "-f", "lavfi", "-i", $"sine=f=440:r=48000:d={seconds}",
            "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-c:a", "aac", file);
        await _bench!.Store.PutAsync(request.Target, file, ObjectTags.None, cancellationToken);
    }

    Task IStoreStitcher.AbandonAsync(StoreStitchRequest request, CancellationToken cancellationToken) => Task.FromResult(_abandoned++);

    private Task<Piece> StitchAsync(AgentName agent, decimal price = 0) => _bench!.RunAsync<StitchClips, Piece>(activity =>
        activity.StitchClipsAsync(new ComposeTask
        {
            Session = AgentBench.Session,
            Agent = agent,
            SegmentIds = ["s01", "s02"],
            Price = price,
        }));

    private async Task<AgentBench> BenchAsync()
    {
        _bench = await AgentBench.StartAsync(stitcher: this);
        var clip = await _room.ClipAsync("clip.mp4", 30);
        foreach (var id in new[] { "s01", "s02" })
        {
            await _bench.PutFileAsync($"agent5/{id}_clip.mp4", clip, $"narrated:{id}");
            await _bench.PutFileAsync($"agent5/clips/{id}.mp4", clip, $"clip:{id}");
        }

        var timing = new NarrationSchedule(
            2, [.. new[] { "s01", "s02" }.Select(id => new SpokenSegment { SegmentId = id, Duration = 1, Sentences = [] })]);
        await _bench.PutAsync("agent4/timing.json", JsonSerializer.Serialize(timing));
        await _bench.PutAsync("agent2/storyboard.json", JsonSerializer.Serialize(AgentBench.Story));
        return _bench;
    }
}
