using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace TemporalVideo.Hosting.Configuration;

/// <summary>Reads YAML files key by key and collects what is wrong with them, so that all faults are reported together.</summary>
internal static class YamlFile
{
    private const int Deepest = 50;

    /// <summary>The YAML files of a folder, by name; a missing folder is a fault.</summary>
    public static IReadOnlyList<string> In(string root, string folder, List<string> faults)
    {
        var path = Path.Combine(root, folder);
        if (Directory.Exists(path))
        {
            return [.. Directory.EnumerateFiles(path, "*.yaml").Select(file => $"{folder}/{Path.GetFileName(file)}")
                .Order(StringComparer.Ordinal)];
        }

        faults.Add($"{folder}: the folder is missing in {root}");
        return [];
    }

    /// <summary>Opens a file; a missing or malformed one is a fault and reads as empty.</summary>
    public static YamlSection Open(string root, string path, List<string> faults)
    {
        var file = Path.Combine(root, path);
        if (!File.Exists(file))
        {
            faults.Add($"{path}: the file is missing in {root}");
            return new YamlSection(path, "", null, faults);
        }

        return Parse(File.ReadAllText(file), path, faults);
    }

    /// <summary>The loader calls itself for each level: a text of brackets would end the process.</summary>
    private static void RequireShallow(string text)
    {
        using var reader = new StringReader(text);
        var (parser, depth) = (new Parser(reader), 0);
        while (parser.MoveNext())
        {
            depth += parser.Current!.NestingIncrease;
            if (depth > Deepest)
            {
                throw new YamlException(parser.Current.Start, parser.Current.End, $"It is more than {Deepest} levels deep.");
            }
        }
    }

    /// <summary>Reads a text; what is not well-formed is a fault and reads as empty.</summary>
    public static YamlSection Parse(string text, string path, List<string> faults)
    {
        try
        {
            RequireShallow(text);
            using var reader = new StringReader(text);
            var stream = new YamlStream();
            stream.Load(reader);
            return new YamlSection(path, "", stream.Documents is [var document, ..] ? document.RootNode as YamlMappingNode : null, faults);
        }
        catch (Exception exception) when (exception is YamlException or InvalidOperationException)
        {
            var line = exception is YamlException { Start.Line: var at } ? $"line {at}: " : "";
            faults.Add($"{path}: {line}not well-formed YAML: {exception.Message}");
            return new YamlSection(path, "", null, faults);
        }
    }
}
