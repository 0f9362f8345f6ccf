using System.Linq.Expressions;
using Temporalio.Common;

namespace Temporalio.Workflows;

/// <content>Child workflows and the next run.</content>
public static partial class Workflow
{
    /// <summary>Starts a child workflow and waits until it has started.</summary>
    /// <typeparam name="TWorkflow">Workflow type.</typeparam>
    /// <param name="workflowRunCall">Call of its run method.</param>
    /// <param name="options">How to start it.</param>
    /// <returns>The started child.</returns>
    /// <exception cref="Exceptions.WorkflowAlreadyStartedException">The id is in use.</exception>
    public static async Task<ChildWorkflowHandle<TWorkflow>> StartChildWorkflowAsync<TWorkflow>(
        Expression<Func<TWorkflow, Task>> workflowRunCall, ChildWorkflowOptions? options = null) =>
        await StartChild<TWorkflow, ValueTuple>(workflowRunCall, options);

    /// <summary>Runs a child workflow.</summary>
    /// <typeparam name="TWorkflow">Workflow type.</typeparam>
    /// <param name="workflowRunCall">Call of its run method.</param>
    /// <param name="options">How to start it.</param>
    /// <returns>Completes with the child.</returns>
    /// <exception cref="Exceptions.WorkflowAlreadyStartedException">The id is in use.</exception>
    /// <exception cref="Exceptions.ChildWorkflowFailureException">It did not succeed.</exception>
    public static async Task ExecuteChildWorkflowAsync<TWorkflow>(
        Expression<Func<TWorkflow, Task>> workflowRunCall, ChildWorkflowOptions? options = null) =>
        await (await StartChild<TWorkflow, ValueTuple>(workflowRunCall, options)).GetResultAsync();

    /// <summary>Starts a child workflow and waits until it has started.</summary>
    /// <typeparam name="TWorkflow">Workflow type.</typeparam>
    /// <typeparam name="TResult">Type of the result.</typeparam>
    /// <param name="workflowRunCall">Call of its run method.</param>
    /// <param name="options">How to start it.</param>
    /// <returns>The started child.</returns>
    /// <exception cref="Exceptions.WorkflowAlreadyStartedException">The id is in use.</exception>
    public static async Task<ChildWorkflowHandle<TWorkflow, TResult>> StartChildWorkflowAsync<TWorkflow, TResult>(
        Expression<Func<TWorkflow, Task<TResult>>> workflowRunCall, ChildWorkflowOptions? options = null) =>
        await StartChild<TWorkflow, TResult>(workflowRunCall, options);

    /// <summary>Runs a child workflow.</summary>
    /// <typeparam name="TWorkflow">Workflow type.</typeparam>
    /// <typeparam name="TResult">Type of the result.</typeparam>
    /// <param name="workflowRunCall">Call of its run method.</param>
    /// <param name="options">How to start it.</param>
    /// <returns>The result.</returns>
    /// <exception cref="Exceptions.WorkflowAlreadyStartedException">The id is in use.</exception>
    /// <exception cref="Exceptions.ChildWorkflowFailureException">It did not succeed.</exception>
    public static async Task<TResult> ExecuteChildWorkflowAsync<TWorkflow, TResult>(
        Expression<Func<TWorkflow, Task<TResult>>> workflowRunCall, ChildWorkflowOptions? options = null) =>
        await (await StartChild<TWorkflow, TResult>(workflowRunCall, options)).GetResultAsync();

    /// <summary>Starts a child workflow by name and waits until it has started.</summary>
    /// <param name="workflow">Workflow type.</param>
    /// <param name="args">Arguments.</param>
    /// <param name="options">How to start it.</param>
    /// <returns>The started child.</returns>
    /// <exception cref="Exceptions.WorkflowAlreadyStartedException">The id is in use.</exception>
    public static async Task<ChildWorkflowHandle> StartChildWorkflowAsync(
        string workflow, IReadOnlyCollection<object?> args, ChildWorkflowOptions? options = null) =>
        await StartChild<ValueTuple, ValueTuple>(workflow, args, options);

