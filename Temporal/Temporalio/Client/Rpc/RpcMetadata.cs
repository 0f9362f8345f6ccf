using Google.Protobuf;
using Temporalio.Common;

namespace Temporalio.Client;

/// <summary>The metadata of a connection's calls.</summary>
internal sealed class RpcMetadata(TemporalConnectionOptions options)
{
    private const string Authorization = "authorization";

    private volatile IReadOnlyCollection<KeyValuePair<string, string>> _text = options.RpcMetadata ?? [];
    private volatile IReadOnlyCollection<KeyValuePair<string, byte[]>> _binary = options.RpcBinaryMetadata ?? [];
    private volatile string? _apiKey = options.ApiKey;

    public IReadOnlyCollection<KeyValuePair<string, string>> Text { get => _text; set => _text = value; }

    public IReadOnlyCollection<KeyValuePair<string, byte[]>> Binary { get => _binary; set => _binary = value; }

    public string? ApiKey { get => _apiKey; set => _apiKey = value; }

    /// <summary>Metadata of one call: that of the SDK, of the connection, of the call; later ones replace earlier ones of the same name.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> ForCall(IMessage request, RpcOptions? call)
    {
        var merged = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["client-name"] = SdkInfo.Name,
            ["client-version"] = SdkInfo.Version,
        };
        if (NamespaceOf(request) is { Length: > 0 } name && name.All(char.IsAscii))
        {
            merged["temporal-namespace"] = name;
        }

        foreach (var (key, value) in _text.Concat(call?.Metadata ?? []))
        {
            merged[key] = value;
        }

        foreach (var (key, value) in _binary.Concat(call?.BinaryMetadata ?? []))
        {
            merged[key] = Convert.ToBase64String(value);
        }

        if (_apiKey is { } apiKey)
        {
            merged.TryAdd(Authorization, $"Bearer {apiKey}");
        }

        return [.. merged];
    }

    private static string? NamespaceOf(IMessage request) =>
        request.Descriptor.FindFieldByName("namespace")?.Accessor.GetValue(request) as string;
}
