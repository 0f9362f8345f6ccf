using System.Reflection;
using Temporalio.Worker.Interceptors;
using Temporalio.Workflows;

namespace Temporalio.Worker.Execution;

/// <summary>The innermost inbound interceptor: calls the workflow's methods.</summary>
internal sealed class InboundCalls(WorkflowContext context) : WorkflowInboundInterceptor
{
    /// <summary>Outermost outbound interceptor, once initialised.</summary>
    public WorkflowOutboundInterceptor? Outbound { get; private set; }

    public override void Init(WorkflowOutboundInterceptor outbound) => Outbound = outbound;

    public override async Task<object?> ExecuteWorkflowAsync(ExecuteWorkflowInput input) =>
        await ResultOf(Call(input.RunMethod, input.Instance, input.Args));

    public override async Task HandleSignalAsync(HandleSignalInput input) =>
        await ResultOf(Call(input.Definition.Method, input.Definition.Delegate, input.Args));

    public override object? HandleQuery(HandleQueryInput input) => Call(input.Definition.Method, input.Definition.Delegate, input.Args);

    public override void ValidateUpdate(HandleUpdateInput input)
    {
        if (input.Definition.ValidatorMethod is not null || input.Definition.ValidatorDelegate is not null)
        {
            Call(input.Definition.ValidatorMethod, input.Definition.ValidatorDelegate, input.Args);
        }
    }

    public override async Task<object?> HandleUpdateAsync(HandleUpdateInput input) =>
        await ResultOf(Call(input.Definition.Method, input.Definition.Delegate, input.Args));

    private static object? Call(MethodInfo method, object target, object?[] args) =>
        method.Invoke(target, BindingFlags.DoNotWrapExceptions, null, args, null);

    private static async Task<object?> ResultOf(object? returned)
    {
        if (returned is not Task task)
        {
            return returned;
        }

        await task;
        return TaskResults.Of(task);
    }

    private object? Call(MethodInfo? method, Delegate? del, object?[] args) =>
        method is not null ? Call(method, context.Instance, args) : Call(del!.Method, del.Target!, args);
}
