using System.Security.Cryptography;
using System.Text;

namespace TemporalVideo.Hosting.Encryption;

/// <summary>AES-256-GCM: nonce (12 bytes), ciphertext and tag (16 bytes) behind each other, authenticated with a text.</summary>
internal static class SealedBytes
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    /// <summary>Encrypts.</summary>
    /// <param name="plain">What is encrypted.</param>
    /// <param name="key">The key, 32 bytes.</param>
    /// <param name="with">The text that is authenticated with it.</param>
    public static byte[] Seal(ReadOnlySpan<byte> plain, byte[] key, string with)
    {
        var data = new byte[NonceBytes + plain.Length + TagBytes];
        var nonce = data.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(
            nonce, plain, data.AsSpan(NonceBytes, plain.Length), data.AsSpan(NonceBytes + plain.Length), Encoding.UTF8.GetBytes(with));
        return data;
    }

    /// <summary>Decrypts.</summary>
    /// <exception cref="CryptographicException">It is too short, was encrypted with another key or text, or has been changed.</exception>
    public static byte[] Open(ReadOnlySpan<byte> data, byte[] key, string with)
    {
        if (data.Length < NonceBytes + TagBytes)
        {
            throw new CryptographicException("An encrypted payload is too short.");
        }

        var plain = new byte[data.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        aes.Decrypt(data[..NonceBytes], data[NonceBytes..^TagBytes], data[^TagBytes..], plain, Encoding.UTF8.GetBytes(with));
        return plain;
    }
}
