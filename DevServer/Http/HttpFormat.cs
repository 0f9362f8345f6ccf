using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Microsoft.AspNetCore.Http;

namespace TemporalVideo.DevServer.Http;

/// <summary>How a caller writes its JSON and wants it written.</summary>
/// <param name="Pretty">Indented.</param>
/// <param name="Shorthand">Payloads in their short form.</param>
internal sealed record HttpFormat(bool Pretty, bool Shorthand)
{
    private static readonly TypeRegistry Details = TypeRegistry.FromFiles(
        Temporalio.Api.ErrorDetails.V1.MessageReflection.Descriptor, Temporalio.Api.Failure.V1.MessageReflection.Descriptor);

    private static readonly JsonFormatter Formatter = new(JsonFormatter.Settings.Default.WithTypeRegistry(Details));
    private static readonly JsonParser Parser = new(JsonParser.Settings.Default.WithTypeRegistry(Details));
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonSerializerOptions Indented = new(Compact) { WriteIndented = true };

    /// <summary>The format that a request's content type, accepted types and <c>pretty</c> parameter ask for.</summary>
    public static HttpFormat Of(HttpRequest request)
    {
        var types = $"{request.ContentType} {request.Headers.Accept}";
        return new HttpFormat(
            request.Query.ContainsKey("pretty") || types.Contains("+pretty", StringComparison.Ordinal),
            !types.Contains("+no-payload-shorthand", StringComparison.Ordinal));
    }

    /// <summary>Reads a message.</summary>
    /// <exception cref="FormatException">The text is not the JSON of such a message.</exception>
    public IMessage Read(string text, MessageDescriptor type)
    {
        try
        {
            return Parser.Parse(Shorthand ? PayloadShorthand.Expand(JsonNode.Parse(text), type)!.ToJsonString() : text, type);
        }
        catch (Exception e) when (e is JsonException or InvalidProtocolBufferException or InvalidJsonException)
        {
            throw new FormatException(e.Message, e);
        }
    }

    /// <summary>Writes a message.</summary>
    public string Write(IMessage message)
    {
        var json = JsonNode.Parse(Formatter.Format(message));
        var form = Shorthand ? PayloadShorthand.Shorten(json, message.Descriptor) : json;
        return form!.ToJsonString(Pretty ? Indented : Compact);
    }
}
