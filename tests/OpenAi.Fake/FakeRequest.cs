using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace TemporalVideo.Tests.OpenAi;

/// <summary>A request, read.</summary>
public sealed record FakeRequest
{
    /// <summary>What is called, such as <c>images</c>.</summary>
    public required string Endpoint { get; init; }

    /// <summary>The part of the path that names something; null without one.</summary>
    public string? Id { get; init; }

    /// <summary>What a path below that names, or a parameter of the query says.</summary>
    public required IReadOnlyDictionary<string, string> Query { get; init; }

    /// <summary>The body: a JSON object, or the fields of a form.</summary>
    public required JsonObject Body { get; init; }

    /// <summary>The file of a form; null without one.</summary>
    public (string Name, byte[] Bytes)? File { get; init; }

    /// <summary>What the client called the request; null without a name.</summary>
    public string? ClientKey { get; init; }

    internal static async Task<FakeRequest> ReadAsync(HttpContext context, string endpoint)
    {
        var request = context.Request;
        var (body, file) = request.HasFormContentType ? await FormAsync(request) : (await JsonAsync(request), null);
        return new FakeRequest
        {
            Endpoint = endpoint,
            Id = request.RouteValues.TryGetValue("id", out var id) ? id as string : null,
            Query = request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString()),
            Body = body,
            File = file,
            ClientKey = request.Headers.TryGetValue("X-Client-Request-Id", out var key) ? key.ToString() : null,
        };
    }

    private static async Task<JsonObject> JsonAsync(HttpRequest request)
    {
        if (!HttpMethods.IsPost(request.Method))
        {
            return [];
        }

        try
        {
            return (await JsonNode.ParseAsync(request.Body))?.AsObject() ?? [];
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            throw new ApiError(400, null, "We could not parse the JSON body of your request.");
        }
    }

    /// <summary>A name that is given several times, or ends in <c>[]</c>, is a list.</summary>
    private static async Task<(JsonObject Body, (string Name, byte[] Bytes)? File)> FormAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        var body = new JsonObject();
        foreach (var (name, values) in form)
        {
            body[name] = name.EndsWith("[]", StringComparison.Ordinal) || values.Count > 1
                ? new JsonArray([.. values.Select(value => JsonValue.Create(value))])
                : JsonValue.Create(values.ToString());
        }

        if (form.Files is not [var file, ..])
        {
            return (body, null);
        }

        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes);
        body[file.Name] = file.FileName;
        return (body, (file.FileName, bytes.ToArray()));
    }
}
