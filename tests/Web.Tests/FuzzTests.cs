using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace TemporalVideo.Web.Tests;

/// <summary>Thousands of calls made of the API's own document, right and wrong ones: none is answered with a fault of the server.</summary>
[Collection(WebCollection.Name)]
public sealed class FuzzTests(WebFixture web)
{
    private const int Calls = 2000;
    private const int Seed = 20261126;
    private const string Unknown = "maxcost";

    private static readonly string[] Texts =
    [
        "", " ", "x", "s01", "none", "anna", "../../etc/passwd", "..%2f..%2fx", "%00",
        "a\u0000b", "\ud800", "𝔘", "<script>", "'; DROP TABLE",
        "http://169.254.169.254/latest/meta-data/", "file:///etc/passwd", "-1", "1e309", "NaN", "null",
        "jobs: {a: {command: [x], matrix: {n: [1, &a 2, *a]}}}", "jobs: {a: {type: approval}}", new string('[', 300),
        "16:9", "story", "# A\n\nLight bends.",
    ];

    [Fact]
    public async Task Call_MadeOfTheDocument_IsNeverAFaultAndItsErrorsSayWhatToDo()
    {
        var document = JsonNode.Parse(await web.Http.GetStringAsync("/openapi/v1.json"))!;
        var schemas = new AnswerSchemas(document);
        var random = new Random(Seed);
        var operations = (
            from path in document["paths"]!.AsObject()
            from operation in path.Value!.AsObject()
            where !path.Key.Contains("/events", StringComparison.Ordinal)
            select (Path: path.Key, Method: operation.Key, Operation: operation.Value!)).ToList();
        var faults = new List<string>();
        var unknown = 0;
        for (var i = 0; i < Calls; i++)
        {
            var (path, method, operation) = operations[random.Next(operations.Count)];
            using var request = Request(document, path, method, operation, random);
            var isUnknown = request.Content is not null && (await request.Content.ReadAsStringAsync()).Contains($"\"{Unknown}\"");
            unknown += isUnknown ? 1 : 0;
            var sent = $"{request.Method} {request.RequestUri} {await TextOf(request)}";
            using var answer = await web.Http.SendAsync(request);
            if (isUnknown && answer.IsSuccessStatusCode)
            {
                faults.Add($"call {i}: {sent}: a member that is not known was taken");
            }

            if (await FaultOfAsync(answer, operation) is { } fault
                || (fault = await schemas.FaultOfAsync(answer, operation)) is not null)
            {
                faults.Add($"call {i}: {sent}: {fault}");
            }
        }

        string.Join("\n", faults.Take(20)).Should().BeEmpty();
        unknown.Should().BePositive("the document says which objects are closed");
        schemas.Checked.Should().BeGreaterThan(Calls / 2, "most answers are described");
    }

    [Fact]
    public async Task Call_BodyThatIsNoJson_Is400()
    {
        foreach (var body in new[] { "", "{", "[]", "null", "\"x\"", "{\"source\": {}}", new string('[', 5000), "\u0001" })
        {
            using var content = new StringContent(body, Encoding.UTF8, "application/json");

            var answer = await web.Http.PostAsync("/api/sessions", content);

            answer.StatusCode.Should().Be(HttpStatusCode.BadRequest, body[..Math.Min(body.Length, 20)]);
        }
    }

    private static async Task<string> TextOf(HttpRequestMessage request) =>
        request.Content is null ? "" : (await request.Content.ReadAsStringAsync()) is var text && text.Length > 300 ? text[..300] : text;

    private static async Task<string?> FaultOfAsync(HttpResponseMessage answer, JsonNode operation)
    {
        var status = (int)answer.StatusCode;
        var body = await answer.Content.ReadAsStringAsync();
        if (status is 500 or 502)
        {
            return $"{status} {body}";
        }

        if (status == 414)
        {
            // Two such values are a line of more than 8 KB: the server closes on it before anything of ours has a say.
            return null;
        }

        if (status >= 400 && answer.Content.Headers.ContentType?.MediaType != "application/problem+json")
        {
            return $"{status} is no problem details: {body}";
        }

        // A path with an empty part is another path, which the document says nothing of.
        var said = operation["responses"]!.AsObject();
        return status is 404 or 405 or 503 || said.ContainsKey($"{status}") ? null : $"{status} is not in the document: {body}";
    }

