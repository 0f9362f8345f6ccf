using System.Security.Cryptography;
using System.Text;
using Google.Protobuf;
using Temporalio.Api.Common.V1;
using Temporalio.Converters;
using TemporalVideo.Hosting.Configuration;

namespace TemporalVideo.Hosting.Encryption;

/// <summary>
/// Encrypts whole payloads with AES-256-GCM. An encrypted payload carries <c>encoding: binary/encrypted</c> and the id of its key; its data
/// is the nonce
/// (12 bytes), the ciphertext and the tag (16 bytes). The key's id is authenticated with it.
/// </summary>
/// <param name="settings">The keys.</param>
public sealed class EncryptionCodec(EncryptionSettings settings) : IPayloadCodec
{
    private const string Encrypted = "binary/encrypted";
    private const string EncodingField = "encoding";
    private const string KeyField = "encryption-key-id";
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

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
        var plain = payload.ToByteArray();
        var data = new byte[NonceBytes + plain.Length + TagBytes];
        var nonce = data.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(_keys[settings.KeyId], TagBytes);
        aes.Encrypt(nonce, plain, data.AsSpan(NonceBytes, plain.Length), data.AsSpan(NonceBytes + plain.Length), Utf8(settings.KeyId));
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

        var data = payload.Data.Span;
        if (data.Length < NonceBytes + TagBytes)
        {
            throw new CryptographicException("An encrypted payload is too short.");
        }

        var plain = new byte[data.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        aes.Decrypt(data[..NonceBytes], data[NonceBytes..^TagBytes], data[^TagBytes..], plain, Utf8(keyId));
        return Payload.Parser.ParseFrom(plain);
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
