using System.Text.Json;
using System.Text.Json.Nodes;

namespace TemporalVideo.Aws.Iam;

/// <summary>What MediaConvert's role must say: who may take it, and what it may do in the bucket.</summary>
internal static class RolePolicies
{
    private const string Trusted = "mediaconvert.amazonaws.com";
    private const string Version = "2012-10-17";

    /// <summary>The trust policy of a new role.</summary>
    public static JsonObject Trust() => new() { ["Version"] = Version, ["Statement"] = new JsonArray(TrustStatement()) };

    /// <summary>Reading and writing in a bucket.</summary>
    /// <param name="partition">Partition of AWS, such as <c>aws</c>.</param>
    /// <param name="bucket">The bucket.</param>
    public static JsonObject Bucket(string partition, string bucket) => new()
    {
        ["Version"] = Version,
        ["Statement"] = new JsonArray(
            Allow(["s3:GetObject", "s3:PutObject"], $"arn:{partition}:s3:::{bucket}/*"),
            Allow(["s3:GetBucketLocation", "s3:ListBucket"], $"arn:{partition}:s3:::{bucket}")),
    };

    /// <summary>Whether a trust policy lets MediaConvert take the role.</summary>
    public static bool IsTrusted(JsonNode? policy) => Statements(policy).Any(statement =>
        $"{statement?["Effect"]}" == "Allow"
        && Texts((statement?["Principal"] as JsonObject)?["Service"]).Contains(Trusted)
        && Texts(statement?["Action"]).Any(action => action is "sts:AssumeRole" or "sts:*" or "*"));

    /// <summary>A trust policy with MediaConvert beside those that were trusted before.</summary>
    public static JsonObject WithTrust(JsonNode? policy)
    {
        var statements = Statements(policy).Select(statement => statement?.DeepClone()).Append(TrustStatement());
        return new JsonObject { ["Version"] = Version, ["Statement"] = new JsonArray([.. statements]) };
    }

    /// <summary>Reads a policy, which IAM gives encoded as in an address (RFC 3986); null when it is none.</summary>
    public static JsonNode? Read(string? encoded)
    {
        try
        {
            return string.IsNullOrEmpty(encoded) ? null : JsonNode.Parse(Uri.UnescapeDataString(encoded));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonObject TrustStatement() => new()
    {
        ["Effect"] = "Allow",
        ["Principal"] = new JsonObject { ["Service"] = Trusted },
        ["Action"] = "sts:AssumeRole",
    };

    private static JsonObject Allow(string[] actions, string resource) => new()
    {
        ["Effect"] = "Allow",
        ["Action"] = new JsonArray([.. actions.Select(action => JsonValue.Create(action))]),
        ["Resource"] = resource,
    };

    private static IReadOnlyList<JsonNode?> Statements(JsonNode? policy) =>
        policy?["Statement"] is JsonArray list ? [.. list] : policy?["Statement"] is { } one ? [one] : [];

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonArray list => list.Select(item => $"{item}"),
        { } one => [$"{one}"],
        null => [],
    };
}
