namespace TemporalVideo.Web;

/// <summary>Where the page listens, and whom it lets in.</summary>
public sealed record WebOptions
{
    /// <summary>The address; default the loopback interface, where no key is needed.</summary>
    public string Ip { get; init; } = "127.0.0.1";

    /// <summary>The port; 0 takes any free one. Default 8080.</summary>
    public int Port { get; init; } = 8080;

    /// <summary>The user of a page on the loopback interface as long as there is no key.</summary>
    public string LocalUser { get; init; } = "local";

    /// <summary>File of the hashed API keys and folder of the keys that sign cookies and links.</summary>
    public required string Folder { get; init; }

    /// <summary>Origins of other sites whose pages may call the API, such as <c>https://school.example</c>; default none.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];

    /// <summary>How many calls that start something a key may make per minute; default 60.</summary>
    public int StartsPerMinute { get; init; } = 60;

    /// <summary>How many web sockets and event streams a user may have open; default 200.</summary>
    public int StreamsPerUser { get; init; } = 200;

    /// <summary>How many connections are served at the same time; default 4,000. Further ones are closed at once.</summary>
    public int MostConnections { get; init; } = 4000;

    /// <summary>How many seconds the head of a request may take; default 15. A body has to keep up 240 bytes a second.</summary>
    public int HeadSeconds { get; init; } = 15;

    /// <summary>Largest body of a call in bytes; default 2 MiB, which is far more than a lesson of ten minutes.</summary>
    public long MaxBodyBytes { get; init; } = 2 * 1024 * 1024;

    /// <summary>How many bytes of uploads a user may keep; default 1 GiB.</summary>
    public long UploadBytesPerUser { get; init; } = 1L << 30;

    /// <summary>Address of a run in the Temporal Web UI, by its workflow id; null where there is none.</summary>
    public Func<string, string>? RunAddress { get; init; }

    /// <summary>Whether only this machine can reach the page.</summary>
    public bool IsLoopback => System.Net.IPAddress.TryParse(Ip, out var address) && System.Net.IPAddress.IsLoopback(address);
}
