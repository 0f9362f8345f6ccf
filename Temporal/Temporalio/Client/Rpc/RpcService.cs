using Google.Protobuf;
using Temporalio.Exceptions;

namespace Temporalio.Client;

/// <summary>A raw gRPC service of a connection.</summary>
public abstract class RpcService
{
    private readonly IRpcInvoker _invoker;

    private protected RpcService(string fullName, IRpcInvoker invoker)
    {
        FullName = fullName;
        _invoker = invoker;
    }

    /// <summary>Name of the service with its package.</summary>
    internal string FullName { get; }

    /// <summary>Calls a method by name.</summary>
    /// <param name="rpc">Name of the method.</param>
    /// <param name="req">The request.</param>
    /// <param name="resp">Parser of the answer.</param>
    /// <param name="options">Options of the call; null means the defaults, without retries.</param>
    /// <exception cref="RpcException">The call failed.</exception>
    /// <exception cref="OperationCanceledException">The options' token was cancelled.</exception>
    protected Task<T> InvokeRpcAsync<T>(string rpc, IMessage req, MessageParser<T> resp, RpcOptions? options = null)
        where T : IMessage<T> => _invoker.InvokeAsync(FullName, rpc, req, resp, options);
}
