using Microsoft.Extensions.Logging;
using Temporalio.Client;

namespace Temporalio.Testing;

/// <summary>
/// A server to test workflows on: a local one, a local one whose time can be skipped, or that of any client. Time is skipped for
/// the whole server, so concurrent tests on one time-skipping environment see each other's jumps.
/// </summary>
public class WorkflowEnvironment : IAsyncDisposable
{
    /// <summary>An environment on the server of a client, without time skipping; disposing it leaves the server alone.</summary>
    public WorkflowEnvironment(ITemporalClient client)
    {
        Client = client;
        Logger = client.Options.LoggerFactory.CreateLogger<WorkflowEnvironment>();
    }

    /// <summary>Client of the environment.</summary>
    public ITemporalClient Client { get; protected init; }

    /// <summary>Whether time can be skipped.</summary>
    public virtual bool SupportsTimeSkipping => false;

    /// <summary>Logger of the environment.</summary>
    protected ILogger<WorkflowEnvironment> Logger { get; }

    /// <summary>Starts a local server.</summary>
    public static Task<WorkflowEnvironment> StartLocalAsync(WorkflowEnvironmentStartLocalOptions? options = null) =>
        LocalEnvironment.StartAsync(options ?? new WorkflowEnvironmentStartLocalOptions());

    /// <summary>Starts a local server whose time is skipped while a workflow's result is awaited or <see cref="DelayAsync(TimeSpan, CancellationToken?)" /> is called.</summary>
    public static Task<WorkflowEnvironment> StartTimeSkippingAsync(WorkflowEnvironmentStartTimeSkippingOptions? options = null) =>
        TimeSkippingEnvironment.StartAsync(options ?? new WorkflowEnvironmentStartTimeSkippingOptions());

    /// <summary>Lets time pass: in truth, or by skipping it.</summary>
    /// <param name="millisecondsDelay">How long, in milliseconds.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task DelayAsync(int millisecondsDelay, CancellationToken? cancellationToken = null) =>
        DelayAsync(TimeSpan.FromMilliseconds(millisecondsDelay), cancellationToken);

    /// <summary>Lets time pass: in truth, or by skipping it.</summary>
    /// <param name="delay">How long.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public virtual Task DelayAsync(TimeSpan delay, CancellationToken? cancellationToken = null) =>
        Task.Delay(delay, cancellationToken ?? CancellationToken.None);

    /// <summary>The server's time, in UTC.</summary>
    public virtual Task<DateTime> GetCurrentTimeAsync() => Task.FromResult(DateTime.UtcNow);

    /// <summary>Runs a function during which awaited results do not skip time.</summary>
    public void WithAutoTimeSkippingDisabled(Action func) =>
        WithAutoTimeSkippingDisabled<ValueTuple>(() =>
        {
            func();
            return default;
        });

    /// <summary>Runs a function during which awaited results do not skip time.</summary>
    public T WithAutoTimeSkippingDisabled<T>(Func<T> func) =>
        WithAutoTimeSkippingDisabledAsync(() => Task.FromResult(func())).GetAwaiter().GetResult();

    /// <summary>Runs a function during which awaited results do not skip time.</summary>
    public Task WithAutoTimeSkippingDisabledAsync(Func<Task> func) =>
        WithAutoTimeSkippingDisabledAsync<ValueTuple>(async () =>
        {
            await func().ConfigureAwait(false);
            return default;
        });

    /// <summary>Runs a function during which awaited results do not skip time.</summary>
    public virtual Task<T> WithAutoTimeSkippingDisabledAsync<T>(Func<Task<T>> func) => func();

    /// <summary>Stops the server, if this environment started it.</summary>
    public virtual Task ShutdownAsync() => Task.CompletedTask;

    /// <summary>Stops the server, if this environment started it.</summary>
    public async ValueTask DisposeAsync()
    {
        await ShutdownAsync().ConfigureAwait(false);
        GC.SuppressFinalize(this);
    }
}
