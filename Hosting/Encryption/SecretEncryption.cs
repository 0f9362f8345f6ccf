using System.Security.Cryptography;
using System.Text;
using TemporalVideo.Hosting.Configuration;
using TemporalVideo.Storage.Records;

namespace TemporalVideo.Hosting.Encryption;

/// <summary>
/// Encrypts secrets in the database with AES-256-GCM, by the keys that payloads are encrypted with, which clients and workers share:
/// <c>enc:KEY:DATA</c>, with the beginning of the hash of the key's id, and the <see cref="SealedBytes">sealed</see> secret in Base64. The
/// row is authenticated with it. What was kept before the encryption was switched on is revealed as it is.
/// </summary>
/// <param name="settings">The keys.</param>
public sealed class SecretEncryption(EncryptionSettings settings) : ISecretText
{
    private const string Mark = "enc";

    private readonly Dictionary<string, byte[]> _keys =
        settings.Keys.ToDictionary(key => NameOf(key.Key), key => Convert.FromBase64String(key.Value.Reveal()));

    /// <inheritdoc/>
    public string Protect(string secret, string owner)
    {
        ArgumentNullException.ThrowIfNull(secret);
        var data = SealedBytes.Seal(Encoding.UTF8.GetBytes(secret), _keys[NameOf(settings.KeyId)], owner);
        return $"{Mark}:{NameOf(settings.KeyId)}:{Convert.ToBase64String(data)}";
    }

    /// <inheritdoc/>
    public string Reveal(string kept, string owner)
    {
        ArgumentNullException.ThrowIfNull(kept);
        if (kept.Split(':') is not [Mark, var name, var text])
        {
            return kept;
        }

        if (!_keys.TryGetValue(name, out var key))
        {
            throw new CryptographicException("The secret was encrypted with a key that is not among the encryption keys of this process.");
        }

        return Encoding.UTF8.GetString(SealedBytes.Open(Convert.FromBase64String(text), key, owner));
    }

    /// <summary>Short, whatever an id is like: the column has an end.</summary>
    private static string NameOf(string keyId) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(keyId)))[..8];
}
