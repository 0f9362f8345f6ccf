using System.Collections.Concurrent;
using Google.Protobuf;
using Temporalio.Api.Common.V1;
using Temporalio.Client;
using Temporalio.Client.Interceptors;
using Temporalio.Worker.Interceptors;

namespace TemporalVideo.Conformance.Tests.Headers;

/// <summary>Sends a header with every call of a client, and keeps what arrives at the worker.</summary>
internal sealed class PassingInterceptor : IClientInterceptor, IWorkerInterceptor
{
    /// <summary>What is sent: bytes that are no text.</summary>
    public static readonly byte[] Sent = [0, 255, 10, 0];

    /// <summary>What arrived, by kind of call.</summary>
    public ConcurrentDictionary<string, byte[]> Arrived { get; } = new();

    public ClientOutboundInterceptor InterceptClient(ClientOutboundInterceptor nextInterceptor) => new Outbound(nextInterceptor);

    public WorkflowInboundInterceptor InterceptWorkflow(WorkflowInboundInterceptor nextInterceptor) => new Inbound(nextInterceptor, this);

    private static Dictionary<string, Payload> Headers(string call) => new() { [call] = new() { Data = ByteString.CopyFrom(Sent) } };

    private void Keep(string call, IReadOnlyDictionary<string, Payload>? headers) =>
        Arrived[call] = headers?.GetValueOrDefault(call)?.Data.ToByteArray() ?? [];

    private sealed class Outbound(ClientOutboundInterceptor next) : ClientOutboundInterceptor(next)
    {
        public override Task<WorkflowHandle<TWorkflow, TResult>> StartWorkflowAsync<TWorkflow, TResult>(StartWorkflowInput input) =>
            base.StartWorkflowAsync<TWorkflow, TResult>(input with { Headers = Headers("start") });

        public override Task SignalWorkflowAsync(SignalWorkflowInput input) =>
            base.SignalWorkflowAsync(input with { Headers = Headers("signal") });

        public override Task<TResult> QueryWorkflowAsync<TResult>(QueryWorkflowInput input) =>
            base.QueryWorkflowAsync<TResult>(input with { Headers = Headers("query") });

        public override Task<WorkflowUpdateHandle<TResult>> StartWorkflowUpdateAsync<TResult>(StartWorkflowUpdateInput input) =>
            base.StartWorkflowUpdateAsync<TResult>(input with { Headers = Headers("update") });
    }

    private sealed class Inbound(WorkflowInboundInterceptor next, PassingInterceptor kept) : WorkflowInboundInterceptor(next)
    {
        public override Task<object?> ExecuteWorkflowAsync(ExecuteWorkflowInput input)
        {
            kept.Keep("start", Temporalio.Workflows.Workflow.Info.Headers);
            return base.ExecuteWorkflowAsync(input);
        }

        public override Task HandleSignalAsync(HandleSignalInput input)
        {
            kept.Keep("signal", input.Headers);
            return base.HandleSignalAsync(input);
        }

        public override object? HandleQuery(HandleQueryInput input)
        {
            kept.Keep("query", input.Headers);
            return base.HandleQuery(input);
        }

        public override Task<object?> HandleUpdateAsync(HandleUpdateInput input)
        {
            kept.Keep("update", input.Headers);
            return base.HandleUpdateAsync(input);
        }
    }
}
