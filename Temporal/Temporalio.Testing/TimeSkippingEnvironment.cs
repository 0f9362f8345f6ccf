using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.TestService.V1;
using Temporalio.Client;
using TemporalVideo.DevServer;

namespace Temporalio.Testing;

/// <summary>An environment with an embedded server whose time can be skipped.</summary>
internal sealed class TimeSkippingEnvironment : LocalEnvironment
{
    private static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(30);

    private readonly TimeSkippingLock _lock;
    private int _disabled;

    private TimeSkippingEnvironment(TemporalClient client, DevServer server)
        : base(client, server)
    {
        _lock = new TimeSkippingLock(client.Connection.TestService);
        var options = (TemporalClientOptions)client.Options.Clone();
        options.Interceptors = [new TimeSkippingInterceptor(this), .. options.Interceptors ?? []];
        Client = new TemporalClient(client.Connection, options);
    }

    /// <inheritdoc />
    public override bool SupportsTimeSkipping => true;

    public static Task<WorkflowEnvironment> StartAsync(WorkflowEnvironmentStartTimeSkippingOptions options) => StartAsync(
        options, server => server with { TimeSkipping = true }, (client, server) => new TimeSkippingEnvironment(client, server));

    /// <inheritdoc />
    public override Task DelayAsync(TimeSpan delay, CancellationToken? cancellationToken = null) => _lock.SleepAsync(
        new SleepRequest { Duration = Duration.FromTimeSpan(delay) },
        new RpcOptions { CancellationToken = cancellationToken, Timeout = delay + AnswerTime });

    /// <inheritdoc />
    public override async Task<DateTime> GetCurrentTimeAsync() =>
        (await Client.Connection.TestService.GetCurrentTimeAsync(new Empty()).ConfigureAwait(false)).Time.ToDateTime();

    /// <inheritdoc />
    public override async Task<T> WithAutoTimeSkippingDisabledAsync<T>(Func<Task<T>> func)
    {
        Interlocked.Increment(ref _disabled);
        try
        {
            return await func().ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Decrement(ref _disabled);
        }
    }

    /// <summary>Runs a function during which time is skipped, unless that is disabled.</summary>
    internal async Task<T> SkippingAsync<T>(Func<Task<T>> func)
    {
        if (Volatile.Read(ref _disabled) > 0)
        {
            return await func().ConfigureAwait(false);
        }

        await using (await _lock.UnlockAsync().ConfigureAwait(false))
        {
            return await func().ConfigureAwait(false);
        }
    }
}