    private static HttpRequestMessage Request(JsonNode document, string path, string method, JsonNode operation, Random random)
    {
        var address = path;
        var query = new List<string>();
        foreach (var parameter in operation["parameters"]?.AsArray() ?? [])
        {
            var (name, value) = (parameter!["name"]!.GetValue<string>(), Escaped(Text(random)));
            if (parameter["in"]!.GetValue<string>() == "path")
            {
                // Kestrel itself refuses a zero in a path, and says nothing.
                value = value.Replace("%00", "0", StringComparison.Ordinal);
                address = address.Replace($"{{{name}}}", value.Length == 0 ? "x" : value, StringComparison.Ordinal);
            }
            else if (random.Next(3) > 0)
            {
                query.Add($"{name}={(random.Next(2) == 0 ? $"{random.Next(-5, 300)}" : value)}");
            }
        }

        var request = new HttpRequestMessage(
            new HttpMethod(method.ToUpperInvariant()), $"{address}{(query.Count > 0 ? $"?{string.Join('&', query)}" : "")}");
        if (operation["requestBody"]?["content"]?.AsObject().ToList() is { Count: > 0 } bodies)
        {
            var (type, body) = bodies[random.Next(bodies.Count)];
            request.Content = type switch
            {
                "application/json" => new StringContent(
                    Value(document, body!["schema"]!, random, 0)?.ToJsonString() ?? "null", Encoding.UTF8, type),
                "multipart/form-data" =>
                    new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(Text(random))), "file", "x.md" } },
                _ => new StringContent(WellFormed(Text(random)), Encoding.UTF8, type),
            };
        }

        return request;
    }

    private static JsonNode? Value(JsonNode document, JsonNode schema, Random random, int depth)
    {
        if (random.Next(12) == 0 || depth > 6)
        {
            return random.Next(5) switch
            {
                0 => null,
                1 => JsonValue.Create(random.Next(-10, 1000)),
                2 => new JsonArray(),
                3 => new JsonObject(),
                _ => JsonValue.Create(WellFormed(Text(random))),
            };
        }

        if (schema["$ref"]?.GetValue<string>() is { } reference)
        {
            return Value(document, document["components"]!["schemas"]![reference.Split('/')[^1]]!, random, depth + 1);
        }

        if ((schema["oneOf"] ?? schema["anyOf"])?.AsArray() is { Count: > 0 } choices)
        {
            return Value(document, choices[random.Next(choices.Count)]!, random, depth + 1);
        }

        if (schema["enum"]?.AsArray() is { Count: > 0 } names)
        {
            return names[random.Next(names.Count)]?.DeepClone();
        }

        var kind = schema["type"] switch
        {
            JsonArray several => several[random.Next(several.Count)]!.GetValue<string>(),
            JsonValue one => one.GetValue<string>(),
            _ => "string",
        };
        return kind switch
        {
            "null" => null,
            "boolean" => JsonValue.Create(random.Next(2) == 0),
            "integer" => JsonValue.Create(random.Next(-5, 700)),
            "number" => JsonValue.Create((random.NextDouble() * 700) - 5),
            "array" => new JsonArray(
                [.. Enumerable.Range(0, random.Next(3)).Select(_ => Value(document, schema["items"]!, random, depth + 1))]),
            "object" => Properties(document, schema, random, depth),
            _ => JsonValue.Create(WellFormed(Text(random))),
        };
    }

    private static JsonObject Properties(JsonNode document, JsonNode schema, Random random, int depth)
    {
        var made = new JsonObject();
        foreach (var (name, value) in schema["properties"]?.AsObject() ?? [])
        {
            if (random.Next(4) > 0)
            {
                made[name] = Value(document, value!, random, depth + 1);
            }
        }

        if (schema["additionalProperties"] is JsonValue closed && !closed.GetValue<bool>() && random.Next(8) == 0)
        {
            made[Unknown] = 1;
        }

        return made;
    }

    private static string Text(Random random) =>
        random.Next(20) == 0 ? new string('x', random.Next(5000)) : Texts[random.Next(Texts.Length)];

    private static string Escaped(string text) => Uri.EscapeDataString(WellFormed(text));

    private static string WellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
