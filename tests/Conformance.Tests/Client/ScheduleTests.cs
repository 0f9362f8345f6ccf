using Temporalio.Api.Enums.V1;
using Temporalio.Client;
using Temporalio.Client.Schedules;
using Temporalio.Converters;
using Temporalio.Exceptions;
using TemporalVideo.Conformance.Tests.Sdk;

namespace TemporalVideo.Conformance.Tests.Client;

public abstract class ScheduleTests(WorkerServerFixture server) : ClientTests(server)
{
    private readonly string _id = $"schedule-{Guid.NewGuid()}";

    [SkippableFact]
    public async Task CreateScheduleAsync_Described_IsAsGiven()
    {
        var handle = await Client.CreateScheduleAsync(_id, Paused());

        var description = await handle.DescribeAsync();

        description.Schedule.State.Paused.Should().BeTrue();
        description.Schedule.State.Note.Should().Be("not yet");
        description.Schedule.Policy.Overlap.Should().Be(ScheduleOverlapPolicy.AllowAll);
        description.Schedule.Spec.Calendars.Should().ContainSingle().Which.Hour.Should().Equal(new ScheduleRange(6, 18, 6));
        var action = description.Schedule.Action.Should().BeOfType<ScheduleActionStartWorkflow>().Subject;
        action.Workflow.Should().Be("Order");
        (await ((IEncodedRawValue)action.Args.First()!).ToValueAsync<string>()).Should().Be("pen");
        await handle.DeleteAsync();
    }

    [SkippableFact]
    public async Task CreateScheduleAsync_IdInUse_IsRefused()
    {
        var handle = await Client.CreateScheduleAsync(_id, Paused());

        await ((Func<Task>)(() => Client.CreateScheduleAsync(_id, Paused()))).Should().ThrowAsync<ScheduleAlreadyRunningException>();
        await handle.DeleteAsync();
    }

    [SkippableFact]
    public async Task C193_TriggerAsync_Schedule_StartsItsWorkflow()
    {
        var handle = await Client.CreateScheduleAsync(_id, Paused());

        await handle.TriggerAsync();
        var task = await Worker.RespondAsync(RawWorker.Complete());

        task.WorkflowType.Name.Should().Be("Order");
        task.WorkflowExecution.WorkflowId.Should().StartWith("scheduled-");
        await handle.DeleteAsync();
    }

    [SkippableFact]
    public async Task C193_UpdateAsync_Schedule_ChangesItAndKeepsItsArguments()
    {
        var handle = await Client.CreateScheduleAsync(_id, Paused());

        await handle.UpdateAsync(input => new ScheduleUpdate(
            input.Description.Schedule with { Spec = new ScheduleSpec { Intervals = [new ScheduleIntervalSpec(TimeSpan.FromHours(5))] } }));
        // The real server takes both as signals, on channels of their own: sent at once, the update may come last and pause again.
        await Eventually.BecomesAsync(() => handle.DescribeAsync(), shown => shown.Schedule.Spec.Intervals.Count == 1);
        await handle.UnpauseAsync("go");
        var description = await Eventually.BecomesAsync(() => handle.DescribeAsync(), shown => !shown.Schedule.State.Paused);

        description.Schedule.Spec.Intervals.Should().Equal(new ScheduleIntervalSpec(TimeSpan.FromHours(5)));
        description.Schedule.State.Note.Should().Be("go");
        var action = (ScheduleActionStartWorkflow)description.Schedule.Action;
        (await ((IEncodedRawValue)action.Args.First()!).ToValueAsync<string>()).Should().Be("pen");
        await handle.DeleteAsync();
    }

    [SkippableFact]
    public async Task DeleteAsync_Described_IsNotFound()
    {
        var handle = await Client.CreateScheduleAsync(_id, Paused());
        await handle.DeleteAsync();

        (await ((Func<Task>)(() => handle.DescribeAsync())).Should().ThrowAsync<RpcException>()).Which.Code
            .Should().Be(RpcException.StatusCode.NotFound);
    }

    private Schedule Paused() => new(
        ScheduleActionStartWorkflow.Create((Order wf) => wf.RunAsync("pen", 1), new WorkflowOptions($"scheduled-{_id}", TaskQueue)),
        new ScheduleSpec { Calendars = [new ScheduleCalendarSpec { Hour = [new ScheduleRange(6, 18, 6)] }] })
    {
        Policy = new SchedulePolicy { Overlap = ScheduleOverlapPolicy.AllowAll },
        State = new ScheduleState { Paused = true, Note = "not yet" },
    };

    [Collection(WorkerServers.Name)]
    public sealed class OnRealServer(WorkerServers.Real server) : ScheduleTests(server);

    [Collection(WorkerServers.Name)]
    public sealed class OnEmbeddedServer(WorkerServers.Embedded server) : ScheduleTests(server);
}
