using System.Linq.Expressions;
using Temporalio.Activities;
using Temporalio.Common;

namespace Temporalio.Workflows;

/// <content>Activities.</content>
public static partial class Workflow
{
    /// <summary>Runs an activity.</summary>
    /// <param name="activityCall">Call of a static method.</param>
    /// <param name="options">How to run it.</param>
    /// <returns>Completes with the activity.</returns>
    /// <exception cref="Exceptions.ActivityFailureException">It did not succeed.</exception>
    public static Task ExecuteActivityAsync(Expression<Action> activityCall, ActivityOptions options) =>
        Call<ValueTuple>(activityCall, options);

    /// <summary>Runs an activity.</summary>
    /// <typeparam name="TResult">Type of the result.</typeparam>
    /// <param name="activityCall">Call of a static method.</param>
    /// <param name="options">How to run it.</param>
    /// <returns>The result.</returns>
    /// <exception cref="Exceptions.ActivityFailureException">It did not succeed.</exception>
    public static Task<TResult> ExecuteActivityAsync<TResult>(Expression<Func<TResult>> activityCall, ActivityOptions options) =>
        Call<TResult>(activityCall, options);

    /// <summary>Runs an activity.</summary>
    /// <param name="activityCall">Call of a static method.</param>
    /// <param name="options">How to run it.</param>
    /// <returns>Completes with the activity.</returns>
    /// <exception cref="Exceptions.ActivityFailureException">It did not succeed.</exception>
    public static Task ExecuteActivityAsync(Expression<Func<Task>> activityCall, ActivityOptions options) =>
        Call<ValueTuple>(activityCall, options);

    /// <summary>Runs an activity.</summary>
    /// <typeparam name="TResult">Type of the result.</typeparam>
    /// <param name="activityCall">Call of a static method.</param>
    /// <param name="options">How to run it.</param>
    /// <returns>The result.</returns>
    /// <exception cref="Exceptions.ActivityFailureException">It did not succeed.</exception>
    public static Task<TResult> ExecuteActivityAsync<TResult>(Expression<Func<Task<TResult>>> activityCall, ActivityOptions options) =>
        Call<TResult>(activityCall, options);

    /// <summary>Runs an activity.</summary>
    /// <typeparam name="TActivityInstance">Type with the activity.</typeparam>
    /// <param name="activityCall">Call of a method on the parameter.</param>
    /// <param name="options">How to run it.</param>
    /// <returns>Completes with the activity.</returns>
    /// <exception cref="Exceptions.ActivityFailureException">It did not succeed.</exception>
    public static Task ExecuteActivityAsync<TActivityInstance>(Expression<Action<TActivityInstance>> activityCall, ActivityOptions options) =>
        Call<ValueTuple>(activityCall, options);

    /// <summary>Runs an activity.</summary>
    /// <typeparam name="TActivityInstance">Type with the activity.</typeparam>
    /// <typeparam name="TResult">Type of the result.</typeparam>
    /// <param name="activityCall">Call of a method on the parameter.</param>
    /// <param name="options">How to run it.</param>
    /// <returns>The result.</returns>
    /// <exception cref="Exceptions.ActivityFailureException">It did not succeed.</exception>
    public static Task<TResult> ExecuteActivityAsync<TActivityInstance, TResult>(Expression<Func<TActivityInstance, TResult>> activityCall, ActivityOptions options) =>
        Call<TResult>(activityCall, options);

    /// <summary>Runs an activity.</summary>
    /// <typeparam name="TActivityInstance">Type with the activity.</typeparam>
    /// <param name="activityCall">Call of a method on the parameter.</param>
    /// <param name="options">How to run it.</param>
    /// <returns>Completes with the activity.</returns>
    /// <exception cref="Exceptions.ActivityFailureException">It did not succeed.</exception>
    public static Task ExecuteActivityAsync<TActivityInstance>(Expression<Func<TActivityInstance, Task>> activityCall, ActivityOptions options) =>
        Call<ValueTuple>(activityCall, options);

    /// <summary>Runs an activity.</summary>
    /// <typeparam name="TActivityInstance">Type with the activity.</typeparam>
    /// <typeparam name="TResult">Type of the result.</typeparam>
    /// <param name="activityCall">Call of a method on the parameter.</param>
    /// <param name="options">How to run it.</param>
    /// <returns>The result.</returns>
    /// <exception cref="Exceptions.ActivityFailureException">It did not succeed.</exception>
    public static Task<TResult> ExecuteActivityAsync<TActivityInstance, TResult>(Expression<Func<TActivityInstance, Task<TResult>>> activityCall, ActivityOptions options) =>
        Call<TResult>(activityCall, options);

    /// <summary>Runs an activity by its name.</summary>
    /// <param name="activity">Activity type.</param>
    /// <param name="args">Arguments.</param>
    /// <param name="options">How to run it.</param>
    /// <returns>Completes with the activity.</returns>
    /// <exception cref="Exceptions.ActivityFailureException">It did not succeed.</exception>
    public static Task ExecuteActivityAsync(string activity, IReadOnlyCollection<object?> args, ActivityOptions options) =>
        Context.Outbound.ScheduleActivityAsync<ValueTuple>(new(activity, args, options, null));

    /// <summary>Runs an activity by its name.</summary>
    /// <typeparam name="TResult">Type of the result.</typeparam>
    /// <param name="activity">Activity type.</param>
    /// <param name="args">Arguments.</param>
    /// <param name="options">How to run it.</param>
    /// <returns>The result.</returns>
    /// <exception cref="Exceptions.ActivityFailureException">It did not succeed.</exception>
    public static Task<TResult> ExecuteActivityAsync<TResult>(string activity, IReadOnlyCollection<object?> args, ActivityOptions options) =>
        Context.Outbound.ScheduleActivityAsync<TResult>(new(activity, args, options, null));

    private static Task<TResult> Call<TResult>(LambdaExpression activityCall, ActivityOptions options)
    {
        var (method, args) = ExpressionUtil.ExtractCall(activityCall);
        return ExecuteActivityAsync<TResult>(ActivityDefinition.NameFromMethodForCall(method), args, options);
    }
}
