using Temporalio.Exceptions;
using Temporalio.Worker.Interceptors;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Worker.Interceptors;

/// <summary>Lets all steps of some agents fail on this worker, to show and test what follows from it. No contract knows of it.</summary>
/// <param name="agents">The agents.</param>
internal sealed class ForcedFailures(IReadOnlyCollection<AgentName> agents) : IWorkerInterceptor
{
    public ActivityInboundInterceptor InterceptActivity(ActivityInboundInterceptor nextInterceptor) => new Inbound(nextInterceptor, agents);

    private sealed class Inbound(ActivityInboundInterceptor next, IReadOnlyCollection<AgentName> agents) : ActivityInboundInterceptor(next)
    {
        public override Task<object?> ExecuteActivityAsync(ExecuteActivityInput input) =>
            input.Args is [AgentTask { Agent: var agent }] && agents.Contains(agent)
                ? throw new ApplicationFailureException(
                    $"{agent} was asked to fail on this worker.", errorType: FailureTypes.ForcedFailure, nonRetryable: true)
                : base.ExecuteActivityAsync(input);
    }
}
