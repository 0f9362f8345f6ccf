using System.Collections.Concurrent;
using Temporalio.Client;
using Temporalio.Client.Interceptors;
using Temporalio.Worker.Interceptors;

namespace Temporalio.Tests.Worker;

/// <summary>Notes who is called when a workflow starts and runs.</summary>
internal sealed class OrderInterceptor(string name, ConcurrentQueue<string> order) : IClientInterceptor, IWorkerInterceptor
{
    public ClientOutboundInterceptor InterceptClient(ClientOutboundInterceptor nextInterceptor) => new Starts(name, order, nextInterceptor);

    public WorkflowInboundInterceptor InterceptWorkflow(WorkflowInboundInterceptor nextInterceptor) => new Runs(name, order, nextInterceptor);

    private sealed class Starts(string name, ConcurrentQueue<string> order, ClientOutboundInterceptor next) : ClientOutboundInterceptor(next)
    {
        public override Task<WorkflowHandle<TWorkflow, TResult>> StartWorkflowAsync<TWorkflow, TResult>(StartWorkflowInput input)
        {
            order.Enqueue($"{name} starts");
            return base.StartWorkflowAsync<TWorkflow, TResult>(input);
        }
    }

    private sealed class Runs(string name, ConcurrentQueue<string> order, WorkflowInboundInterceptor next) : WorkflowInboundInterceptor(next)
    {
        public override Task<object?> ExecuteWorkflowAsync(ExecuteWorkflowInput input)
        {
            order.Enqueue($"{name} runs");
            return base.ExecuteWorkflowAsync(input);
        }
    }
}
