using System.Linq.Expressions;
using Temporalio.Activities;
using Temporalio.Common;

namespace Temporalio.Workflows;

/// <content>Local activities.</content>
public static partial class Workflow
{
    /// <summary>Runs a local activity, inside of the worker.</summary>
    /// <param name="activityCall">Call of a static method.</param>
    /// <param name="options">How to run it.</param>
    /// <returns>Completes with the activity.</returns>
    /// <exception cref="Exceptions.ActivityFailureException">It did not succeed.</exception>
    public static Task ExecuteLocalActivityAsync(Expression<Action> activityCall, LocalActivityOptions options) =>
        CallLocal<ValueTuple>(activityCall, options);

    /// <summary>Runs a local activity, inside of the worker.</summary>
    /// <typeparam name="TResult">Type of the result.</typeparam>
    /// <param name="activityCall">Call of a static method.</param>
    /// <param name="options">How to run it.</param>
    /// <returns>The result.</returns>
    /// <exception cref="Exceptions.ActivityFailureException">It did not succeed.</exception>
    public static Task<TResult> ExecuteLocalActivityAsync<TResult>(Expression<Func<TResult>> activityCall, LocalActivityOptions options) =>
        CallLocal<TResult>(activityCall, options);

    /// <summary>Runs a local activity, inside of the worker.</summary>
    /// <param name="activityCall">Call of a static method.</param>
    /// <param name="options">How to run it.</param>
    /// <returns>Completes with the activity.</returns>
    /// <exception cref="Exceptions.ActivityFailureException">It did not succeed.</exception>
    public static Task ExecuteLocalActivityAsync(Expression<Func<Task>> activityCall, LocalActivityOptions options) =>
        CallLocal<ValueTuple>(activityCall, options);

    /// <summary>Runs a local activity, inside of the worker.</summary>
    /// <typeparam name="TResult">Type of the result.</typeparam>
    /// <param name="activityCall">Call of a static method.</param>
    /// <param name="options">How to run it.</param>
    /// <returns>The result.</returns>
    /// <exception cref="Exceptions.ActivityFailureException">It did not succeed.</exception>
    public static Task<TResult> ExecuteLocalActivityAsync<TResult>(Expression<Func<Task<TResult>>> activityCall, LocalActivityOptions options) =>
        CallLocal<TResult>(activityCall, options);

    /// <summary>Runs a local activity, inside of the worker.</summary>
    /// <typeparam name="TActivityInstance">Type with the activity.</typeparam>
    /// <param name="activityCall">Call of a method on the parameter.</param>
    /// <param name="options">How to run it.</param>
    /// <returns>Completes with the activity.</returns>
    /// <exception cref="Exceptions.ActivityFailureException">It did not succeed.</exception>
    public static Task ExecuteLocalActivityAsync<TActivityInstance>(Expression<Action<TActivityInstance>> activityCall, LocalActivityOptions options) =>
        CallLocal<ValueTuple>(activityCall, options);

    /// <summary>Runs a local activity, inside of the worker.</summary>
    /// <typeparam name="TActivityInstance">Type with the activity.</typeparam>
    /// <typeparam name="TResult">Type of the result.</typeparam>
    /// <param name="activityCall">Call of a method on the parameter.</param>
    /// <param name="options">How to run it.</param>
    /// <returns>The result.</returns>
    /// <exception cref="Exceptions.ActivityFailureException">It did not succeed.</exception>
    public static Task<TResult> ExecuteLocalActivityAsync<TActivityInstance, TResult>(Expression<Func<TActivityInstance, TResult>> activityCall, LocalActivityOptions options) =>
        CallLocal<TResult>(activityCall, options);

    /// <summary>Runs a local activity, inside of the worker.</summary>
    /// <typeparam name="TActivityInstance">Type with the activity.</typeparam>
    /// <param name="activityCall">Call of a method on the parameter.</param>
    /// <param name="options">How to run it.</param>
    /// <returns>Completes with the activity.</returns>
    /// <exception cref="Exceptions.ActivityFailureException">It did not succeed.</exception>
    public static Task ExecuteLocalActivityAsync<TActivityInstance>(Expression<Func<TActivityInstance, Task>> activityCall, LocalActivityOptions options) =>
        CallLocal<ValueTuple>(activityCall, options);

    /// <summary>Runs a local activity, inside of the worker.</summary>
    /// <typeparam name="TActivityInstance">Type with the activity.</typeparam>
    /// <typeparam name="TResult">Type of the result.</typeparam>
    /// <param name="activityCall">Call of a method on the parameter.</param>
    /// <param name="options">How to run it.</param>
    /// <returns>The result.</returns>
    /// <exception cref="Exceptions.ActivityFailureException">It did not succeed.</exception>
    public static Task<TResult> ExecuteLocalActivityAsync<TActivityInstance, TResult>(Expression<Func<TActivityInstance, Task<TResult>>> activityCall, LocalActivityOptions options) =>
        CallLocal<TResult>(activityCall, options);

    /// <summary>Runs a local activity, inside of the worker by its name.</summary>
    /// <param name="activity">Activity type.</param>
    /// <param name="args">Arguments.</param>
    /// <param name="options">How to run it.</param>
    /// <returns>Completes with the activity.</returns>
    /// <exception cref="Exceptions.ActivityFailureException">It did not succeed.</exception>
    public static Task ExecuteLocalActivityAsync(string activity, IReadOnlyCollection<object?> args, LocalActivityOptions options) =>
        Context.Outbound.ScheduleLocalActivityAsync<ValueTuple>(new(activity, args, options, null));

    /// <summary>Runs a local activity, inside of the worker by its name.</summary>
    /// <typeparam name="TResult">Type of the result.</typeparam>
    /// <param name="activity">Activity type.</param>
    /// <param name="args">Arguments.</param>
    /// <param name="options">How to run it.</param>
    /// <returns>The result.</returns>
    /// <exception cref="Exceptions.ActivityFailureException">It did not succeed.</exception>
    public static Task<TResult> ExecuteLocalActivityAsync<TResult>(string activity, IReadOnlyCollection<object?> args, LocalActivityOptions options) =>
        Context.Outbound.ScheduleLocalActivityAsync<TResult>(new(activity, args, options, null));

    private static Task<TResult> CallLocal<TResult>(LambdaExpression activityCall, LocalActivityOptions options)
    {
        var (method, args) = ExpressionUtil.ExtractCall(activityCall);
        return ExecuteLocalActivityAsync<TResult>(ActivityDefinition.NameFromMethodForCall(method), args, options);
    }
}
