namespace TemporalVideo.DevServer.Cluster;

/// <summary>What the server says of itself.</summary>
internal static class ClusterFacts
{
    /// <summary>Name of the only cluster.</summary>
    public const string Name = "active";

    /// <summary>The Temporal version whose behaviour this server shows; clients choose features by it.</summary>
    public const string ServerVersion = "1.29.1";

    /// <summary>Whether a start may bring its first workflow task along.</summary>
    public const bool EagerWorkflowStart = true;

    /// <summary>Clients whose versions are checked, with the range that is accepted.</summary>
    public static readonly IReadOnlyDictionary<string, string> SupportedClients = new Dictionary<string, string>
    {
        ["temporal-cli"] = "<2.0.0",
        ["temporal-go"] = "<2.0.0",
        ["temporal-java"] = "<2.0.0",
        ["temporal-php"] = "<2.0.0",
        ["temporal-server"] = "<2.0.0",
        ["temporal-typescript"] = "<2.0.0",
        ["temporal-ui"] = "<3.0.0",
    };
}