    /// <summary>Runs a child workflow by name.</summary>
    /// <param name="workflow">Workflow type.</param>
    /// <param name="args">Arguments.</param>
    /// <param name="options">How to start it.</param>
    /// <returns>Completes with the child.</returns>
    /// <exception cref="Exceptions.WorkflowAlreadyStartedException">The id is in use.</exception>
    /// <exception cref="Exceptions.ChildWorkflowFailureException">It did not succeed.</exception>
    public static async Task ExecuteChildWorkflowAsync(
        string workflow, IReadOnlyCollection<object?> args, ChildWorkflowOptions? options = null) =>
        await (await StartChild<ValueTuple, ValueTuple>(workflow, args, options)).GetResultAsync();

    /// <summary>Runs a child workflow by name.</summary>
    /// <typeparam name="TResult">Type of the result.</typeparam>
    /// <param name="workflow">Workflow type.</param>
    /// <param name="args">Arguments.</param>
    /// <param name="options">How to start it.</param>
    /// <returns>The result.</returns>
    /// <exception cref="Exceptions.WorkflowAlreadyStartedException">The id is in use.</exception>
    /// <exception cref="Exceptions.ChildWorkflowFailureException">It did not succeed.</exception>
    public static async Task<TResult> ExecuteChildWorkflowAsync<TResult>(
        string workflow, IReadOnlyCollection<object?> args, ChildWorkflowOptions? options = null) =>
        await (await StartChild<ValueTuple, TResult>(workflow, args, options)).GetResultAsync();

    /// <summary>Makes the exception that ends this run and begins the next; throw it from the run method.</summary>
    /// <typeparam name="TWorkflow">Workflow type.</typeparam>
    /// <param name="workflowRunCall">Call of the next run.</param>
    /// <param name="options">What the next run gets.</param>
    /// <returns>The exception to throw.</returns>
    public static ContinueAsNewException CreateContinueAsNewException<TWorkflow>(
        Expression<Func<TWorkflow, Task>> workflowRunCall, ContinueAsNewOptions? options = null)
    {
        var (method, args) = ExpressionUtil.ExtractCall(workflowRunCall);
        return CreateContinueAsNewException(WorkflowDefinition.NameFromRunMethodForCall(method), args, options);
    }

    /// <summary>Makes the exception that ends this run and begins the next; throw it from the run method.</summary>
    /// <typeparam name="TWorkflow">Workflow type.</typeparam>
    /// <typeparam name="TResult">Type of the result.</typeparam>
    /// <param name="workflowRunCall">Call of the next run.</param>
    /// <param name="options">What the next run gets.</param>
    /// <returns>The exception to throw.</returns>
    public static ContinueAsNewException CreateContinueAsNewException<TWorkflow, TResult>(
        Expression<Func<TWorkflow, Task<TResult>>> workflowRunCall, ContinueAsNewOptions? options = null)
    {
        var (method, args) = ExpressionUtil.ExtractCall(workflowRunCall);
        return CreateContinueAsNewException(WorkflowDefinition.NameFromRunMethodForCall(method), args, options);
    }

    /// <summary>Makes the exception that ends this run and begins the next; throw it from the run method.</summary>
    /// <param name="workflow">Workflow type of the next run.</param>
    /// <param name="args">Arguments of the next run.</param>
    /// <param name="options">What the next run gets.</param>
    /// <returns>The exception to throw.</returns>
    public static ContinueAsNewException CreateContinueAsNewException(
        string workflow, IReadOnlyCollection<object?> args, ContinueAsNewOptions? options = null) =>
        Context.Outbound.CreateContinueAsNewException(new(workflow, args, options, null));

    private static Task<ChildWorkflowHandle<TWorkflow, TResult>> StartChild<TWorkflow, TResult>(
        LambdaExpression workflowRunCall, ChildWorkflowOptions? options)
    {
        var (method, args) = ExpressionUtil.ExtractCall(workflowRunCall);
        return StartChild<TWorkflow, TResult>(WorkflowDefinition.NameFromRunMethodForCall(method), args, options);
    }

    private static Task<ChildWorkflowHandle<TWorkflow, TResult>> StartChild<TWorkflow, TResult>(
        string workflow, IReadOnlyCollection<object?> args, ChildWorkflowOptions? options) =>
        Context.Outbound.StartChildWorkflowAsync<TWorkflow, TResult>(new(workflow, args, options ?? new(), null));
}
