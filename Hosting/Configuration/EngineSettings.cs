using Temporalio.Api.Enums.V1;

namespace TemporalVideo.Hosting.Configuration;

/// <summary>Which Temporal server is used, and how.</summary>
public sealed record EngineSettings
{
    /// <summary><c>host:port</c> of the server; empty for the embedded one.</summary>
    public string Address { get; init; } = "";

    /// <summary>The namespace.</summary>
    public string Namespace { get; init; } = "default";

    /// <summary>API key of a cloud namespace; null for none. Comes from the environment or its profile, never from
    /// <c>temporal-dev.yaml</c>.</summary>
    public Secret? ApiKey { get; init; }

    /// <summary>TLS; null for a plain connection.</summary>
    public TlsSettings? Tls { get; init; }

    /// <summary>Task queue of workflows and light activities.</summary>
    public string LightTaskQueue { get; init; } = Workflows.Contracts.TaskQueues.Light;

    /// <summary>Task queue of the activities that run ffmpeg.</summary>
    public string RenderTaskQueue { get; init; } = Workflows.Contracts.TaskQueues.Render;

    /// <summary>Search attributes to be registered, by name.</summary>
    public IReadOnlyDictionary<string, IndexedValueType> SearchAttributes { get; init; } = new Dictionary<string, IndexedValueType>();

    /// <summary>Which deployment this worker belongs to; null, the default, does without worker versioning, which the embedded server has
    /// not.</summary>
    public DeploymentSettings? Deployment { get; init; }

    /// <summary>Metadata sent with each call; from the profile or <c>TEMPORAL_GRPC_META_*</c>.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();

    /// <summary>Where metrics and traces go; null, the default, sends none.</summary>
    public TelemetrySettings? Telemetry { get; init; }

    /// <summary>Encryption of payloads; null, the default, leaves them readable.</summary>
    public EncryptionSettings? Encryption { get; init; }

    /// <summary>The embedded server.</summary>
    public EmbeddedServerSettings Embedded { get; init; } = new();

    /// <summary>Whether the embedded server is meant.</summary>
    public bool UsesEmbeddedServer => Address.Length == 0;
}
