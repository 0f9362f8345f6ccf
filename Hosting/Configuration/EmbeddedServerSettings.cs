namespace TemporalVideo.Hosting.Configuration;

/// <summary>The embedded development server.</summary>
public sealed record EmbeddedServerSettings
{
    /// <summary>Address that it listens on; default loopback.</summary>
    public string Ip { get; init; } = "127.0.0.1";

    /// <summary>Port of its gRPC API, 0 for any free one; null, the default, for 7233 or, where that is taken, any free one.</summary>
    public int? Port { get; init; }

    /// <summary>Port of its HTTP API; 0 for none.</summary>
    public int HttpPort { get; init; }

    /// <summary>Port of its Web UI, 0 for none; null, the default, for 8233 or, where that is taken, any free one.</summary>
    public int? WebUiPort { get; init; }

    /// <summary>Folder with the built Web UI.</summary>
    public string WebUiFolder { get; init; } = "out/web-ui/site";

    /// <summary>Seconds without any connection after which a server that was started on demand ends; default 60.</summary>
    public int IdleSeconds { get; init; } = 60;

    /// <summary>SQLite file that holds everything it has acknowledged.</summary>
    public string DataFile { get; init; } = "out/temporal.db";
}
