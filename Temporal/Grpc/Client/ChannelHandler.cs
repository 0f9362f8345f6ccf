using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace TemporalVideo.Grpc;

/// <summary>Makes the HTTP/2 handler of a channel.</summary>
internal static class ChannelHandler
{
    public static SocketsHttpHandler Create(GrpcChannelOptions options)
    {
        var handler = new SocketsHttpHandler
        {
            ConnectTimeout = options.ConnectTimeout,
            KeepAlivePingDelay = options.KeepAliveInterval,
            KeepAlivePingTimeout = options.KeepAliveTimeout,
            KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests,
            PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
            EnableMultipleHttp2Connections = true,
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
        };
        if (options.Tls is { } tls)
        {
            handler.SslOptions = CreateSslOptions(tls, options.Address.Host);
        }

        return handler;
    }

    private static SslClientAuthenticationOptions CreateSslOptions(GrpcTlsOptions tls, string host)
    {
        var ssl = new SslClientAuthenticationOptions { TargetHost = tls.Domain ?? host };
        if (tls.ClientCertificate is { } certificate)
        {
            ssl.ClientCertificates = [certificate];
        }

        if (tls.Roots is { } roots)
        {
            ssl.CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
            };
            ssl.CertificateChainPolicy.CustomTrustStore.AddRange(roots);
        }

        return ssl;
    }
}
