using Temporalio.Api.Enums.V1;
using Temporalio.Client;
using Temporalio.Common;
using Temporalio.Converters;
using Temporalio.Testing;
using Temporalio.Tests.Client;

namespace Temporalio.Tests.Testing;

public class WorkflowEnvironmentTests
{
    [Fact]
    public async Task StartLocalAsync_Server_RunsWorkflowsInRealTime()
    {
        var key = SearchAttributeKey.CreateKeyword("Subject");
        await using var env = await WorkflowEnvironment.StartLocalAsync(new() { Namespace = "mine", SearchAttributes = [key] });
        var options = new WorkflowOptions("id", "queue")
        {
            TypedSearchAttributes = new SearchAttributeCollection.Builder().Set(key, "sky").ToSearchAttributeCollection(),
        };

        var handle = await env.Client.StartWorkflowAsync("W", [], options);
        await new RawWorker(env.Client, "queue").RespondAsync(RawWorker.Complete(await DataConverter.Default.ToPayloadsProtoAsync([1])));

        (await handle.GetResultAsync<int>()).Should().Be(1);
        env.SupportsTimeSkipping.Should().BeFalse();
        env.Client.Options.Namespace.Should().Be("mine");
    }

    [Fact]
    public async Task C200_GetResultAsync_TimeSkipping_JumpsOverALongTimer()
    {
        await using var env = await WorkflowEnvironment.StartTimeSkippingAsync();
        var worker = new RawWorker(env.Client, "queue");
        var before = await env.GetCurrentTimeAsync();
        var handle = await env.Client.StartWorkflowAsync("W", [], new("id", "queue"));
        await worker.RespondAsync(Timer(TimeSpan.FromDays(300)));

        var result = handle.GetResultAsync<int>();
        await worker.RespondAsync(RawWorker.Complete(await DataConverter.Default.ToPayloadsProtoAsync([5])));

        (await result).Should().Be(5);
        env.SupportsTimeSkipping.Should().BeTrue();
        ((await env.GetCurrentTimeAsync()) - before).Should().BeGreaterThan(TimeSpan.FromDays(299));
    }

    [Fact]
    public async Task C200_NoResultAwaited_TimeSkipping_TimeStaysReal()
    {
        await using var env = await WorkflowEnvironment.StartTimeSkippingAsync();
        var before = await env.GetCurrentTimeAsync();
        var handle = await env.Client.StartWorkflowAsync("W", [], new("id", "queue"));
        await new RawWorker(env.Client, "queue").RespondAsync(Timer(TimeSpan.FromDays(300)));

        var status = await env.WithAutoTimeSkippingDisabledAsync(async () => (await handle.DescribeAsync()).Status);

        status.Should().Be(WorkflowExecutionStatus.Running);
        ((await env.GetCurrentTimeAsync()) - before).Should().BeLessThan(TimeSpan.FromDays(1));
    }

    [Fact]
    public async Task DelayAsync_TimeSkipping_MovesTheServersTime()
    {
        await using var env = await WorkflowEnvironment.StartTimeSkippingAsync();
        var before = await env.GetCurrentTimeAsync();

        await env.DelayAsync(TimeSpan.FromDays(2));

        ((await env.GetCurrentTimeAsync()) - before).Should().BeGreaterThanOrEqualTo(TimeSpan.FromDays(2));
    }

    private static Api.Command.V1.Command Timer(TimeSpan after) => new()
    {
        CommandType = CommandType.StartTimer,
        StartTimerCommandAttributes = new() { TimerId = "1", StartToFireTimeout = new() { Seconds = (long)after.TotalSeconds } },
    };
}
