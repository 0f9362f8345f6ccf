using System.Text;
using System.Text.Json.Nodes;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace TemporalVideo.Aws.Protocol;

/// <summary>A client of a service that speaks AWS JSON 1.1.</summary>
/// <param name="options">Profile and region.</param>
/// <param name="service">The service.</param>
/// <param name="target">What precedes the operation in the header <c>X-Amz-Target</c>.</param>
internal sealed class AwsJsonClient(AwsOptions options, AwsService service, string target) : AwsClient(options, service)
{
    /// <summary>Calls an operation.</summary>
    /// <exception cref="AmazonServiceException">The service refused; <c>ErrorCode</c> is its name for the reason.</exception>
    public async Task<JsonNode?> CallAsync(string operation, JsonObject input, CancellationToken cancellationToken) =>
        (await SendAsync<JsonAnswer>(
            new Call(input), new Writer(Service, $"{target}.{operation}"), new JsonUnmarshaller(), cancellationToken)).Body;

    private sealed class Call(JsonObject body) : AmazonWebServiceRequest
    {
        public JsonObject Body => body;
    }

    private sealed class Writer(string service, string target) : IMarshaller<IRequest, AmazonWebServiceRequest>
    {
        public IRequest Marshall(AmazonWebServiceRequest input)
        {
            var request = new DefaultRequest(input, service) { HttpMethod = "POST", ResourcePath = "/" };
            request.Headers["X-Amz-Target"] = target;
            request.Headers["Content-Type"] = "application/x-amz-json-1.1";
            request.Content = Encoding.UTF8.GetBytes(((Call)input).Body.ToJsonString());
            return request;
        }
    }
}
