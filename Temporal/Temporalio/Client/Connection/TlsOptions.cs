namespace Temporalio.Client;

/// <summary>TLS of a connection.</summary>
public class TlsOptions : ICloneable
{
    /// <summary>Root certificates (PEM) that the server's certificate must chain to; null means those of the machine.</summary>
    public byte[]? ServerRootCACert { get; set; }

    /// <summary>Name to ask for and to find in the server's certificate; null means the host connected to.</summary>
    public string? Domain { get; set; }

    /// <summary>Client certificate (PEM) for mutual TLS; needs <see cref="ClientPrivateKey" />.</summary>
    public byte[]? ClientCert { get; set; }

    /// <summary>Private key (PEM) of the client certificate.</summary>
    public byte[]? ClientPrivateKey { get; set; }

    /// <summary>Connects in plain text even with an API key. Default: false.</summary>
    public bool Disabled { get; set; }

    /// <summary>A copy.</summary>
    public virtual object Clone() => MemberwiseClone();
}
