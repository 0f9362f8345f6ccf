using Google.Protobuf;

namespace Temporalio.Client;

/// <summary>Makes calls for the raw services.</summary>
internal interface IRpcInvoker
{
    /// <summary>Calls a method, with metadata and retries as the options say.</summary>
    Task<T> InvokeAsync<T>(string service, string rpc, IMessage request, MessageParser<T> parser, RpcOptions? options)
        where T : IMessage<T>;
}
