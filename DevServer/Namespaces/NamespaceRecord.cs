using Temporalio.Api.Enums.V1;

namespace TemporalVideo.DevServer.Namespaces;

/// <summary>A namespace.</summary>
internal sealed record NamespaceRecord
{
    public required string Name { get; init; }

    /// <summary>A UUID; never changes.</summary>
    public required string Id { get; init; }

    /// <summary>How long closed runs are kept.</summary>
    public required TimeSpan Retention { get; init; }

    public string Description { get; init; } = "";

    public string OwnerEmail { get; init; } = "";

    public NamespaceState State { get; init; } = NamespaceState.Registered;

    /// <summary>Free key-value data.</summary>
    public Dictionary<string, string> Data { get; init; } = [];
}
