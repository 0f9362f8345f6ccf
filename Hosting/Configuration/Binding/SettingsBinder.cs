using System.Collections;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.RegularExpressions;

namespace TemporalVideo.Hosting.Configuration.Binding;

/// <summary>
/// Reads a mapping of YAML into a class: each property is the key of its name in snake case, <see cref="DefaultValueAttribute"/> says what
/// it is where the key is missing, <see cref="RangeAttribute"/> its limits, <see cref="RequiredAttribute"/> that it may not be missing.
/// Every fault is noted with file, key, line and what was expected.
/// </summary>
internal static partial class SettingsBinder
{
    /// <summary>Reads a file.</summary>
    /// <param name="root">The folder that <paramref name="path"/> is relative to.</param>
    /// <param name="path">The file.</param>
    /// <param name="faults">Receives what is wrong.</param>
    /// <returns>What it says, and the file itself, for faults that are found later.</returns>
    public static (T Settings, YamlSection File) Read<T>(string root, string path, List<string> faults)
        where T : class, new()
    {
        var file = YamlFile.Open(root, path, faults);
        return ((T)Bind(typeof(T), file), file);
    }

    /// <summary>Reads a text.</summary>
    /// <param name="text">The YAML.</param>
    /// <param name="name">What faults call it.</param>
    /// <param name="faults">Receives what is wrong.</param>
    public static (T Settings, YamlSection File) ReadText<T>(string text, string name, List<string> faults)
        where T : class, new()
    {
        var file = YamlFile.Parse(text, name, faults);
        return ((T)Bind(typeof(T), file), file);
    }

    private static object Bind(Type type, YamlSection section)
    {
        var bound = Activator.CreateInstance(type)!;
        foreach (var property in type.GetProperties().Where(property => property.CanWrite))
        {
            property.SetValue(bound, Value(property, KeyOf(property.Name), section));
        }

        section.End();
        return bound;
    }

    private static object? Value(PropertyInfo property, string key, YamlSection section)
    {
        var type = property.PropertyType;
        var otherwise = property.GetCustomAttribute<DefaultValueAttribute>()?.Value;
        if (property.IsDefined(typeof(RequiredAttribute)))
        {
            section.Require(key);
        }

        return type == typeof(bool) ? section.Flag(key, otherwise is true)
            : type == typeof(int) ? Whole(property, key, section, otherwise as int? ?? 0)
            : type == typeof(string) ? section.Text(key, otherwise as string ?? "")
            : type == typeof(IReadOnlyList<string>) ? section.Texts(key)
            : type.IsEnum ? Chosen(nameof(YamlSection.Choice), type, section, key, otherwise ?? Activator.CreateInstance(type)!)
            : DictionaryOf(type) is { } each ? Entries(each, section.Section(key))
            : ListOf(type) is { IsEnum: true } choice ? Chosen(nameof(YamlSection.Choices), choice, section, key)
            : type is { IsClass: true } ? Bind(type, section.Section(key))
            : throw new NotSupportedException($"{property.DeclaringType}.{property.Name}: settings of type {type} are not read.");
    }

    private static int Whole(PropertyInfo property, string key, YamlSection section, int otherwise)
    {
        var range = property.GetCustomAttribute<RangeAttribute>()
            ?? throw new NotSupportedException($"{property.DeclaringType}.{property.Name}: a number needs limits.");
        return section.Whole(key, otherwise, (int)range.Minimum, (int)range.Maximum);
    }

    private static IDictionary Entries(Type type, YamlSection section)
    {
        var entries = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(typeof(string), type))!;
        foreach (var key in section.Keys)
        {
            entries[key] = type == typeof(string) ? section.Text(key, "")
                : type == typeof(IReadOnlyList<string>) ? section.Texts(key)
                : type.IsEnum ? Chosen(nameof(YamlSection.Choice), type, section, key, Activator.CreateInstance(type)!)
                : Bind(type, section.Section(key));
        }

        return entries;
    }

    private static object Chosen(string method, Type type, YamlSection section, params object[] arguments) =>
        typeof(YamlSection).GetMethod(method)!.MakeGenericMethod(type).Invoke(section, arguments)!;

    private static Type? DictionaryOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>) ? type.GenericTypeArguments[1] : null;

    private static Type? ListOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GenericTypeArguments[0] : null;

    /// <summary>"MaxRevisions" is the key max_revisions.</summary>
    private static string KeyOf(string name) => Hump().Replace(name, "_$0").ToLowerInvariant();

    [GeneratedRegex("(?<!^)[A-Z]")]
    private static partial Regex Hump();
}
