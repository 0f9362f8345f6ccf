using Google.Protobuf;
using Grpc.Health.V1;
using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.Grpc;

namespace Temporalio.Client;

/// <summary>A connection to a Temporal server; thread-safe and meant to be shared. It reconnects by itself.</summary>
public sealed class TemporalConnection : ITemporalConnection, IRpcInvoker, IDisposable
{
    private readonly GrpcChannel _channel;
    private readonly RpcCaller _caller;
    private readonly SemaphoreSlim _connecting = new(1, 1);
    private readonly HealthService _health;
    private volatile GetSystemInfoResponse? _systemInfo;

    private TemporalConnection(TemporalConnectionOptions options)
    {
        Options = (TemporalConnectionOptions)options.Clone();
        Options.Identity ??= $"{Environment.ProcessId}@{Environment.MachineName}";
        Metadata = new RpcMetadata(Options);
        _channel = ChannelFactory.Create(Options);
        _caller = new RpcCaller(_channel, Metadata, Options.RpcRetry ?? new RpcRetryOptions());
        WorkflowService = new WorkflowService(this);
        OperatorService = new OperatorService(this);
        TestService = new TestService(this);
        _health = new HealthService(this);
    }

    /// <inheritdoc />
    public IReadOnlyCollection<KeyValuePair<string, string>> RpcMetadata
    {
        get => Metadata.Text;
        set => Metadata.Text = value;
    }

    /// <inheritdoc />
    public IReadOnlyCollection<KeyValuePair<string, byte[]>> RpcBinaryMetadata
    {
        get => Metadata.Binary;
        set => Metadata.Binary = value;
    }

    /// <inheritdoc />
    public string? ApiKey
    {
        get => Metadata.ApiKey;
        set => Metadata.ApiKey = value;
    }

    /// <inheritdoc />
    public WorkflowService WorkflowService { get; }

    /// <inheritdoc />
    public OperatorService OperatorService { get; }

    /// <inheritdoc />
    public TestService TestService { get; }

    /// <inheritdoc />
    public TemporalConnectionOptions Options { get; }

    /// <inheritdoc />
    public bool IsConnected => _systemInfo != null;

    /// <summary>What the server can do; null before it was reached.</summary>
    internal GetSystemInfoResponse? SystemInfo => _systemInfo;

    private RpcMetadata Metadata { get; }

    /// <summary>Connects to a server.</summary>
    /// <exception cref="ArgumentException">The options are wrong.</exception>
    /// <exception cref="InvalidOperationException">The server could not be reached; why is the inner exception.</exception>
    public static async Task<TemporalConnection> ConnectAsync(TemporalConnectionOptions options)
    {
        var connection = new TemporalConnection(options);
        try
        {
            await connection.ConnectAsync().ConfigureAwait(false);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>A connection that connects at its first call.</summary>
    /// <exception cref="ArgumentException">The options are wrong.</exception>
    public static TemporalConnection CreateLazy(TemporalConnectionOptions options) => new(options);

    /// <inheritdoc />
    public async Task<bool> CheckHealthAsync(RpcService? service = null, RpcOptions? options = null)
    {
        var request = new HealthCheckRequest { Service = (service ?? WorkflowService).FullName };
        var answer = await _health.CheckAsync(request, options).ConfigureAwait(false);
        return answer.Status == HealthCheckResponse.Types.ServingStatus.Serving;
    }

    /// <inheritdoc />
    public Task ConnectAsync() => ConnectAsync(CancellationToken.None);

    /// <summary>Closes the connection; calls under way fail.</summary>
    public void Dispose() => _channel.Dispose();

    /// <inheritdoc />
    async Task<T> IRpcInvoker.InvokeAsync<T>(string service, string rpc, IMessage request, MessageParser<T> parser, RpcOptions? options)
    {
        if (!IsConnected)
        {
            await ConnectAsync(options?.CancellationToken ?? CancellationToken.None).ConfigureAwait(false);
        }

        return await _caller.CallAsync(service, rpc, request, parser, options).ConfigureAwait(false);
    }

    private async Task ConnectAsync(CancellationToken cancellationToken)
    {
        await _connecting.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            _systemInfo ??= await GetSystemInfoAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _connecting.Release();
        }
    }

    private async Task<GetSystemInfoResponse> GetSystemInfoAsync(CancellationToken cancellationToken)
    {
        try
        {
            var options = new RpcOptions { Retry = true, CancellationToken = cancellationToken };
            return await _caller.CallAsync(
                WorkflowService.FullName, "GetSystemInfo", new GetSystemInfoRequest(), GetSystemInfoResponse.Parser, options)
                .ConfigureAwait(false);
        }
        catch (Exceptions.RpcException e) when (e.Code == Exceptions.RpcException.StatusCode.Unimplemented)
        {
            return new GetSystemInfoResponse();
        }
        catch (Exceptions.RpcException e)
        {
            throw new InvalidOperationException($"Connection to {Options.TargetHost} failed: {e.Message}", e);
        }
    }
}
