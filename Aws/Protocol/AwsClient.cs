using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.Runtime.Credentials.Internal;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Auth;
using Amazon.Runtime.Internal.Transform;

namespace TemporalVideo.Aws.Protocol;

/// <summary>
/// A client of an AWS service that has no package of its own, on the core of the AWS SDK: credentials, signing, retries and connections
/// are the SDK's own.
/// </summary>
/// <param name="options">Profile and region.</param>
/// <param name="service">The service.</param>
internal abstract class AwsClient(AwsOptions options, AwsService service)
    : AmazonServiceClient(Credentials(options), new AwsClientConfig(options, service))
{
    protected string Service => service.Prefix;

    /// <summary>Sends a call.</summary>
    /// <exception cref="AmazonServiceException">The service refused; <c>ErrorCode</c> is its name for the reason.</exception>
    protected Task<TAnswer> SendAsync<TAnswer>(
        AmazonWebServiceRequest call, IMarshaller<IRequest, AmazonWebServiceRequest> write, ResponseUnmarshaller read,
        CancellationToken cancellationToken)
        where TAnswer : AmazonWebServiceResponse, new() =>
        InvokeAsync<TAnswer>(call, new InvokeOptions { RequestMarshaller = write, ResponseUnmarshaller = read }, cancellationToken);

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new EndpointByConfig());
        pipeline.AddHandlerAfter<Marshaller>(new Signature4());
    }

    private static AWSCredentials Credentials(AwsOptions options) =>
        options.Profile.Length == 0 ? new AwsClientConfig(options, new AwsService("", "")).DefaultAWSCredentials
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
