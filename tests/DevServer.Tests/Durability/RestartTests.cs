using Grpc.Core;
using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Tests.Clients;
using TemporalVideo.DevServer.Tests.Executions;
using TemporalVideo.Tests.Support;

namespace TemporalVideo.DevServer.Tests.Durability;

public sealed class RestartTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task C147_C203_ServerKilledWithASpeculativeTask_TheRepeatedUpdateIsAnsweredOnce(bool isStarted)
    {
        await using var server = new ServerProcess();
        await server.StartAsync();
        using var client = new RawClient(server.TargetHost);
        var workflow = new TestWorkflow(client);
        await workflow.StartAsync();
        await workflow.RunTaskAsync();
        var lost = workflow.UpdateAsync("u");
        PollWorkflowTaskQueueResponse? task = null;
        if (isStarted)
        {
            task = await workflow.PollAsync();
            task.Messages.Should().ContainSingle();
        }
        else
        {
            await UntilPendingAsync(workflow);
        }

        await server.KillAsync();
        (await lost.Awaiting(each => each).Should().ThrowAsync<CallFailedException>()).Which.Code.Should().Be(StatusCode.Unavailable);
        await server.StartAsync();

        (await workflow.EventsAsync()).Should().Be("Started TaskScheduled TaskStarted TaskCompleted");
        if (task is not null)
        {
            (await workflow.Awaiting(each => AcceptAndCompleteAsync(each, task)).Should().ThrowAsync<CallFailedException>())
                .Which.Code.Should().Be(StatusCode.NotFound);
        }

        var update = workflow.UpdateAsync("u");
        var again = await workflow.PollAsync();
        await AcceptAndCompleteAsync(workflow, again);

        Values.Text((await update).Outcome.Success).Should().Be("done");
        (await workflow.EventsAsync()).Should().Be(
            "Started TaskScheduled TaskStarted TaskCompleted TaskScheduled TaskStarted TaskCompleted UpdateAccepted UpdateCompleted");
    }

    /// <summary>What a damaged disk or a later release left in one run does not keep the server from the others.</summary>
    [Fact]
    public async Task Start_OneRunIsUnreadable_TheOthersGoOn()
    {
        await using var server = new ServerProcess();
        await server.StartAsync();
        using var client = new RawClient(server.TargetHost);
        var (damaged, sound) = (new TestWorkflow(client), new TestWorkflow(client));
        await damaged.StartAsync();
        await sound.StartAsync();
        await server.KillAsync();
        server.Damage(damaged.Id);

        await server.StartAsync();

        var task = await sound.PollAsync();
        task.WorkflowExecution.WorkflowId.Should().Be(sound.Id);
        (await damaged.Awaiting(each => each.DescribeAsync()).Should().ThrowAsync<CallFailedException>())
            .Which.Code.Should().NotBe(StatusCode.NotFound, "it is there, and cannot be read");
        (await sound.EventsAsync()).Should().Be("Started TaskScheduled TaskStarted");
    }

    private static Task AcceptAndCompleteAsync(TestWorkflow workflow, PollWorkflowTaskQueueResponse task) => workflow.CompleteAsync(
        task, request => request.Messages.AddRange([UpdateAnswers.Accept(task.Messages.Single()), UpdateAnswers.Complete("u", "done")]));

    private static async Task UntilPendingAsync(TestWorkflow workflow)
    {
        while ((await workflow.DescribeAsync()).PendingWorkflowTask is null)
        {
            await Task.Delay(20);
        }
    }
}
