using Temporalio.Client.Interceptors;
using Temporalio.Converters;

namespace Temporalio.Client;

/// <summary>The last of the interceptors, which makes the calls.</summary>
internal sealed partial class ClientCalls(TemporalClient client) : ClientOutboundInterceptor
{
    private WorkflowService Service => client.WorkflowService;

    private DataConverter Converter => client.Options.DataConverter;

    private string Namespace => client.Options.Namespace;

    private string? Identity => client.Connection.Options.Identity;

    private static string NewRequestId() => Guid.NewGuid().ToString();

    private static RpcOptions Retried(RpcOptions? options) => TemporalClient.DefaultRetryOptions(options);
}
