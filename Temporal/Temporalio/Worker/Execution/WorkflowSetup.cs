using Microsoft.Extensions.Logging;
using Temporalio.Converters;
using Temporalio.Worker.Interceptors;
using Temporalio.Workflows;

namespace Temporalio.Worker.Execution;

/// <summary>What a worker gives to every run of a workflow.</summary>
/// <param name="Definition">The workflow.</param>
/// <param name="Namespace">Namespace.</param>
/// <param name="DataConverter">Converters; the codec is applied elsewhere.</param>
/// <param name="LoggerFactory">Makes the workflow's logger.</param>
/// <param name="Interceptors">From the outermost in.</param>
/// <param name="FailureExceptionTypes">Types that fail the workflow instead of its task.</param>
internal sealed record WorkflowSetup(
    WorkflowDefinition Definition,
    string Namespace,
    DataConverter DataConverter,
    ILoggerFactory LoggerFactory,
    IReadOnlyList<IWorkerInterceptor> Interceptors,
    IReadOnlyCollection<Type> FailureExceptionTypes)
{
    /// <summary>Whether tasks that leave the workflow's scheduler are looked for.</summary>
    public bool WatchesTasks { get; init; } = true;

    /// <summary>What is kept for the query of the stack.</summary>
    public WorkflowStackTrace StackTrace { get; init; }
}
