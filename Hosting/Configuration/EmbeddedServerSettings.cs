namespace TemporalVideo.Hosting.Configuration;

/// <summary>The embedded development server.</summary>
public sealed record EmbeddedServerSettings
{
    /// <summary>Address that it listens on; default loopback.</summary>
    public string Ip { get; init; } = "127.0.0.1";

    /// <summary>Port of its gRPC API; 0 takes any free one.</summary>
    public int Port { get; init; } = 7233;

    /// <summary>Port of its HTTP API; 0 for none.</summary>
    public int HttpPort { get; init; }

    /// <summary>SQLite file that holds everything it has acknowledged.</summary>
    public string DataFile { get; init; } = "out/temporal.db";
}
