using System.Text.Json;
using System.Text.Json.Nodes;

namespace TemporalVideo.Tests.OpenAi.Endpoints;

/// <summary>Chat completions.</summary>
internal static class ChatCalls
{
    private static readonly string[] Fields =
    [
        "model", "messages", "temperature", "top_p", "n", "max_tokens", "max_completion_tokens", "presence_penalty", "frequency_penalty",
        "response_format", "seed", "stop", "user", "store", "metadata", "reasoning_effort", "verbosity", "service_tier", "stream",
        "stream_options", "tools", "tool_choice", "parallel_tool_calls", "logprobs", "top_logprobs", "logit_bias", "modalities",
        "prompt_cache_key", "safety_identifier",
    ];

    private static readonly string[] Roles = ["developer", "system", "user", "assistant", "tool"];

    public static Product Answer(FakeOpenAi fake, FakeRequest request)
    {
        Rules.Known(request, Fields);
        var model = Rules.Model(request, Prices.Chats);
        if (model.StartsWith("gpt-5", StringComparison.Ordinal))
        {
            Rules.Absent(request, model, "max_tokens", "top_p", "presence_penalty", "frequency_penalty", "logprobs", "stop");
            Rules.Number(request, "temperature", 1, 1, 1);
        }

        Rules.Number(request, "temperature", 1, 0, 2);
        Rules.Number(request, "top_p", 1, 0, 1);
        Rules.Number(request, "n", 1, 1, 1);
        var prompt = Messages(request);
        Rules.Moderate(fake, prompt);
        var schema = Schema(request);
        var content = fake.Chat?.Invoke(request) ?? (schema is null ? "Understood." : SchemaSample.Of(schema).ToJsonString());
        var (input, output) = ((prompt.Length + 3) / 4, (content.Length + 3) / 4);
        return Product.Json(
            new
            {
                id = "chatcmpl-fake",
                @object = "chat.completion",
                created = 1_700_000_000,
                model,
                choices = new[]
                {
                    new
                    {
                        index = 0,
                        message = new { role = "assistant", content, refusal = (string?)null },
                        finish_reason = "stop",
                        logprobs = (object?)null,
                    },
                },
                usage = new { prompt_tokens = input, completion_tokens = output, total_tokens = input + output },
            },
            model,
            Prices.OfTokens(model, input, output));
    }

    private static string Messages(FakeRequest request)
    {
        if (request.Body["messages"] is not JsonArray { Count: > 0 } messages)
        {
            throw new ApiError(400, "missing_required_parameter", "Missing required parameter: 'messages'.", "messages");
        }

        foreach (var message in messages)
        {
            if (message?["role"]?.GetValue<string>() is not { } role || !Roles.Contains(role))
            {
                throw ApiError.Invalid("messages", $"Invalid role. Supported values are: {string.Join(", ", Roles)}.");
            }

            if (message["content"] is null && role != "assistant")
            {
                throw ApiError.Invalid("messages", "Invalid value for 'content': expected a string, got null.", "invalid_type");
            }
        }

        return string.Join("\n", messages.Select(message => TextOf(message!["content"])));
    }

    private static string TextOf(JsonNode? content) => content switch
    {
        JsonArray parts => string.Concat(parts.Select(part => part?["text"]?.GetValue<string>())),
        JsonValue value => value.GetValue<string>(),
        _ => "",
    };

    /// <summary>The schema of a structured output, checked; null without one.</summary>
    private static JsonObject? Schema(FakeRequest request)
    {
        if (request.Body["response_format"] is not JsonObject format)
        {
            return null;
        }

        var type = format["type"] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : "";
        return type switch
        {
            "text" => null,
            "json_object" => TextOf(request.Body["messages"]!.AsArray()[0]!["content"]).Contains("json", StringComparison.OrdinalIgnoreCase)
                ? null
                : throw ApiError.Invalid("messages", "'messages' must contain the word 'json' to use json_object."),
            "json_schema" => SchemaRules.Check(format["json_schema"] as JsonObject),
            _ => throw ApiError.Invalid("response_format.type", $"Invalid value: '{type}'."),
        };
    }
}
