using System.Net;

namespace TemporalVideo.Storage;

/// <summary>
/// Which addresses belong to the public network. What users name may lead there only: not to this machine, its neighbours, or the
/// service that tells a machine of a cloud its credentials (169.254.169.254).
/// </summary>
internal static class PublicAddresses
{
    /// <summary>The setting that allows webhooks into the own network.</summary>
    public const string OfWebhooks = "webhooks.allow_private";

    /// <summary>The setting that allows it to jobs of pipelines.</summary>
    public const string OfJobs = "jobs.allow_private";

    /// <summary>Of IPv4: the registry of special-purpose addresses of IANA, and multicast.</summary>
    private static readonly IPNetwork[] Special4 =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        }.Select(IPNetwork.Parse),
    ];

    private static readonly string[] LocalEnds = [".localhost", ".local", ".internal"];

    private static readonly IPNetwork Global6 = IPNetwork.Parse("2000::/3");

    /// <summary>Within the global unicast addresses of IPv6: tunnels that can carry any IPv4 address, documentation, benchmarks.</summary>
    private static readonly IPNetwork[] Special6 =
        [.. new[] { "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20" }.Select(IPNetwork.Parse)];

    /// <summary>Whether an address is public.</summary>
    /// <param name="address">The address; IPv4 within IPv6 is judged as what it is.</param>
    public static bool Has(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork
            ? !Special4.Any(network => network.Contains(plain))
            : Global6.Contains(plain) && !Special6.Any(network => network.Contains(plain));
    }

    /// <summary>Why nothing can be sent to an address; null when it may be tried. Names are resolved when it is sent.</summary>
    /// <param name="url">The address.</param>
    /// <param name="privateToo">Whether machines of one's own network, and plain HTTP, are allowed.</param>
    /// <param name="setting">The setting that allows them, for the answer.</param>
    public static string? Objection(Uri url, bool privateToo, string setting = OfWebhooks) => url switch
    {
        { Scheme: not ("https" or "http") } => "expected an address that begins with https://",
        { UserInfo.Length: > 0 } => "a name and password do not belong into the address",
        _ when privateToo => null,
        { Scheme: "http" } => $"expected https: over plain HTTP anybody on the way could read it ({setting} allows it)",
        _ when IsLocalName(url) || (IPAddress.TryParse(url.DnsSafeHost, out var address) && !Has(address)) =>
            $"{url.Host} is not of the public network ({setting} in config/worker.yaml allows it)",
        _ => null,
    };

    private static bool IsLocalName(Uri url)
    {
        var host = $".{url.DnsSafeHost.TrimEnd('.')}";
        return url.IsLoopback || LocalEnds.Any(end => host.EndsWith(end, StringComparison.OrdinalIgnoreCase));
    }
}
