using System.Diagnostics;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.WorkflowService.V1;

#pragma warning disable CS0612 // The command line still asks in the enhanced mode, which the API calls deprecated.
namespace TemporalVideo.DevServer.Tests.Executions;

public sealed class TaskQueueTests(BothServers servers) : ConformanceTest(servers)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C191_Describe_PolledQueue_ShowsItsPollersInBothModes(ServerKind kind)
    {
        var workflow = await NewAsync(kind);
        await workflow.StartAsync();
        await workflow.RunTaskAsync(Commands.Activity("a", workflow.Queue));
        await workflow.PollActivityAsync();

        foreach (var type in new[] { TaskQueueType.Workflow, TaskQueueType.Activity })
        {
            var legacy = await DescribeAsync(
                workflow, request => request.TaskQueueType = type, answer => answer.Pollers.Count > 0);
            legacy.Pollers.Should().ContainSingle().Which.Identity.Should().Be("worker");
            legacy.Pollers[0].LastAccessTime.Should().NotBeNull();
        }

        var enhanced = await DescribeAsync(
            workflow,
            request =>
            {
                request.ApiMode = DescribeTaskQueueMode.Enhanced;
                request.ReportPollers = true;
                request.TaskQueueTypes.Add([TaskQueueType.Workflow, TaskQueueType.Activity]);
            },
            answer => answer.VersionsInfo.TryGetValue(string.Empty, out var all)
                && all.TypesInfo.Values.Count(info => info.Pollers.Count > 0) == 2);
        enhanced.VersionsInfo[string.Empty].TypesInfo.Values.SelectMany(info => info.Pollers).Select(poller => poller.Identity).Should()
            .Equal("worker", "worker");
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C191_Describe_QueueOfNobody_ShowsNoPollers(ServerKind kind)
    {
        var workflow = await NewAsync(kind);

        (await DescribeAsync(workflow, _ => { }, _ => true)).Pollers.Should().BeEmpty();
    }

    /// <summary>Pollers become known some time after they have polled.</summary>
    private static async Task<DescribeTaskQueueResponse> DescribeAsync(
        TestWorkflow workflow, Action<DescribeTaskQueueRequest> with, Func<DescribeTaskQueueResponse, bool> isReady)
    {
        var request = new DescribeTaskQueueRequest { Namespace = TestWorkflow.Namespace, TaskQueue = workflow.TaskQueue };
        with(request);
        for (var waited = Stopwatch.StartNew(); ; await Task.Delay(50))
        {
            var answer = await workflow.Client.CallAsync<DescribeTaskQueueResponse>("DescribeTaskQueue", request);
            if (isReady(answer) || waited.Elapsed > Limit)
            {
                return answer;
            }
        }
    }
}
