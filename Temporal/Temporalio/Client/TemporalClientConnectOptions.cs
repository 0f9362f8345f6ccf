using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Temporalio.Api.Enums.V1;
using Temporalio.Client.Interceptors;
using Temporalio.Converters;

namespace Temporalio.Client;

/// <summary>Options of a client with a connection of its own; the target host is required.</summary>
public class TemporalClientConnectOptions : TemporalConnectionOptions
{
    /// <summary>Default options.</summary>
    public TemporalClientConnectOptions()
    {
    }

    /// <summary>Default options with a target, <c>host:port</c>.</summary>
    public TemporalClientConnectOptions(string targetHost)
        : base(targetHost)
    {
    }

    /// <summary>Namespace it works in. Default: <c>default</c>.</summary>
    public string Namespace { get; set; } = "default";

    /// <summary>Converts values and failures.</summary>
    public DataConverter DataConverter { get; set; } = DataConverter.Default;

    /// <summary>Interceptors of its calls, the first outermost.</summary>
    public IReadOnlyCollection<IClientInterceptor>? Interceptors { get; set; }

    /// <summary>Logs of the client and its workers. Default: none.</summary>
    public ILoggerFactory LoggerFactory { get; set; } = NullLoggerFactory.Instance;

    /// <summary>When queries are rejected, unless a query says otherwise; null means never.</summary>
    public QueryRejectCondition? QueryRejectCondition { get; set; }

    internal TemporalClientOptions ToClientOptions() => new()
    {
        Namespace = Namespace,
        DataConverter = DataConverter,
        Interceptors = Interceptors,
        LoggerFactory = LoggerFactory,
        QueryRejectCondition = QueryRejectCondition,
    };
}
