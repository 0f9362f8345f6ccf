using System.Security.Cryptography.X509Certificates;

namespace TemporalVideo.Grpc;

/// <summary>TLS of a channel.</summary>
public sealed record GrpcTlsOptions
{
    /// <summary>Certificates that the server's must chain to; null means those of the machine.</summary>
    public X509Certificate2Collection? Roots { get; init; }

    /// <summary>Certificate with private key that the client shows (mutual TLS); null means none.</summary>
    public X509Certificate2? ClientCertificate { get; init; }

    /// <summary>Name that the server's certificate must carry and that is sent as SNI; null means the host of the address.</summary>
    public string? Domain { get; init; }
}
