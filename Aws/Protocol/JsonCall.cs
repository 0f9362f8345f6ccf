using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace TemporalVideo.Aws.Protocol;

/// <summary>The input of an operation.</summary>
internal sealed class JsonCall(JsonObject body) : AmazonWebServiceRequest
{
    public JsonObject Body => body;
}

/// <summary>The output of an operation; null for none.</summary>
internal sealed class JsonAnswer : AmazonWebServiceResponse
{
    public JsonNode? Body { get; init; }
}

/// <summary>Writes a call as AWS JSON 1.1 wants it.</summary>
internal sealed class JsonMarshaller(string service, string target) : IMarshaller<IRequest, AmazonWebServiceRequest>
{
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var request = new DefaultRequest(input, service) { HttpMethod = "POST", ResourcePath = "/" };
        request.Headers["X-Amz-Target"] = target;
        request.Headers["Content-Type"] = "application/x-amz-json-1.1";
        request.Content = Encoding.UTF8.GetBytes(((JsonCall)input).Body.ToJsonString());
        return request;
    }
}

/// <summary>Reads answers and errors of AWS JSON 1.1.</summary>
internal sealed class JsonUnmarshaller : JsonResponseUnmarshaller
{
    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input) => new JsonAnswer { Body = Read(input) };

    public override AmazonServiceException UnmarshallException(
        JsonUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode)
    {
        var body = Read(input);
        var code = $"{body?["__type"]}".Split('#')[^1];
        var message = $"{body?["message"] ?? body?["Message"]}";
        return new AmazonServiceException(
            message.Length > 0 ? $"{code}: {message}" : $"{code} ({(int)statusCode})", innerException,
            (int)statusCode < 500 ? ErrorType.Sender : ErrorType.Receiver, code, input.ResponseData.GetHeaderValue("x-amzn-RequestId"),
            statusCode);
    }

    private static JsonNode? Read(JsonUnmarshallerContext input)
    {
        using var text = new StreamReader(input.Stream, Encoding.UTF8);
        try
        {
            return text.ReadToEnd() is { Length: > 0 } json ? JsonNode.Parse(json) : null;
        }
        catch (JsonException)
        {
            // Not the service's: what a proxy answers is told by its status.
            return null;
        }
    }
}
