using System.Linq.Expressions;
using System.Reflection;
using Temporalio.Client.Interceptors;
using Temporalio.Common;
using Temporalio.Exceptions;
using Temporalio.Workflows;

namespace Temporalio.Client;

public partial record WorkflowHandle
{
    /// <summary>Signals the workflow by a call of the signal's method; returns when the signal is recorded.</summary>
    /// <exception cref="RpcException">The call failed, for example because the workflow is closed.</exception>
    public Task SignalAsync<TWorkflow>(Expression<Func<TWorkflow, Task>> signalCall, WorkflowSignalOptions? options = null)
    {
        var (method, args) = ExpressionUtil.ExtractCall(signalCall);
        return SignalAsync(WorkflowSignalDefinition.NameFromMethodForCall(method), args, options);
    }

    /// <summary>Signals the workflow by name; returns when the signal is recorded.</summary>
    /// <exception cref="RpcException">The call failed, for example because the workflow is closed.</exception>
    public Task SignalAsync(string signal, IReadOnlyCollection<object?> args, WorkflowSignalOptions? options = null) =>
        Client.OutboundInterceptor.SignalWorkflowAsync(new SignalWorkflowInput(Id, RunId, signal, args, options, null));

    /// <summary>Queries the workflow by a call of the query's method or a read of its property.</summary>
    /// <exception cref="WorkflowQueryFailedException">The query failed in the worker.</exception>
    /// <exception cref="WorkflowQueryRejectedException">The workflow's status is one the options reject.</exception>
    /// <exception cref="RpcException">The call failed otherwise, for example because no worker answered in time.</exception>
    public Task<TQueryResult> QueryAsync<TWorkflow, TQueryResult>(
        Expression<Func<TWorkflow, TQueryResult>> queryCall, WorkflowQueryOptions? options = null)
    {
        if (ExpressionUtil.ExtractMemberAccess(queryCall) is PropertyInfo property)
        {
            return QueryAsync<TQueryResult>(WorkflowQueryDefinition.NameFromPropertyForCall(property), [], options);
        }

        var (method, args) = ExpressionUtil.ExtractCall(queryCall, errorSaysPropertyAccepted: true);
        return QueryAsync<TQueryResult>(WorkflowQueryDefinition.NameFromMethodForCall(method), args, options);
    }

    /// <summary>Queries the workflow by name.</summary>
    /// <inheritdoc cref="QueryAsync{TWorkflow, TQueryResult}" />
    public Task<TQueryResult> QueryAsync<TQueryResult>(
        string query, IReadOnlyCollection<object?> args, WorkflowQueryOptions? options = null) =>
        Client.OutboundInterceptor.QueryWorkflowAsync<TQueryResult>(new QueryWorkflowInput(Id, RunId, query, args, options, null));
}
