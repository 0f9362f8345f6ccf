using System.Security.Cryptography;
using System.Text.Json;

namespace TemporalVideo.Activities;

/// <summary>Names what a piece is made from, so that one made from the same is found again and one made from something else is not taken for it.</summary>
internal static class Fingerprint
{
    /// <summary>The fingerprint of a kind of piece and everything that its content depends on.</summary>
    public static string Of(string kind, params object?[] parts) =>
        $"{kind}:{Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(parts)).AsSpan(0, 16))}";
}
