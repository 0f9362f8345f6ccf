using Temporalio.Api.Enums.V1;
using Temporalio.Api.Update.V1;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Client;
using Temporalio.Converters;
using TemporalVideo.Tests.Support;

namespace Temporalio.Tests.Client;

public class UpdateWaitTests
{
    [Fact]
    public async Task C145_ExecuteUpdateAsync_AnswersWithoutStageOrOutcome_AsksAgainForTheSameUpdate()
    {
        var starts = new Queue<UpdateWorkflowExecutionResponse>(
            [new() { Stage = UpdateWorkflowExecutionLifecycleStage.Admitted }, new() { Stage = UpdateWorkflowExecutionLifecycleStage.Accepted }]);
        var polls = new Queue<PollWorkflowExecutionUpdateResponse>([new(), new() { Outcome = await OutcomeAsync(9) }]);
        await using var server = await new ScriptedServer()
            .On("UpdateWorkflowExecution", (UpdateWorkflowExecutionRequest _) => starts.Dequeue())
            .On("PollWorkflowExecutionUpdate", (PollWorkflowExecutionUpdateRequest _) => polls.Dequeue())
            .StartAsync();
        var client = await TemporalClient.ConnectAsync(new(server.TargetHost));

        var result = await client.GetWorkflowHandle("id").ExecuteUpdateAsync<int>("add", [1]);

        result.Should().Be(9);
        server.Received<UpdateWorkflowExecutionRequest>().Select(r => r.Request.Meta.UpdateId)
            .Concat(server.Received<PollWorkflowExecutionUpdateRequest>().Select(r => r.UpdateRef.UpdateId))
            .Should().HaveCount(4).And.AllBe(server.Received<UpdateWorkflowExecutionRequest>().First().Request.Meta.UpdateId);
    }

    private static async Task<Outcome> OutcomeAsync(int value) =>
        new() { Success = await DataConverter.Default.ToPayloadsProtoAsync([value]) };
}
