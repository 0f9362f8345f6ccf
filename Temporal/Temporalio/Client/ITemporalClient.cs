using Temporalio.Client.Interceptors;

namespace Temporalio.Client;

/// <summary>Client of one namespace; thread-safe and meant to be shared.</summary>
public partial interface ITemporalClient
{
    /// <summary>Its connection.</summary>
    ITemporalConnection Connection { get; }

    /// <summary>Its options.</summary>
    TemporalClientOptions Options { get; }

    /// <summary>The outermost interceptor, through which all calls go.</summary>
    ClientOutboundInterceptor OutboundInterceptor { get; }

    /// <summary>Raw workflow service.</summary>
    WorkflowService WorkflowService { get; }

    /// <summary>Raw operator service.</summary>
    OperatorService OperatorService { get; }
}
