namespace Temporalio.Workflows;

/// <content>Delays, conditions and tasks.</content>
public static partial class Workflow
{
    /// <summary>Waits for a time, by a timer of the server.</summary>
    /// <param name="delay">How long; <see cref="Timeout.InfiniteTimeSpan"/> waits for cancellation only.</param>
    /// <param name="cancellationToken">Ends the wait. Default: <see cref="CancellationToken"/>.</param>
    /// <returns>Completes after the delay.</returns>
    public static Task DelayAsync(TimeSpan delay, CancellationToken? cancellationToken = null) =>
        DelayWithOptionsAsync(new(delay, cancellationToken: cancellationToken));

    /// <summary>Waits for a time, by a timer of the server.</summary>
    /// <param name="millisecondsDelay">How long, in milliseconds; -1 waits for cancellation only.</param>
    /// <param name="cancellationToken">Ends the wait. Default: <see cref="CancellationToken"/>.</param>
    /// <returns>Completes after the delay.</returns>
    public static Task DelayAsync(int millisecondsDelay, CancellationToken? cancellationToken = null) =>
        DelayAsync(TimeSpan.FromMilliseconds(millisecondsDelay), cancellationToken);

    /// <summary>Waits for a time, by a timer of the server.</summary>
    /// <param name="options">The delay and what goes with it.</param>
    /// <returns>Completes after the delay.</returns>
    public static Task DelayWithOptionsAsync(DelayOptions options) =>
        Context.Outbound.DelayAsync(new(options.Delay, options.CancellationToken, options.Summary));

    /// <summary>Waits until a condition is true.</summary>
    /// <param name="conditionCheck">The condition; it must have no effects. It is checked whenever the workflow has run.</param>
    /// <param name="cancellationToken">Ends the wait. Default: <see cref="CancellationToken"/>.</param>
    /// <returns>Completes when it is true.</returns>
    public static Task WaitConditionAsync(Func<bool> conditionCheck, CancellationToken? cancellationToken = null) =>
        WaitConditionWithOptionsAsync(new(conditionCheck, cancellationToken: cancellationToken));

    /// <summary>Waits until a condition is true or a time has passed.</summary>
    /// <param name="conditionCheck">The condition; it must have no effects.</param>
    /// <param name="timeoutMilliseconds">Longest wait, in milliseconds; -1 means no limit.</param>
    /// <param name="cancellationToken">Ends the wait. Default: <see cref="CancellationToken"/>.</param>
    /// <returns>Whether the condition became true.</returns>
    public static Task<bool> WaitConditionAsync(
        Func<bool> conditionCheck, int timeoutMilliseconds, CancellationToken? cancellationToken = null) =>
        WaitConditionAsync(conditionCheck, TimeSpan.FromMilliseconds(timeoutMilliseconds), cancellationToken);

    /// <summary>Waits until a condition is true or a time has passed.</summary>
    /// <param name="conditionCheck">The condition; it must have no effects.</param>
    /// <param name="timeout">Longest wait; <see cref="Timeout.InfiniteTimeSpan"/> means no limit.</param>
    /// <param name="cancellationToken">Ends the wait. Default: <see cref="CancellationToken"/>.</param>
    /// <returns>Whether the condition became true.</returns>
    public static Task<bool> WaitConditionAsync(
        Func<bool> conditionCheck, TimeSpan timeout, CancellationToken? cancellationToken = null) =>
        WaitConditionWithOptionsAsync(new(conditionCheck, timeout, cancellationToken: cancellationToken));

    /// <summary>Waits until a condition is true or a time has passed.</summary>
    /// <param name="options">The condition and what goes with it.</param>
    /// <returns>Whether the condition became true.</returns>
    public static async Task<bool> WaitConditionWithOptionsAsync(WaitConditionOptions options)
    {
        var check = options.ConditionCheck ?? throw new ArgumentException("A condition is required", nameof(options));
        var context = Context;
        context.Commands.RequireWritable("Waiting for a condition");
        var token = options.CancellationToken ?? context.Cancellation.Token;
        token.ThrowIfCancellationRequested();
        var node = context.Conditions.Add(check);
        var released = node.Value.Source.Task;
        using var wait = context.Awaits.Enter(check);
        using var registration = token.Register(() =>
        {
            context.Conditions.Remove(node);
            node.Value.Source.TrySetCanceled(token);
        });
        if (options.Timeout is not { } timeout || timeout == Timeout.InfiniteTimeSpan)
        {
            await released;
            return true;
        }

        using var stopTimer = CancellationTokenSource.CreateLinkedTokenSource(token);
        var timer = context.Outbound.DelayAsync(new(timeout, stopTimer.Token, options.TimeoutSummary));
        if (await Task.WhenAny(released, timer) == timer)
        {
            context.Conditions.Remove(node);
            await timer;
            return false;
        }

#pragma warning disable CA1849 // CancelAsync runs the callbacks on the thread pool, outside of the workflow.
        stopTimer.Cancel();
#pragma warning restore CA1849
        await released;
        return true;
    }

