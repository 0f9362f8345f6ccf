using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Schedule.V1;
using Temporalio.Api.TaskQueue.V1;
using Temporalio.Api.Workflow.V1;
using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Tests.Clients;
using TemporalVideo.Tests.Support;

namespace TemporalVideo.DevServer.Tests.Schedules;

public sealed class ScheduleTests : IAsyncLifetime
{
    private readonly string _dataFile = Path.Combine(Path.GetTempPath(), $"schedules-{Guid.NewGuid():N}.db");
    private DevServer _server = null!;
    private RawClient _client = null!;

    public Task InitializeAsync() => OpenAsync();

    public async Task DisposeAsync()
    {
        await CloseAsync();
        foreach (var suffix in (string[])["", "-wal", "-shm"])
        {
            File.Delete(_dataFile + suffix);
        }
    }

    [Fact]
    public async Task C193_Trigger_StartsAndSkipsWhileRunning()
    {
        await CreateAsync("s", ScheduleOverlapPolicy.Skip);
        await PatchAsync("s", new SchedulePatch { TriggerImmediately = new TriggerImmediatelyRequest() });
        await PatchAsync("s", new SchedulePatch { TriggerImmediately = new TriggerImmediatelyRequest() });

        var info = (await DescribeAsync("s")).Info;

        info.ActionCount.Should().Be(1);
        info.OverlapSkipped.Should().Be(1);
        info.RunningWorkflows.Single().WorkflowId.Should().MatchRegex(@"^w-\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$");
        info.FutureActionTimes.Should().HaveCount(10);
    }

    [Fact]
    public async Task C193_BufferOne_StartsTheNextWhenTheFirstCloses()
    {
        await CreateAsync("s", ScheduleOverlapPolicy.BufferOne);
        await PatchAsync("s", new SchedulePatch { BackfillRequest = { Backfill(3, ScheduleOverlapPolicy.Unspecified) } });
        var first = await DescribeAsync("s");
        first.Info.ActionCount.Should().Be(1);
        first.Info.BufferSize.Should().Be(1);
        first.Info.OverlapSkipped.Should().Be(1);

        await _client.CallAsync<TerminateWorkflowExecutionResponse>("TerminateWorkflowExecution", new TerminateWorkflowExecutionRequest
        {
            Namespace = "default",
            WorkflowExecution = first.Info.RunningWorkflows.Single(),
        });

        var next = await UntilAsync("s", schedule => schedule.Info.ActionCount == 2);
        next.Info.RecentActions[0].StartWorkflowStatus.Should().Be(WorkflowExecutionStatus.Terminated);
        next.Info.BufferSize.Should().Be(0);
    }

    [Fact]
    public async Task C193_TerminateOther_EndsTheFirstAndStartsTheNext()
    {
        await CreateAsync("s", ScheduleOverlapPolicy.TerminateOther);
        await PatchAsync("s", new SchedulePatch { BackfillRequest = { Backfill(2, ScheduleOverlapPolicy.Unspecified) } });

        var schedule = await UntilAsync("s", described => described.Info.ActionCount == 2);

        schedule.Info.RecentActions[0].StartWorkflowStatus.Should().Be(WorkflowExecutionStatus.Terminated);
    }

    [Fact]
    public async Task C193_Backfill_AllowAll_StartsEachTimeAlsoAfterARestart()
    {
        await CreateAsync("s", ScheduleOverlapPolicy.Skip);
        await CloseAsync();
        await OpenAsync();

        await PatchAsync("s", new SchedulePatch { BackfillRequest = { Backfill(4, ScheduleOverlapPolicy.AllowAll) } });

        var runs = await _client.CallAsync<ListWorkflowExecutionsResponse>(
            "ListWorkflowExecutions", new ListWorkflowExecutionsRequest { Namespace = "default", Query = "TemporalScheduledById='s'" });
        runs.Executions.Select(run => run.Execution.WorkflowId).Should().BeEquivalentTo(
            "w-2026-01-01T00:00:00Z", "w-2026-01-01T01:00:00Z", "w-2026-01-01T02:00:00Z", "w-2026-01-01T03:00:00Z");
    }

