namespace Temporalio.Client;

/// <summary>A connection to a Temporal server; thread-safe and meant to be shared.</summary>
public interface ITemporalConnection
{
    /// <summary>Text metadata of every call; may be replaced at any time.</summary>
    IReadOnlyCollection<KeyValuePair<string, string>> RpcMetadata { get; set; }

    /// <summary>Binary metadata of every call; may be replaced at any time.</summary>
    IReadOnlyCollection<KeyValuePair<string, byte[]>> RpcBinaryMetadata { get; set; }

    /// <summary>API key of every call; may be replaced at any time.</summary>
    string? ApiKey { get; set; }

    /// <summary>Raw workflow service.</summary>
    WorkflowService WorkflowService { get; }

    /// <summary>Raw operator service.</summary>
    OperatorService OperatorService { get; }

    /// <summary>Raw test service, which only time-skipping servers have.</summary>
    TestService TestService { get; }

    /// <summary>Options it was made with.</summary>
    TemporalConnectionOptions Options { get; }

    /// <summary>Whether the server was reached; false only for a lazy connection before its first call.</summary>
    bool IsConnected { get; }

    /// <summary>Asks the server whether it serves.</summary>
    /// <param name="service">Service asked about; null means the workflow service.</param>
    /// <param name="options">Options of the call.</param>
    Task<bool> CheckHealthAsync(RpcService? service = null, RpcOptions? options = null);

    /// <summary>Connects a lazy connection; does nothing if it is connected.</summary>
    Task ConnectAsync();
}
