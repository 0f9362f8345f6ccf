namespace TemporalVideo.Hosting.Configuration;

/// <summary>TLS of the connection to the server. Files are PEM; empty means the system's or none.</summary>
public sealed record TlsSettings
{
    /// <summary>Name that the server's certificate must have, when it is not the host's.</summary>
    public string ServerName { get; init; } = "";

    /// <summary>File with the certificate authority that signed the server's certificate.</summary>
    public string ServerCa { get; init; } = "";

    /// <summary>File with the client's certificate (mutual TLS).</summary>
    public string ClientCert { get; init; } = "";

    /// <summary>File with the client's private key.</summary>
    public string ClientKey { get; init; } = "";
}
