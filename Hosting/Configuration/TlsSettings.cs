using Temporalio.Common.EnvConfig;

namespace TemporalVideo.Hosting.Configuration;

/// <summary>TLS of the connection to the server. Certificates are PEM, in a file or in the environment; null means the system's or
/// none.</summary>
public sealed record TlsSettings
{
    /// <summary>Name that the server's certificate must have, when it is not the host's; empty for the host's.</summary>
    public string ServerName { get; init; } = "";

    /// <summary>The certificate authority that signed the server's certificate.</summary>
    public DataSource? ServerCa { get; init; }

    /// <summary>The client's certificate (mutual TLS).</summary>
    public DataSource? ClientCert { get; init; }

    /// <summary>The client's private key.</summary>
    public DataSource? ClientKey { get; init; }
}
