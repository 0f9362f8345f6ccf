using Temporalio.Client.Interceptors;

namespace Temporalio.Client;

/// <summary>Client of one namespace; thread-safe and meant to be shared.</summary>
public partial class TemporalClient : ITemporalClient
{
    /// <summary>Makes a client over an existing connection.</summary>
    public TemporalClient(ITemporalConnection connection, TemporalClientOptions options)
    {
        Connection = connection;
        Options = options;
        OutboundInterceptor = (options.Interceptors ?? []).Reverse().Aggregate<IClientInterceptor, ClientOutboundInterceptor>(
            new ClientCalls(this), (next, interceptor) => interceptor.InterceptClient(next));
    }

    /// <inheritdoc />
    public ITemporalConnection Connection { get; }

    /// <inheritdoc />
    public TemporalClientOptions Options { get; }

    /// <inheritdoc />
    public ClientOutboundInterceptor OutboundInterceptor { get; }

    /// <inheritdoc />
    public WorkflowService WorkflowService => Connection.WorkflowService;

    /// <inheritdoc />
    public OperatorService OperatorService => Connection.OperatorService;

    /// <summary>Connects to a server and makes a client.</summary>
    /// <exception cref="ArgumentException">The options are wrong.</exception>
    /// <exception cref="InvalidOperationException">The server could not be reached.</exception>
    public static async Task<TemporalClient> ConnectAsync(TemporalClientConnectOptions options) =>
        new(await TemporalConnection.ConnectAsync(options).ConfigureAwait(false), options.ToClientOptions());

    /// <summary>A client that connects at its first call; workers cannot use it before.</summary>
    public static TemporalClient CreateLazy(TemporalClientConnectOptions options) =>
        new(TemporalConnection.CreateLazy(options), options.ToClientOptions());

    /// <summary>Options with retries, unless the given ones say otherwise; the given ones are not changed.</summary>
    protected internal static RpcOptions DefaultRetryOptions(RpcOptions? origOptions)
    {
        if (origOptions?.Retry != null)
        {
            return origOptions;
        }

        var options = (RpcOptions?)origOptions?.Clone() ?? new RpcOptions();
        options.Retry = true;
        return options;
    }
}
