using System.Security.Cryptography;
using Google.Protobuf;
using Temporalio.Api.Common.V1;
using Temporalio.Converters;
using TemporalVideo.Hosting.Configuration;

namespace TemporalVideo.Hosting.Encryption;

/// <summary>
/// Encrypts whole payloads with AES-256-GCM. An encrypted payload carries <c>encoding: binary/encrypted</c> and the id of its key; its data
/// are <see cref="SealedBytes">sealed</see>. The key's id is authenticated with it.
/// </summary>
/// <param name="settings">The keys.</param>
public sealed class EncryptionCodec(EncryptionSettings settings) : IPayloadCodec
{
    private const string Encrypted = "binary/encrypted";
    private const string EncodingField = "encoding";
    private const string KeyField = "encryption-key-id";

    private readonly Dictionary<string, byte[]> _keys =
        settings.Keys.ToDictionary(key => key.Key, key => Convert.FromBase64String(key.Value.Reveal()));

    /// <inheritdoc />
    public Task<IReadOnlyCollection<Payload>> EncodeAsync(IReadOnlyCollection<Payload> payloads) =>
        Task.FromResult<IReadOnlyCollection<Payload>>([.. payloads.Select(Encrypt)]);

    /// <inheritdoc />
    /// <exception cref="CryptographicException">A payload was encrypted with a key that is not at hand, or has been changed.</exception>
    public Task<IReadOnlyCollection<Payload>> DecodeAsync(IReadOnlyCollection<Payload> payloads) =>
        Task.FromResult<IReadOnlyCollection<Payload>>([.. payloads.Select(Decrypt)]);

    private Payload Encrypt(Payload payload)
    {
        var data = SealedBytes.Seal(payload.ToByteArray(), _keys[settings.KeyId], settings.KeyId);
        return new Payload
        {
            Metadata = { [EncodingField] = ByteString.CopyFromUtf8(Encrypted), [KeyField] = ByteString.CopyFromUtf8(settings.KeyId) },
            Data = UnsafeByteOperations.UnsafeWrap(data),
        };
    }

    /// <summary>Payloads from before the encryption was switched on pass as they are.</summary>
    private Payload Decrypt(Payload payload)
    {
        if (!payload.Metadata.TryGetValue(EncodingField, out var encoding) || encoding.ToStringUtf8() != Encrypted)
        {
            return payload;
        }

        var keyId = payload.Metadata.TryGetValue(KeyField, out var id) ? id.ToStringUtf8() : "";
        if (!_keys.TryGetValue(keyId, out var key))
        {
            throw new CryptographicException(
                $"A payload was encrypted with the key '{keyId}', which is not among the keys of this process.");
        }

        return Payload.Parser.ParseFrom(SealedBytes.Open(payload.Data.Span, key, keyId));
    }
}
