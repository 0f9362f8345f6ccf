using Google.Protobuf;
using Grpc.Core;
using Temporalio.Api.ErrorDetails.V1;
using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Tests.Executions;
using TemporalVideo.Tests.Support;

namespace TemporalVideo.DevServer.Tests.Hostile;

public sealed class TokenTests(BothServers servers) : ConformanceTest(servers)
{
    private static readonly ByteString Garbage = ByteString.CopyFrom(0xFF, 0xFE, 0xFD, 0x01);

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task MalformedTaskToken_IsInvalidArgument(ServerKind kind)
    {
        var client = (await NewAsync(kind)).Client;

        await RefusedAsync(
            () => client.CallAsync<RespondWorkflowTaskCompletedResponse>(
                "RespondWorkflowTaskCompleted",
                    new RespondWorkflowTaskCompletedRequest { Namespace = TestWorkflow.Namespace, TaskToken = Garbage }),
            StatusCode.InvalidArgument,
            "Error deserializing task token.");
        await RefusedAsync(
            () => client.CallAsync<RespondActivityTaskCompletedResponse>(
                "RespondActivityTaskCompleted",
                    new RespondActivityTaskCompletedRequest { Namespace = TestWorkflow.Namespace, TaskToken = Garbage }),
            StatusCode.InvalidArgument,
            "Error deserializing task token.");
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task MalformedPageToken_IsInvalidArgument(ServerKind kind)
    {
        var workflow = await NewAsync(kind);
        await workflow.StartAsync();

        await RefusedAsync(() => workflow.HistoryPageAsync(request => request.NextPageToken = Garbage), StatusCode.InvalidArgument,
            "Invalid NextPageToken.");
    }

    [SkippableTheory, MemberData(nameof(Servers))]
    public async Task C016_C003_TokenInAnotherNamespace_HasNoEffect(ServerKind kind)
    {
        var workflow = await NewAsync(kind);
        await workflow.StartAsync();
        var task = await workflow.PollAsync();

        // The real server has one more namespace; here, one is as unknown as another.
        var other = kind == ServerKind.Real ? "temporal-system" : await OtherNamespaceAsync(workflow);
        await RefusedAsync(
            () => workflow.CompleteAsync(task, request => request.Namespace = other, Commands.Complete()),
            StatusCode.InvalidArgument,
            "Operation requested with a token from a different namespace.");
        var unknown = await RefusedAsync(
            () => workflow.CompleteAsync(task, request => request.Namespace = "nowhere", Commands.Complete()),
            StatusCode.NotFound,
            "Namespace nowhere is not found.");
        unknown.Status!.Details.Single().Unpack<NamespaceNotFoundFailure>().Namespace.Should().Be("nowhere");

        await workflow.CompleteAsync(task, Commands.Complete());
        (await workflow.EventsAsync()).Should().Be("Started TaskScheduled TaskStarted TaskCompleted Completed");
    }

    private static async Task<string> OtherNamespaceAsync(TestWorkflow workflow)
    {
        var name = "other-" + Guid.NewGuid().ToString("N");
        await workflow.Client.CallAsync<RegisterNamespaceResponse>(
            "RegisterNamespace",
            new RegisterNamespaceRequest { Namespace = name, WorkflowExecutionRetentionPeriod = new() { Seconds = 86_400 } });
        return name;
    }

    private static async Task<CallFailedException> RefusedAsync(Func<Task> call, StatusCode code, string text)
    {
        var refused = (await call.Should().ThrowAsync<CallFailedException>()).Which;
        refused.Code.Should().Be(code);
        refused.Message.Should().Be(text);
        return refused;
    }
}
