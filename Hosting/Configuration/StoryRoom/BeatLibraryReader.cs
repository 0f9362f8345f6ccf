using TemporalVideo.Hosting.Configuration.Binding;
using TemporalVideo.Studio.Storytelling.Beats;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Hosting.Configuration.StoryRoom;

/// <summary>Reads <c>config/beats.yaml</c>, <c>config/archetypes</c> and <c>config/frameworks</c>.</summary>
internal static class BeatLibraryReader
{
    private const string BeatsPath = "config/beats.yaml";

    public static BeatLibrary Read(string root, List<string> faults)
    {
        var (file, yaml) = SettingsBinder.Read<BeatsFile>(root, BeatsPath, faults);
        foreach (var (name, beat) in file.Beats)
        {
            Check(yaml.Section("beats").Section(name), name, beat);
        }

        return new BeatLibrary(
            [
                .. file.Beats.Select(entry => new Beat
                {
                    Name = entry.Key,
                    For = entry.Value.For,
                    Needs = entry.Value.Needs,
                    Words = entry.Value.Words,
                    LeastSeconds = entry.Value.Seconds.Least,
                    MostSeconds = entry.Value.Seconds.Most,
                }),
            ],
            Orderings(root, "config/archetypes", file.Beats.Keys, faults),
            Orderings(root, "config/frameworks", file.Beats.Keys, faults));
    }

    private static void Check(YamlSection section, string name, BeatEntry beat)
    {
        if (beat.Needs.Count == 0 && beat.Words.Count == 0)
        {
            section.Fault("needs", $"the beat '{name}' could never be told: expected something that it needs, or words of its heading");
        }

        if (beat.Seconds.Most < beat.Seconds.Least)
        {
            section.Section("seconds").Fault("most", $"expected at least the {beat.Seconds.Least} of 'least', found '{beat.Seconds.Most}'");
        }
    }

    private static SortedDictionary<string, BeatOrdering> Orderings(
        string root, string folder, IEnumerable<string> beats, List<string> faults)
    {
        var known = beats.ToHashSet();
        var orderings = new SortedDictionary<string, BeatOrdering>(StringComparer.OrdinalIgnoreCase);
        foreach (var path in YamlFile.In(root, folder, faults))
        {
            var (file, yaml) = SettingsBinder.Read<OrderingFile>(root, path, faults);
            var seen = new HashSet<string>();
            foreach (var (stage, names) in file.Stages)
            {
                foreach (var name in names)
                {
                    if (!known.Contains(name))
                    {
                        yaml.Section("stages").Fault(
                            stage, $"there is no beat '{name}' in {BeatsPath}; expected {string.Join(", ", known)}");
                    }
                    else if (!seen.Add(name))
                    {
                        yaml.Section("stages").Fault(stage, $"the beat '{name}' has a place already; expected each beat once");
                    }
                }
            }

            orderings[Path.GetFileNameWithoutExtension(path)] = new BeatOrdering(
                file.About, [.. file.Stages.Select(stage => new ShapeStage(stage.Key, stage.Value))]);
        }

        return orderings;
    }
}
