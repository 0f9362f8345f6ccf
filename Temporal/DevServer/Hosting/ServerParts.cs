using Microsoft.Extensions.Logging;
using TemporalVideo.DevServer.Attributes;
using TemporalVideo.DevServer.Namespaces;
using TemporalVideo.DevServer.Time;
using TemporalVideo.DevServer.Visibility;

namespace TemporalVideo.DevServer.Hosting;

/// <summary>What the handlers are made of.</summary>
internal sealed record ServerParts
{
    public required DevServerOptions Options { get; init; }

    public required ServerClock Clock { get; init; }

    public required NamespaceRegistry Namespaces { get; init; }

    public required SearchAttributeRegistry SearchAttributes { get; init; }

    public required VisibilityStore Visibility { get; init; }

    public required ILoggerFactory Loggers { get; init; }
}
