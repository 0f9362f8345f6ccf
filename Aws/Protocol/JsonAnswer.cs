using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;

namespace TemporalVideo.Aws.Protocol;

/// <summary>The output of an operation; null for none.</summary>
internal sealed class JsonAnswer : AmazonWebServiceResponse
{
    public JsonNode? Body { get; init; }
}

/// <summary>Reads answers and errors of AWS JSON 1.1 and of REST with JSON.</summary>
internal sealed class JsonUnmarshaller : JsonResponseUnmarshaller
{
    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input) => new JsonAnswer { Body = Read(input) };

    public override AmazonServiceException UnmarshallException(
        JsonUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode)
    {
        var body = Read(input) as JsonObject;
        var code = CodeOf(input.ResponseData.GetHeaderValue("x-amzn-ErrorType"), body);
        var message = $"{body?["message"] ?? body?["Message"]}";
        return new AmazonServiceException(
            message.Length > 0 ? $"{code}: {message}" : $"{code} ({(int)statusCode})", innerException,
            (int)statusCode < 500 ? ErrorType.Sender : ErrorType.Receiver, code, input.ResponseData.GetHeaderValue("x-amzn-RequestId"),
            statusCode);
    }

    /// <summary>The header may have an address behind the name, the body one before it (restJson1, error serialisation).</summary>
    private static string CodeOf(string? header, JsonObject? body) =>
        (!string.IsNullOrEmpty(header) ? header : $"{body?["__type"] ?? body?["code"]}").Split(':')[0].Split('#')[^1];

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
