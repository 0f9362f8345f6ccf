using System.Text.Json.Nodes;
using System.Xml.Linq;
using Amazon.Runtime;
using TemporalVideo.Aws.MediaConvert;
using TemporalVideo.Aws.Protocol;

namespace TemporalVideo.Aws.Iam;

/// <summary>
/// The role in which MediaConvert reads and writes the bucket (R-B6). It is made when it is missing, and what is missing in it is put
/// back; what others have put into it is left alone.
/// </summary>
/// <param name="aws">Profile, region, and endpoint of IAM.</param>
/// <param name="options">Name of the role, and the bucket.</param>
internal sealed class MediaConvertRole(AwsOptions aws, MediaConvertOptions options) : IDisposable
{
    private readonly Lazy<QueryClient> _client = new(() =>
        new QueryClient(aws, new AwsService("iam", "IAM") { IsGlobal = true, Endpoint = aws.Endpoint }, "2010-05-08"));

    private string Name => options.Role;

    /// <summary>Our own policy in the role: one for each bucket, so that installations do not undo each other's.</summary>
    private string PolicyName => $"temporal-video-{options.Bucket}";

    private JsonObject BucketPolicy => RolePolicies.Bucket(AwsClientConfig.RegionOf(aws)?.PartitionName ?? "aws", options.Bucket);

    /// <summary>Makes or mends the role.</summary>
    /// <returns>Its ARN, and what was changed; nothing when all was right, or the role is named by its ARN.</returns>
    /// <exception cref="AmazonServiceException">IAM refused; the message says what to do.</exception>
    public async Task<(string Arn, IReadOnlyList<string> Changes)> EnsureAsync(CancellationToken cancellationToken)
    {
        if (IsArn)
        {
            return (Name, []);
        }

        var changes = new List<string>();
        var role = await FindAsync(cancellationToken) ?? await MakeAsync(changes, cancellationToken);
        if (RolePolicies.Read(Text(role, "AssumeRolePolicyDocument")) is var trust && !RolePolicies.IsTrusted(trust))
        {
            await CallAsync("UpdateAssumeRolePolicy", cancellationToken, ("PolicyDocument", RolePolicies.WithTrust(trust).ToJsonString()));
            changes.Add("MediaConvert may take it");
        }

        if (!await MayUseBucketAsync(cancellationToken))
        {
            await CallAsync(
                "PutRolePolicy", cancellationToken, ("PolicyName", PolicyName), ("PolicyDocument", BucketPolicy.ToJsonString()));
            changes.Add($"it may read and write s3://{options.Bucket}");
        }

        return (Text(role, "Arn"), changes);
    }

    /// <summary>Looks what a job would find, and changes nothing.</summary>
    /// <returns>What would have to be made or mended; nothing when all is right, or the role is named by its ARN.</returns>
    /// <exception cref="AmazonServiceException">IAM refused; the message says what to do.</exception>
    public async Task<IReadOnlyList<string>> MissingAsync(CancellationToken cancellationToken)
    {
        if (IsArn)
        {
            return [];
        }

        if (await FindAsync(cancellationToken) is not { } role)
        {
            return ["the role"];
        }

        var missing = new List<string>();
        if (!RolePolicies.IsTrusted(RolePolicies.Read(Text(role, "AssumeRolePolicyDocument"))))
        {
            missing.Add("the trust in mediaconvert.amazonaws.com");
        }

        if (!await MayUseBucketAsync(cancellationToken))
        {
            missing.Add($"the policy for s3://{options.Bucket}");
        }

        return missing;
    }

    public void Dispose()
    {
        if (_client.IsValueCreated)
        {
            _client.Value.Dispose();
        }
    }

    private bool IsArn => Name.StartsWith("arn:", StringComparison.Ordinal);

    private async Task<XElement?> FindAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await CallAsync("GetRole", cancellationToken);
        }
        catch (AmazonServiceException failure) when (failure.ErrorCode == "NoSuchEntity")
        {
            return null;
        }
    }

    /// <summary>Makes the role; when another worker was faster, it is that one's.</summary>
    private async Task<XElement?> MakeAsync(List<string> changes, CancellationToken cancellationToken)
    {
        try
        {
            var made = await CallAsync(
                "CreateRole", cancellationToken,
                ("AssumeRolePolicyDocument", RolePolicies.Trust().ToJsonString()),
                ("Description", "Lets MediaConvert join the clips of TemporalVideo in its bucket."));
            changes.Add("it was made");
            return made;
        }
        catch (AmazonServiceException failure) when (failure.ErrorCode == "EntityAlreadyExists")
        {
            return await CallAsync("GetRole", cancellationToken);
        }
    }

    private async Task<bool> MayUseBucketAsync(CancellationToken cancellationToken)
    {
        try
        {
            var policy = await CallAsync("GetRolePolicy", cancellationToken, ("PolicyName", PolicyName));
            return JsonNode.DeepEquals(RolePolicies.Read(Text(policy, "PolicyDocument")), BucketPolicy);
        }
        catch (AmazonServiceException failure) when (failure.ErrorCode == "NoSuchEntity")
        {
            return false;
        }
    }

    private async Task<XElement?> CallAsync(
        string operation, CancellationToken cancellationToken, params (string Name, string Value)[] parameters)
    {
        try
        {
            var input = parameters.Prepend(("RoleName", Name)).ToDictionary(pair => pair.Item1, pair => pair.Item2);
            return await _client.Value.CallAsync(operation, input, cancellationToken);
        }
        catch (AmazonServiceException failure) when (failure.ErrorCode is "AccessDenied" or "AccessDeniedException")
        {
            throw new AmazonServiceException(
                $"IAM does not let these credentials call {operation} for the role '{Name}'. Allow iam:GetRole, CreateRole, GetRolePolicy, "
                    + "PutRolePolicy and UpdateAssumeRolePolicy, or make the role yourself and name its ARN in config/worker.yaml "
                    + "(mediaconvert.role): it is then used as it is.",
                failure, failure.ErrorType, failure.ErrorCode, failure.RequestId, failure.StatusCode);
        }
    }

    private static string Text(XElement? answer, string name) =>
        answer?.Descendants().FirstOrDefault(element => element.Name.LocalName == name)?.Value ?? "";
}
