using Microsoft.AspNetCore.DataProtection;
using TemporalVideo.Sessions;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Web.Api;

/// <summary>Addresses of a session's files on this server.</summary>
internal static class FileLinks
{
    /// <summary>Links that need the caller's own rights.</summary>
    public static VideoLinks Of(SessionKey session) => new(key => To(session, key));

    /// <summary>The address of one object.</summary>
    public static string To(SessionKey session, string key)
    {
        var root = new SessionLayout(session).Root;
        var rest = key.StartsWith(root, StringComparison.Ordinal) ? key[root.Length..] : key;
        var path = string.Join('/', rest.Split('/').Select(Uri.EscapeDataString));
        return $"/api/files/{session.SessionId}/{path}?userID={session.UserId}";
    }
}

/// <summary>Links that anyone may open for a while, as a player elsewhere needs them.</summary>
/// <param name="protection">Signs them.</param>
internal sealed class SignedLinks(IDataProtectionProvider protection)
{
    /// <summary>How long a link is good.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("files").ToTimeLimitedDataProtector();

    /// <summary>The path of a link to an object.</summary>
    public string To(string key) => $"/f/{_protector.Protect(key, Lifetime)}/{Uri.EscapeDataString(Path.GetFileName(key))}";

    /// <summary>The key that a link was made for; null when nobody here made it, or it has expired.</summary>
    public string? KeyOf(string token)
    {
        try
        {
            return _protector.Unprotect(token);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }
}
