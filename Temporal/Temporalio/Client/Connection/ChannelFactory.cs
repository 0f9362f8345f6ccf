using System.Security.Cryptography.X509Certificates;
using System.Text;
using TemporalVideo.Grpc;

namespace Temporalio.Client;

/// <summary>Makes the gRPC channel of a connection.</summary>
internal static class ChannelFactory
{
    public static GrpcChannel Create(TemporalConnectionOptions options)
    {
        var tls = options.Tls ?? (options.ApiKey == null ? null : new TlsOptions());
        tls = tls is { Disabled: true } ? null : tls;
        return new GrpcChannel(new GrpcChannelOptions
        {
            Address = Address(options.TargetHost, tls == null ? "http" : "https"),
            Tls = tls == null ? null : Convert(tls),
            KeepAliveInterval = options.KeepAlive?.Interval ?? Timeout.InfiniteTimeSpan,
            KeepAliveTimeout = options.KeepAlive?.Timeout ?? Timeout.InfiniteTimeSpan,
        });
    }

    private static Uri Address(string? targetHost, string scheme)
    {
        if (string.IsNullOrEmpty(targetHost))
        {
            throw new ArgumentException("TargetHost is required: host:port of the Temporal server.");
        }

        return Uri.TryCreate($"{scheme}://{targetHost}", UriKind.Absolute, out var address) && address.AbsolutePath == "/"
            ? address
            : throw new ArgumentException($"TargetHost '{targetHost}' is not host:port.");
    }

    private static GrpcTlsOptions Convert(TlsOptions tls)
    {
        if ((tls.ClientCert == null) != (tls.ClientPrivateKey == null))
        {
            throw new ArgumentException("ClientCert and ClientPrivateKey must be given together.");
        }

        return new GrpcTlsOptions { Domain = tls.Domain, Roots = Roots(tls.ServerRootCACert), ClientCertificate = ClientCertificate(tls) };
    }

    private static X509Certificate2Collection? Roots(byte[]? pem)
    {
        if (pem == null)
        {
            return null;
        }

        var roots = new X509Certificate2Collection();
        roots.ImportFromPem(Encoding.UTF8.GetString(pem));
        return roots.Count > 0 ? roots : throw new ArgumentException("ServerRootCACert holds no PEM certificate.");
    }

    private static X509Certificate2? ClientCertificate(TlsOptions tls)
    {
        if (tls.ClientCert == null)
        {
            return null;
        }

        // A certificate straight from PEM has an ephemeral key, which not every platform can use in TLS.
        using var certificate = X509Certificate2.CreateFromPem(
            Encoding.UTF8.GetString(tls.ClientCert), Encoding.UTF8.GetString(tls.ClientPrivateKey!));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);
    }
}
