using System.Text.RegularExpressions;
using TemporalVideo.Hosting.Configuration.Binding;
using TemporalVideo.Studio.Storytelling.Prompts;

namespace TemporalVideo.Hosting.Configuration.StoryRoom;

/// <summary>Reads <c>config/prompts/*.yaml</c>, and checks that they and the code agree on their variables.</summary>
internal static partial class PromptCatalogReader
{
    public static PromptCatalog Read(string root, List<string> faults) => new(Enum.GetValues<PromptName>().ToDictionary(
        name => name,
        name => Read(root, $"config/prompts/{Hump().Replace(name.ToString(), "_$0").ToLowerInvariant()}.yaml", name, faults)));

    private static Prompt Read(string root, string path, PromptName name, List<string> faults)
    {
        var (file, yaml) = SettingsBinder.Read<PromptFile>(root, path, faults);
        if (file.Variables.Count > 0)
        {
            var given = PromptCatalog.Variables[name];
            CheckDeclared(yaml, file, given);
            CheckUsed(yaml, file);
        }

        return new Prompt(path, file.Variables, file.System, file.User);
    }

    private static void CheckDeclared(YamlSection yaml, PromptFile file, IReadOnlyDictionary<string, PromptVariable> given)
    {
        var section = yaml.Section("variables");
        foreach (var (name, type) in file.Variables)
        {
            if (!given.TryGetValue(name, out var expected))
            {
                section.Fault(name, $"unknown variable; expected one of {string.Join(", ", given.Keys)}");
            }
            else if (type != expected)
            {
                section.Fault(name, $"expected {expected.ToString().ToLowerInvariant()}, found '{type.ToString().ToLowerInvariant()}'");
            }
        }

        foreach (var missing in given.Keys.Where(name => !file.Variables.ContainsKey(name)))
        {
            yaml.Fault("variables", $"the variable '{missing}' is missing");
        }
    }

    private static void CheckUsed(YamlSection yaml, PromptFile file)
    {
        var used = new HashSet<string>();
        foreach (var (key, text) in new[] { ("system", file.System), ("user", file.User) })
        {
            foreach (var (name, line) in Prompt.VariablesIn(text))
            {
                used.Add(name);
                if (!file.Variables.ContainsKey(name))
                {
                    yaml.Fault(key, $"unknown variable '{name}'; expected one of {string.Join(", ", file.Variables.Keys)}", line);
                }
            }
        }

        foreach (var unused in file.Variables.Keys.Where(name => !used.Contains(name)))
        {
            yaml.Section("variables").Fault(unused, "the variable stands in neither text");
        }
    }

    [GeneratedRegex("(?<!^)[A-Z]")]
    private static partial Regex Hump();
}
