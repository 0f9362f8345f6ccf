using System.Text;
using TemporalVideo.Activities.Jobs;
using TemporalVideo.Activities.Tests.Agents;

namespace TemporalVideo.Activities.Tests.Jobs;

public sealed class JobLogTests
{
    private const string Key = "pipelines/anna/p1/logs/verify.1.txt";

    [Fact]
    public async Task KeepAsync_AfterAPuttingThatWasStopped_PutsTheSameLines()
    {
        await using var bench = await AgentBench.StartAsync(withRow: false);
        var log = new JobLog(bench.Store, Key, []);
        log.Write("8\n");
        bench.FailPut = _ => throw new OperationCanceledException();
        await log.Awaiting(kept => kept.KeepAsync(default)).Should().ThrowAsync<OperationCanceledException>();
        bench.FailPut = null;

        await log.KeepAsync(default);

        Encoding.UTF8.GetString((await bench.Store.ReadAsync(Key, default)).Bytes.Span).Should().Be("8\n");
    }

    [Fact]
    public async Task KeepAsync_NothingNew_PutsNothing()
    {
        await using var bench = await AgentBench.StartAsync(withRow: false);
        var log = new JobLog(bench.Store, Key, []);
        log.Write("8\n");
        await log.KeepAsync(default);
        bench.FailPut = _ => true;

        await log.Awaiting(kept => kept.KeepAsync(default)).Should().NotThrowAsync();
    }
}
