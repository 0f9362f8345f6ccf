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

    /// <summary>The files of a form, each with the field that it stands in.</summary>
    public IReadOnlyList<FakeFile> Files { get; init; } = [];

    /// <summary>The file of a form; null without one.</summary>
    public (string Name, byte[] Bytes)? File => Files is [var file, ..] ? (file.Name, file.Bytes) : null;

    /// <summary>What the client called the request; null without a name.</summary>
    public string? ClientKey { get; init; }

    internal static async Task<FakeRequest> ReadAsync(HttpContext context, string endpoint)
    {
        var request = context.Request;
        var (body, files) = request.HasFormContentType ? await FormAsync(request) : (await JsonAsync(request), []);
        return new FakeRequest
        {
            Endpoint = endpoint,
            Id = request.RouteValues.TryGetValue("id", out var id) ? id as string : null,
            Query = request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString()),
            Body = body,
            Files = files,
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
    private static async Task<(JsonObject Body, IReadOnlyList<FakeFile> Files)> FormAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        var body = new JsonObject();
        foreach (var (name, values) in form)
        {
            body[name] = name.EndsWith("[]", StringComparison.Ordinal) || values.Count > 1
                ? new JsonArray([.. values.Select(value => JsonValue.Create(value))])
                : JsonValue.Create(values.ToString());
        }

        var files = new List<FakeFile>();
        foreach (var file in form.Files)
        {
            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes);
            body[file.Name] = file.FileName;
            files.Add(new FakeFile(file.Name, file.FileName, file.ContentType, bytes.ToArray()));
        }

        return (body, files);
    }
}

/// <summary>A file of a form.</summary>
/// <param name="Field">The field that it stands in.</param>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type, as the client says.</param>
/// <param name="Bytes">Its content.</param>
public sealed record FakeFile(string Field, string Name, string Type, byte[] Bytes);
