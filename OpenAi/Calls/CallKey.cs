using System.Security.Cryptography;
using System.Text.Json;

namespace TemporalVideo.OpenAi.Calls;

/// <summary>Names calls by what they ask for.</summary>
internal static class CallKey
{
    public static string Of(params IEnumerable<string> parts) =>
        $"tv-{Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(parts)).AsSpan(0, 16))}";
}
