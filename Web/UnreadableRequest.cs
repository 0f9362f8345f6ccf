using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using TemporalVideo.Sessions;

namespace TemporalVideo.Web;

/// <summary>Says in words of the API, and not of its code, why a request cannot be read.</summary>
internal static partial class UnreadableRequest
{
    private const int LongestPath = 100;
    private const int LongestText = 80;
    private const string Document = "GET /openapi/v1.json says what is expected.";

    /// <summary>That a value is not what it should be; the sentence goes on, or ends.</summary>
    public static string Unreadable(string name, string value) => $"{name}: '{value}' cannot be read";

    /// <summary>That a value is not there; the sentence goes on, or ends.</summary>
    public static string Missing(string name) => $"{name} is missing";

    /// <summary>The beginning of a text that somebody sent, as long as it is good to read.</summary>
    public static string Cut(string text) => text.Length <= LongestText ? text : $"{text[..LongestText]}…";

    /// <summary>What was wrong with a request that could not be bound.</summary>
    public static string WordsOf(BadHttpRequestException bad) => bad switch
    {
        { InnerException: JsonException json } => $"The body cannot be read as JSON{PlaceOf(json)}. {Document}",
        { StatusCode: StatusCodes.Status415UnsupportedMediaType } => $"Content-Type: expected application/json. {Document}",
        _ when Parameter().Match(bad.Message) is { Success: true } match =>
            $"{Unreadable(match.Groups["name"].Value, match.Groups["value"].Value)}. {Document}",
        _ when NotProvided().Match(bad.Message) is { Success: true } match => $"{Missing(match.Groups["name"].Value)}. {Document}",
        _ => bad.Message,
    };

    /// <summary>That a body has a member that nobody reads, and which are read; null when something else is wrong with it.</summary>
    public static string? Unknown(JsonException unread, JsonTypeInfo body) =>
        UnknownMember.Of(unread, body) is { } words ? $"{words}. {Document}" : null;

    /// <summary>No problem without a sentence, as where there is no such address.</summary>
    public static void Explain(ProblemDetailsContext context) => context.ProblemDetails.Detail ??= context.ProblemDetails.Status switch
    {
        StatusCodes.Status404NotFound => "There is nothing at this address. GET /openapi/v1.json says what there is.",
        StatusCodes.Status405MethodNotAllowed => $"This address does not take {context.HttpContext.Request.Method}. {Document}",
        StatusCodes.Status415UnsupportedMediaType => $"Content-Type: expected application/json. {Document}",
        _ => $"The request cannot be read. {Document}",
    };

    /// <exception cref="WebException">The body is in an encoding that nobody knows.</exception>
    public static Task RequireCharsetAsync(HttpContext context, RequestDelegate next) =>
        MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) && type is { Charset.HasValue: true, Encoding: null }
            ? throw new WebException(
                StatusCodes.Status415UnsupportedMediaType, $"Content-Type: there is no charset '{type.Charset}'. Send UTF-8.")
            : next(context);

    private static string PlaceOf(JsonException json) => json switch
    {
        { LineNumber: { } line, BytePositionInLine: { } at } => string.Create(
            CultureInfo.InvariantCulture, $"{PathOf(json)} (line {line + 1}, byte {at + 1})"),
        _ => PathOf(json),
    };

    private static string PathOf(JsonException json) =>
        json.Path is { Length: > 1 and <= LongestPath } path ? $" at {path[1..].TrimStart('.')}" : "";

    [GeneratedRegex("""parameter "(?:.* )?(?<name>\w+)" from "(?<value>[^"]{0,80})""")]
    private static partial Regex Parameter();

    [GeneratedRegex("""parameter "(?:.* )?(?<name>\w+)" was not provided""")]
    private static partial Regex NotProvided();
}