    [Fact]
    public async Task C193_Update_WithAStaleToken_IsDropped()
    {
        await CreateAsync("s", ScheduleOverlapPolicy.Skip);
        var described = await DescribeAsync("s");
        await UpdateAsync(described, "first");
        await UpdateAsync(described, "second");

        (await DescribeAsync("s")).Schedule.State.Notes.Should().Be("first");
    }

    [Fact]
    public async Task C193_Delete_LeavesNothing()
    {
        await CreateAsync("s", ScheduleOverlapPolicy.Skip);
        await _client.CallAsync<DeleteScheduleResponse>("DeleteSchedule",
            new DeleteScheduleRequest { Namespace = "default", ScheduleId = "s" });
        var describe = () => DescribeAsync("s");

        (await describe.Should().ThrowAsync<CallFailedException>().WithMessage("workflow not found for ID: temporal-sys-scheduler:s"))
            .Which.Code.Should().Be(StatusCode.NotFound);
        (await _client.CallAsync<ListSchedulesResponse>("ListSchedules", new ListSchedulesRequest { Namespace = "default" }))
            .Schedules.Should().BeEmpty();
    }

    private static BackfillRequest Backfill(int times, ScheduleOverlapPolicy overlap)
    {
        var start = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        return new BackfillRequest
        {
            StartTime = start.ToTimestamp(),
            EndTime = start.AddHours(times - 1).ToTimestamp(),
            OverlapPolicy = overlap,
        };
    }

    private Task CreateAsync(string id, ScheduleOverlapPolicy overlap) =>
        _client.CallAsync<CreateScheduleResponse>("CreateSchedule", new CreateScheduleRequest
        {
            Namespace = "default",
            ScheduleId = id,
            RequestId = Guid.NewGuid().ToString(),
            Schedule = new Schedule
            {
                Spec = new ScheduleSpec { Interval = { new IntervalSpec { Interval = Duration.FromTimeSpan(TimeSpan.FromHours(1)) } } },
                Policies = new SchedulePolicies { OverlapPolicy = overlap },
                Action = new ScheduleAction
                {
                    StartWorkflow = new NewWorkflowExecutionInfo
                    {
                        WorkflowId = "w",
                        WorkflowType = new WorkflowType { Name = "T" },
                        TaskQueue = new TaskQueue { Name = "q" },
                    },
                },
            },
        });

    private Task PatchAsync(string id, SchedulePatch patch) => _client.CallAsync<PatchScheduleResponse>(
        "PatchSchedule", new PatchScheduleRequest { Namespace = "default", ScheduleId = id, Patch = patch });

    private Task UpdateAsync(DescribeScheduleResponse seen, string notes)
    {
        var schedule = seen.Schedule.Clone();
        schedule.State.Notes = notes;
        return _client.CallAsync<UpdateScheduleResponse>("UpdateSchedule", new UpdateScheduleRequest
        {
            Namespace = "default",
            ScheduleId = "s",
            Schedule = schedule,
            ConflictToken = seen.ConflictToken,
        });
    }

    private Task<DescribeScheduleResponse> DescribeAsync(string id) => _client.CallAsync<DescribeScheduleResponse>(
        "DescribeSchedule", new DescribeScheduleRequest { Namespace = "default", ScheduleId = id });

    private async Task<DescribeScheduleResponse> UntilAsync(string id, Func<DescribeScheduleResponse, bool> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            var described = await DescribeAsync(id);
            if (condition(described))
            {
                return described;
            }

            await Task.Delay(50, limit.Token);
        }
    }

    private async Task OpenAsync()
    {
        _server = await DevServer.StartAsync(new DevServerOptions { Port = 0, DataFile = _dataFile });
        _client = new RawClient(_server.TargetHost);
    }

    private async Task CloseAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }
}
