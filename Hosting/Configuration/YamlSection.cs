using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace TemporalVideo.Hosting.Configuration;

/// <summary>A mapping in a YAML file. Every key that is asked for is known; <see cref="End"/> reports the others.</summary>
internal sealed class YamlSection(string file, string path, YamlMappingNode? node, List<string> faults)
{
    private readonly HashSet<string> _known = [];

    public IEnumerable<string> Keys => node?.Children.Keys.OfType<YamlScalarNode>().Select(key => key.Value ?? "") ?? [];

    public YamlSection Section(string key) => Find(key) switch
    {
        null => new YamlSection(file, PathOf(key), null, faults),
        YamlMappingNode mapping => new YamlSection(file, PathOf(key), mapping, faults),
        var other => Wrong(key, "a mapping", other, new YamlSection(file, PathOf(key), null, faults)),
    };

    public string Text(string key, string otherwise) =>
        Scalar(key, "a text", otherwise, text => (true, text));

    public bool Flag(string key, bool otherwise) =>
        Scalar(key, "true or false", otherwise, text => (bool.TryParse(text, out var value), value));

    public int Whole(string key, int otherwise, int least, int most) =>
        Scalar(key, $"a whole number from {least} to {most}", otherwise, text =>
            (int.TryParse(text, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most, value));

    /// <summary>A whole number, or null for <c>auto</c>, which is also the default.</summary>
    public int? WholeOrAuto(string key, int least, int most) =>
        Scalar<int?>(key, $"auto or a whole number from {least} to {most}", null, text => text == "auto"
            ? (true, null)
            : (int.TryParse(text, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most, value));

    public decimal Money(string key, decimal otherwise) =>
        Scalar(key, "an amount in US dollars, 0 or more", otherwise, text =>
            (decimal.TryParse(text, CultureInfo.InvariantCulture, out var value) && value >= 0, value));

    public T Choice<T>(string key, T otherwise)
        where T : struct, Enum =>
        Scalar(key, $"one of {string.Join(", ", Enum.GetNames<T>())}", otherwise, text =>
            (Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value), value));

    public IReadOnlyList<T> Choices<T>(string key)
        where T : struct, Enum
    {
        var expected = $"a list of {string.Join(", ", Enum.GetNames<T>().Select(name => name.ToLowerInvariant()))}";
        var chosen = new List<T>();
        var found = Find(key);
        if (found is not (null or YamlSequenceNode))
        {
            return Wrong(key, expected, found, chosen);
        }

        foreach (var item in (found as YamlSequenceNode)?.Children ?? [])
        {
            if (item is YamlScalarNode { Value: { } text }
                && Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value))
            {
                chosen.Add(value);
            }
            else
            {
                Wrong(key, expected, item, chosen);
            }
        }

        return chosen;
    }

    public IReadOnlyList<string> Texts(string key)
    {
        var found = Find(key);
        return found is YamlSequenceNode list && list.Children.All(item => item is YamlScalarNode)
            ? [.. list.Children.Cast<YamlScalarNode>().Select(item => item.Value ?? "")]
            : found is null ? [] : Wrong(key, "a list of texts", found, Array.Empty<string>());
    }

    /// <summary>Reports the keys that nobody has asked for: a misspelt key would otherwise be a setting without effect.</summary>
    public void End()
    {
        foreach (var key in Keys.Where(key => !_known.Contains(key)))
        {
            var expected = _known.Count == 0 ? "none" : $"one of {string.Join(", ", _known.Order())}";
            faults.Add($"{file}: {PathOf(key)}: unknown key; expected {expected} (line {LineOf(key)})");
        }
    }

    /// <summary>Reports a key that is not there.</summary>
    public void Require(string key)
    {
        // A file that is not there has been reported as such.
        if (Find(key) is null && (node is not null || path.Length > 0))
        {
            faults.Add($"{file}: {PathOf(key)}: the key is missing (line {node?.Start.Line ?? 1})");
        }
    }

    /// <summary>Reports what is wrong about the value of a key, or about a line of a longer text.</summary>
    /// <param name="key">The key.</param>
    /// <param name="fault">What was expected, and what is there.</param>
    /// <param name="lineOfText">Which line of the text, counted from 0.</param>
    public void Fault(string key, string fault, int lineOfText = 0)
    {
        // A block of text begins on the line below its key.
        var indented = Find(key) is YamlScalarNode { Style: ScalarStyle.Literal or ScalarStyle.Folded } ? 1 : 0;
        faults.Add($"{file}: {PathOf(key)}: {fault} (line {LineOf(key) + indented + lineOfText})");
    }

    private T Scalar<T>(string key, string expected, T otherwise, Func<string, (bool Fits, T Value)> read) => Find(key) switch
    {
        null => otherwise,
        YamlScalarNode { Value: { } text } when read(text) is { Fits: true, Value: var value } => value,
        var other => Wrong(key, expected, other, otherwise),
    };

    private YamlNode? Find(string key)
    {
        _known.Add(key);
        return node is not null && node.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;
    }

    private long LineOf(string key) =>
        node?.Children.Keys.FirstOrDefault(each => each is YamlScalarNode { Value: var name } && name == key)?.Start.Line ?? 1;

    private T Wrong<T>(string key, string expected, YamlNode found, T otherwise)
    {
        faults.Add($"{file}: {PathOf(key)}: expected {expected}, found '{found}' (line {found.Start.Line})");
        return otherwise;
    }

    private string PathOf(string key) => path.Length == 0 ? key : $"{path}.{key}";
}
