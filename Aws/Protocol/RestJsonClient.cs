using System.Text;
using System.Text.Json.Nodes;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace TemporalVideo.Aws.Protocol;

/// <summary>A client of a service that speaks REST with JSON.</summary>
/// <param name="options">Profile and region.</param>
/// <param name="service">The service.</param>
internal sealed class RestJsonClient(AwsOptions options, AwsService service) : AwsClient(options, service)
{
    /// <summary>Calls an operation.</summary>
    /// <param name="method">HTTP method.</param>
    /// <param name="path">Path, its parts already fit for an address.</param>
    /// <param name="query">What follows the path; nulls are left out.</param>
    /// <param name="body">What is sent; null for nothing.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="AmazonServiceException">The service refused; <c>ErrorCode</c> is its name for the reason.</exception>
    public async Task<JsonNode?> CallAsync(
        string method, string path, IReadOnlyDictionary<string, string?> query, JsonObject? body, CancellationToken cancellationToken) =>
        (await SendAsync<JsonAnswer>(
            new Call(method, path, query, body), new Writer(Service), new JsonUnmarshaller(), cancellationToken)).Body;

    private sealed class Call(string method, string path, IReadOnlyDictionary<string, string?> query, JsonObject? body)
        : AmazonWebServiceRequest
    {
        public IRequest Write(string service)
        {
            var request = new DefaultRequest(this, service) { HttpMethod = method, ResourcePath = path };
            request.Headers["Accept"] = "application/json";
            if (body is not null)
            {
                request.Headers["Content-Type"] = "application/json";
                request.Content = Encoding.UTF8.GetBytes(body.ToJsonString());
            }

            request.UseQueryString = body is null;
            foreach (var (name, value) in query)
            {
                if (value is not null)
                {
                    request.Parameters.Add(name, value);
                }
            }

            return request;
        }
    }

    private sealed class Writer(string service) : IMarshaller<IRequest, AmazonWebServiceRequest>
    {
        public IRequest Marshall(AmazonWebServiceRequest input) => ((Call)input).Write(service);
    }
}
