using Microsoft.AspNetCore.Http;
using TemporalVideo.DevServer.Errors;

namespace TemporalVideo.DevServer.Cluster;

/// <summary>Refuses clients that are too new, and clients that find this server too old.</summary>
internal static class ClientVersionCheck
{
    private static readonly SemanticVersion Server =
        SemanticVersion.TryParse(ClusterFacts.ServerVersion, out var version) ? version : throw new InvalidOperationException();

    /// <exception cref="Errors.ServiceException">InvalidArgument or FailedPrecondition.</exception>
    public static void Check(IHeaderDictionary headers)
    {
        var name = headers["client-name"].ToString();
        var version = headers["client-version"].ToString();
        if (version.Length > 0 && ClusterFacts.SupportedClients.TryGetValue(name, out var supported))
        {
            if (!SemanticVersion.TryParse(version, out var client))
            {
                throw ServiceErrors.InvalidArgument($"Unable to parse client version: \"{version}\".");
            }

            if (!client.IsIn(supported))
            {
                throw ServiceErrors.ClientVersionNotSupported(name, version, supported);
            }
        }

        CheckServer(headers["supported-server-versions"].ToString());
    }

    private static void CheckServer(string supported)
    {
        if (supported.Length == 0)
        {
            return;
        }

        bool fits;
        try
        {
            fits = Server.IsIn(supported);
        }
        catch (FormatException)
        {
            throw ServiceErrors.InvalidArgument($"Unable to parse supported server versions: \"{supported}\".");
        }

        if (!fits)
        {
            throw ServiceErrors.ServerVersionNotSupported(ClusterFacts.ServerVersion, supported);
        }
    }
}
