using Grpc.AspNetCore.Server.Model;

namespace TemporalVideo.DevServer.Rpc;

/// <summary>The gRPC side of the frontend, as ASP.NET Core names it: its methods are those of the tables.</summary>
internal sealed class GrpcFrontend;

/// <summary>Tells ASP.NET Core's gRPC the methods of the tables; no stub and no descriptor is needed for it.</summary>
/// <param name="tables">The services that are answered.</param>
internal sealed class GrpcMethods(IEnumerable<RpcTable> tables) : IServiceMethodProvider<GrpcFrontend>
{
    public void OnServiceMethodDiscovery(ServiceMethodProviderContext<GrpcFrontend> context)
    {
        foreach (var table in tables)
        {
            table.AddTo(context);
        }
    }
}
