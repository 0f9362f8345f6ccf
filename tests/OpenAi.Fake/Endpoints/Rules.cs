using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TemporalVideo.Tests.OpenAi.Endpoints;

/// <summary>Checks of the fields of a request, with the API's words.</summary>
internal static class Rules
{
    public static void Known(FakeRequest request, params IEnumerable<string> names)
    {
        if (request.Body.Select(pair => pair.Key).FirstOrDefault(name => !names.Contains(name)) is { } stranger)
        {
            throw new ApiError(400, "unknown_parameter", $"Unknown parameter: '{stranger}'.", stranger);
        }
    }

    public static string Text(FakeRequest request, string name, int most, int least = 1)
    {
        var text = request.Body[name] switch
        {
            null => throw new ApiError(400, "missing_required_parameter", $"Missing required parameter: '{name}'.", name),
            JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
            _ => throw ApiError.Invalid(name, $"Invalid type for '{name}': expected a string.", "invalid_type"),
        };
        return text.Length < least ? throw ApiError.Invalid(name, $"Invalid '{name}': it is empty.", "empty_string")
            : text.Length > most ? throw ApiError.Invalid(
                name, $"Invalid '{name}': string too long. Expected at most {most}, got {text.Length}.", "string_above_max_length")
            : text;
    }

    public static string Choice(FakeRequest request, string name, string otherwise, params IReadOnlyCollection<string> values)
    {
        var value = request.Body[name] is null ? otherwise : Text(request, name, 1000);
        return values.Contains(value) ? value
            : throw ApiError.Invalid(name, $"Invalid value: '{value}'. Supported values are: {string.Join(", ", values)}.");
    }

    public static double Number(FakeRequest request, string name, double otherwise, double least, double most)
    {
        if (request.Body[name] is not JsonValue value)
        {
            return otherwise;
        }

        var number = value.GetValueKind() switch
        {
            JsonValueKind.Number => value.GetValue<double>(),
            // Forms have nothing but texts.
            JsonValueKind.String when double.TryParse(
                value.GetValue<string>(), NumberStyles.Float, CultureInfo.InvariantCulture, out var read) => read,
            _ => throw ApiError.Invalid(name, $"Invalid type for '{name}': expected a number.", "invalid_type"),
        };
        return number >= least && number <= most ? number
            : throw ApiError.Invalid(name, $"Invalid '{name}': expected {least} to {most}, got {number}.");
    }

    public static void Absent(FakeRequest request, string model, params IEnumerable<string> names)
    {
        if (names.FirstOrDefault(name => request.Body[name] is not null) is { } stranger)
        {
            throw new ApiError(
                400, "unsupported_parameter", $"Unsupported parameter: '{stranger}' is not supported with {model}.", stranger);
        }
    }

    public static string Model(FakeRequest request, Func<string, bool> isKnown)
    {
        var model = Text(request, "model", 100);
        return isKnown(model) ? model
            : throw new ApiError(404, "model_not_found", $"The model '{model}' does not exist or you do not have access to it.", "model");
    }

    public static void Moderate(FakeOpenAi fake, string text)
    {
        if (fake.Refuses.Length > 0 && text.Contains(fake.Refuses, StringComparison.OrdinalIgnoreCase))
        {
            throw new ApiError(400, "moderation_blocked", "Your request was rejected by the safety system.");
        }
    }
}
