using Microsoft.Extensions.Logging;
using Temporalio.Api.Enums.V1;

namespace TemporalVideo.DevServer;

/// <summary>How to start an embedded development server.</summary>
public sealed record DevServerOptions
{
    /// <summary>Address to listen on; default loopback. The server knows no authentication: keep it there.</summary>
    public string Ip { get; init; } = "127.0.0.1";

    /// <summary>Port of the gRPC frontend; default 7233, 0 means any free one.</summary>
    public int Port { get; init; } = 7233;

    /// <summary>Port of the HTTP JSON API, 0 for any free one; default null, which leaves it off.</summary>
    public int? HttpPort { get; init; }

    /// <summary>Port of the Web UI, 0 for any free one; default null, which leaves it off.</summary>
    public int? WebUiPort { get; init; }

    /// <summary>Folder with the built Web UI; while it is empty or not there, the UI's port says so. Default null: its API alone.</summary>
    public string? WebUiFolder { get; init; }

    /// <summary>
    /// SQLite file that keeps everything; default null, a temporary one that is deleted when the server stops. One server at a time
    /// can hold it.
    /// </summary>
    public string? DataFile { get; init; }

    /// <summary>Namespaces that exist from the start; default only <c>default</c>.</summary>
    public IReadOnlyList<string> Namespaces { get; init; } = ["default"];

    /// <summary>Custom search attributes of those namespaces, name to type; default none.</summary>
    public IReadOnlyDictionary<string, IndexedValueType> SearchAttributes { get; init; } = new Dictionary<string, IndexedValueType>();

    /// <summary>Serves the <c>TestService</c> and lets time jump to the next timer when unlocked; default false.</summary>
    public bool TimeSkipping { get; init; }

    /// <summary>Where the server logs; default null, nowhere.</summary>
    public ILoggerFactory? LoggerFactory { get; init; }
}
