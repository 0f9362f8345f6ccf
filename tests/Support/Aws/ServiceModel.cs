using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace TemporalVideo.Tests.Support.Aws;

/// <summary>
/// The model that AWS publishes of a service (botocore's format), as a contract: requests and answers are checked for members, types,
/// enumerations, ranges, lengths and patterns.
/// </summary>
public sealed class ServiceModel
{
    private const string Variable = "AWS_MODELS";
    private readonly JsonObject _operations;
    private readonly JsonObject _shapes;

    private ServiceModel(JsonNode model) =>
        (_operations, _shapes) = (model["operations"]!.AsObject(), model["shapes"]!.AsObject());

    /// <summary>Reads a model, such as <c>mediaconvert</c>, from the folder that <c>AWS_MODELS</c> names; null without it.</summary>
    public static ServiceModel? Find(string service)
    {
        var file = Path.Combine(Environment.GetEnvironmentVariable(Variable) ?? "", $"{service}.json");
        return File.Exists(file) ? new ServiceModel(JsonNode.Parse(File.ReadAllText(file))!) : null;
    }

    /// <summary>Reads a model.</summary>
    /// <exception cref="Xunit.SkipException">It is not there: the test is reported as skipped.</exception>
    public static ServiceModel Require(string service)
    {
        var model = Find(service);
        Xunit.Skip.If(model is null, $"No model of {service}: {Variable} names no folder with {service}.json.");
        return model!;
    }

    /// <summary>The model of a text, for the tests of the checks themselves.</summary>
    public static ServiceModel Parse(string json) => new(JsonNode.Parse(json)!);

    /// <summary>What is wrong with the input of an operation; nothing when it fits.</summary>
    public IReadOnlyList<string> InputFaults(string operation, JsonNode? input) => Faults(operation, "input", input);

    /// <summary>What is wrong with the output of an operation; nothing when it fits.</summary>
    public IReadOnlyList<string> OutputFaults(string operation, JsonNode? output) => Faults(operation, "output", output);

    /// <summary>The operation of a request, and what its path says, such as <c>GetJob</c> with <c>Id</c>; null without one.</summary>
    public (string Operation, JsonObject FromPath)? Route(string method, string path)
    {
        foreach (var (name, operation) in _operations)
        {
            var pattern = Regex.Replace($"{operation!["http"]!["requestUri"]}", @"\{(\w+)\}", "(?<$1>[^/]+)");
            if ($"{operation["http"]!["method"]}" == method && Regex.Match(path, $"^{pattern}$") is { Success: true } match)
            {
                return (name, new JsonObject(match.Groups.Values.Where(group => !char.IsDigit(group.Name[0]))
                    .Select(group => KeyValuePair.Create(group.Name, (JsonNode?)JsonValue.Create(Uri.UnescapeDataString(group.Value))))));
            }
        }

        return null;
    }

    private List<string> Faults(string operation, string side, JsonNode? value)
    {
        var faults = new List<string>();
        if (_operations[operation] is not { } known)
        {
            faults.Add($"there is no operation {operation}");
        }
        else if (known[side]?["shape"] is { } shape)
        {
            Check($"{shape}", value ?? new JsonObject(), operation, faults);
        }

        return faults;
    }

    private void Check(string name, JsonNode? value, string path, List<string> faults)
    {
        var shape = _shapes[name]!.AsObject();
        switch ($"{shape["type"]}")
        {
            case "structure":
                CheckStructure(shape, value, path, faults);
                break;
            case "list":
                if (value is not JsonArray list)
                {
                    faults.Add($"{path}: expected a list");
                    break;
                }

                CheckRange(shape, list.Count, $"{path}: number of items", faults);
                for (var at = 0; at < list.Count; at++)
                {
                    Check($"{shape["member"]!["shape"]}", list[at], $"{path}[{at}]", faults);
                }

                break;
            case "map":
                if (value is not JsonObject map)
                {
                    faults.Add($"{path}: expected a map");
                    break;
                }

                foreach (var (key, item) in map)
                {
                    Check($"{shape["key"]!["shape"]}", JsonValue.Create(key), $"{path} key {key}", faults);
                    Check($"{shape["value"]!["shape"]}", item, $"{path}.{key}", faults);
                }

                break;
            default:
                CheckScalar(shape, value, path, faults);
                break;
        }
    }

    private void CheckStructure(JsonObject shape, JsonNode? value, string path, List<string> faults)
    {
        if (value is not JsonObject given)
        {
            faults.Add($"{path}: expected a structure");
            return;
        }

        var members = shape["members"]!.AsObject().ToDictionary(
            member => $"{member.Value!["locationName"] ?? member.Key}", member => (member.Key, Shape: $"{member.Value!["shape"]}"));
        foreach (var required in (shape["required"]?.AsArray() ?? []).Select(item => $"{item}"))
        {
            if (!members.Any(member => member.Value.Key == required && given[member.Key] is not null))
            {
                faults.Add($"{path}: {required} is required");
            }
        }

        foreach (var (key, item) in given)
        {
            if (!members.TryGetValue(key, out var member))
            {
                faults.Add($"{path}: there is no member {key}");
            }
            else if (item is not null)
            {
                Check(member.Shape, item, $"{path}.{key}", faults);
            }
        }
    }

    private static void CheckScalar(JsonObject shape, JsonNode? value, string path, List<string> faults)
    {
        var type = $"{shape["type"]}";
        var kind = value?.GetValueKind().ToString() ?? "nothing";
        var fits = type switch
        {
            "string" or "blob" => kind == "String",
            "boolean" => kind is "True" or "False",
            "integer" or "long" => kind == "Number" && decimal.TryParse($"{value}", CultureInfo.InvariantCulture, out var number)
                && number == decimal.Truncate(number),
            "double" or "float" => kind == "Number",
            "timestamp" => kind is "Number" or "String",
            _ => false,
        };
        if (!fits)
        {
            faults.Add($"{path}: expected {type}, found {kind}");
        }
        else if (type is "integer" or "long" or "double" or "float")
        {
            CheckRange(shape, double.Parse($"{value}", CultureInfo.InvariantCulture), path, faults);
        }
        else if (type == "string")
        {
            CheckText(shape, $"{value}", path, faults);
        }
    }

    private static void CheckText(JsonObject shape, string text, string path, List<string> faults)
    {
        CheckRange(shape, text.Length, $"{path}: length", faults);
        if (shape["enum"] is JsonArray choices && !choices.Any(choice => $"{choice}" == text))
        {
            faults.Add($"{path}: '{text}' is none of {string.Join(", ", choices)}");
        }

        if (shape["pattern"] is { } pattern && !Regex.IsMatch(text, $"^(?:{pattern})$", RegexOptions.Singleline))
        {
            faults.Add($"{path}: '{text}' does not match {pattern}");
        }
    }

    private static void CheckRange(JsonObject shape, double value, string path, List<string> faults)
    {
        if (Limit("min") is { } least && value < least)
        {
            faults.Add($"{path}: {value} is less than {least}");
        }

        if (Limit("max") is { } most && value > most)
        {
            faults.Add($"{path}: {value} is more than {most}");
        }

        double? Limit(string name) => shape[name] is { } limit ? double.Parse($"{limit}", CultureInfo.InvariantCulture) : null;
    }
}