    /// <summary>Starts a task on the workflow's scheduler; use it in place of <c>Task.Run</c>.</summary>
    /// <param name="function">What to run.</param>
    /// <param name="cancellationToken">Cancels the start. Default: <see cref="CancellationToken"/>.</param>
    /// <returns>Completes with the task.</returns>
    public static Task RunTaskAsync(Func<Task> function, CancellationToken? cancellationToken = null) =>
        Task.Factory.StartNew(
            function, cancellationToken ?? Context.Cancellation.Token, TaskCreationOptions.None, Context.Scheduler).Unwrap();

    /// <summary>Starts a task on the workflow's scheduler; use it in place of <c>Task.Run</c>.</summary>
    /// <typeparam name="TResult">Type of the result.</typeparam>
    /// <param name="function">What to run.</param>
    /// <param name="cancellationToken">Cancels the start. Default: <see cref="CancellationToken"/>.</param>
    /// <returns>Completes with the task's result.</returns>
    public static Task<TResult> RunTaskAsync<TResult>(Func<Task<TResult>> function, CancellationToken? cancellationToken = null) =>
        Task.Factory.StartNew(
            function, cancellationToken ?? Context.Cancellation.Token, TaskCreationOptions.None, Context.Scheduler).Unwrap();

    /// <summary>Waits for all tasks.</summary>
    /// <param name="tasks">The tasks.</param>
    /// <returns>Completes when all have ended.</returns>
    public static Task WhenAllAsync(params Task[] tasks) => Task.WhenAll(tasks);

    /// <summary>Waits for all tasks.</summary>
    /// <param name="tasks">The tasks.</param>
    /// <returns>Completes when all have ended.</returns>
    public static Task WhenAllAsync(IEnumerable<Task> tasks) => Task.WhenAll(tasks);

    /// <summary>Waits for all tasks.</summary>
    /// <typeparam name="TResult">Type of the results.</typeparam>
    /// <param name="tasks">The tasks.</param>
    /// <returns>The results, in the order of the tasks.</returns>
    public static Task<TResult[]> WhenAllAsync<TResult>(params Task<TResult>[] tasks) => Task.WhenAll(tasks);

    /// <summary>Waits for all tasks.</summary>
    /// <typeparam name="TResult">Type of the results.</typeparam>
    /// <param name="tasks">The tasks.</param>
    /// <returns>The results, in the order of the tasks.</returns>
    public static Task<TResult[]> WhenAllAsync<TResult>(IEnumerable<Task<TResult>> tasks) => Task.WhenAll(tasks);

    /// <summary>Waits for the first task to end.</summary>
    /// <param name="tasks">The tasks.</param>
    /// <returns>That task.</returns>
    public static Task<Task> WhenAnyAsync(params Task[] tasks) => Task.WhenAny(tasks);

    /// <summary>Waits for the first task to end.</summary>
    /// <param name="tasks">The tasks.</param>
    /// <returns>That task.</returns>
    public static Task<Task> WhenAnyAsync(IEnumerable<Task> tasks) => Task.WhenAny(tasks);

    /// <summary>Waits for the first task to end.</summary>
    /// <typeparam name="TResult">Type of the results.</typeparam>
    /// <param name="tasks">The tasks.</param>
    /// <returns>That task.</returns>
    public static Task<Task<TResult>> WhenAnyAsync<TResult>(params Task<TResult>[] tasks) => Task.WhenAny(tasks);

    /// <summary>Waits for the first task to end.</summary>
    /// <typeparam name="TResult">Type of the results.</typeparam>
    /// <param name="tasks">The tasks.</param>
    /// <returns>That task.</returns>
    public static Task<Task<TResult>> WhenAnyAsync<TResult>(IEnumerable<Task<TResult>> tasks) => Task.WhenAny(tasks);
}
