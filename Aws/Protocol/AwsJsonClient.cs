using System.Text.Json.Nodes;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.Runtime.Credentials.Internal;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Auth;

namespace TemporalVideo.Aws.Protocol;

/// <summary>
/// A client of an AWS service that speaks JSON 1.1, on the core of the AWS SDK: credentials, signing, retries and connections are
/// the SDK's own.
/// </summary>
/// <param name="options">Profile, region, endpoint.</param>
/// <param name="prefix">First part of the service's host name.</param>
/// <param name="target">What precedes the operation in the header <c>X-Amz-Target</c>.</param>
internal sealed class AwsJsonClient(AwsOptions options, string prefix, string target)
    : AmazonServiceClient(Credentials(options), new AwsClientConfig(options, prefix))
{
    /// <summary>Calls an operation.</summary>
    /// <exception cref="AmazonServiceException">The service refused; <c>ErrorCode</c> is its name for the reason.</exception>
    public async Task<JsonNode?> CallAsync(string operation, JsonObject input, CancellationToken cancellationToken)
    {
        var invoke = new InvokeOptions
        {
            RequestMarshaller = new JsonMarshaller(prefix, $"{target}.{operation}"),
            ResponseUnmarshaller = new JsonUnmarshaller(),
        };
        return (await InvokeAsync<JsonAnswer>(new JsonCall(input), invoke, cancellationToken)).Body;
    }

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new EndpointByConfig());
        pipeline.AddHandlerAfter<Marshaller>(new Signature4());
    }

    private static AWSCredentials Credentials(AwsOptions options) =>
        options.Profile.Length == 0 ? new AwsClientConfig(options, "").DefaultAWSCredentials
        : new CredentialProfileStoreChain().TryGetAWSCredentials(options.Profile, out var credentials) ? credentials
        : throw new AmazonClientException($"The AWS configuration files have no usable profile '{options.Profile}': make it, or name "
            + "another in config/worker.yaml (aws.profile; empty for the SDK's own ways).");

    private sealed class EndpointByConfig : BaseEndpointResolver
    {
        protected override EndpointParameters MapEndpointsParameters(IRequestContext requestContext) => new();
    }

    private sealed class Signature4 : BaseAuthResolverHandler
    {
        protected override List<IAuthSchemeOption> ResolveAuthOptions(IExecutionContext executionContext) =>
            [.. AuthSchemeOption.DEFAULT_SIGV4];
    }
}
