using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using TemporalVideo.Sessions;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Starter.Sessions;

/// <summary>The changes of a story on the command line: <c>--text "s02=What is said now."</c>, or as JSON in a file.</summary>
internal static class StoryChangeOptions
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    private static readonly Option<FileInfo?> File = new("--changes")
    {
        Description = "A file with all changes in order, as JSON: "
            + "[{\"change\": \"text\", \"segmentId\": \"s02\", \"sentences\": [\"…\"]}].",
    };

    /// <summary>Made in this order, whatever the order on the command line.</summary>
    private static readonly (Option<string[]> Option, Func<string, string, StoryChange> Of)[] Simple =
    [
        (Many("--title", "SEGMENT=another title."), (id, value) => On(StoryChangeKind.Text, id) with { Title = value }),
        (Many("--text", "SEGMENT=all that is said in it."), (id, value) => On(StoryChangeKind.Text, id) with { Sentences = Lines(value) }),
        (Many("--show", "SEGMENT=the thing that its picture shows."), (id, value) =>
            On(StoryChangeKind.Picture, id) with { Show = value }),
        (Many("--picture", "SEGMENT=file of a picture of your own."), (id, value) =>
            On(StoryChangeKind.Picture, id) with { Picture = Path.GetFullPath(value) }),
        (Many("--voice", "SEGMENT=name of the voice that speaks it; empty: that of the video."), (id, value) =>
            On(StoryChangeKind.Voice, id) with { Voice = value }),
        (Many("--recording", "SEGMENT=file of your own recording of what is said in it."), (id, value) =>
            On(StoryChangeKind.Voice, id) with { Recording = Path.GetFullPath(value) }),
        (Many("--take", "SEGMENT: another take of its picture is made; SEGMENT=NUMBER: one that there is ('takes' lists them)."),
            (id, value) => On(StoryChangeKind.Take, id) with { Take = Number(value) }),
        (Many("--voice-take", "SEGMENT: a service speaks it anew; SEGMENT=NUMBER: as it has spoken it before."),
            (id, value) => On(StoryChangeKind.Take, id) with { Of = TakeOf.Voice, Take = Number(value) }),
        (Many("--split", "SEGMENT=number of sentences that stay in it."), (id, value) =>
            On(StoryChangeKind.Split, id) with { At = int.TryParse(value, out var at) ? at : 0 }),
        (Many("--merge", "SEGMENT= : it and the one behind it become one."), (id, value) =>
            On(StoryChangeKind.Merge, id) with { Title = value.Length > 0 ? value : null }),
        (Many("--insert", "SEGMENT=title: what is said in a new segment behind it; no segment: in front."), Inserted),
        (Many("--move", "SEGMENT=the segment that it is to stand behind; empty: in front."), (id, value) =>
            On(StoryChangeKind.Move, id) with { After = value.Length > 0 ? value : null }),
        (Many("--delete", "SEGMENT: it is taken out."), (id, _) => On(StoryChangeKind.Delete, id)),
    ];

    public static void AddTo(Command command)
    {
        command.Options.Add(File);
        foreach (var (option, _) in Simple)
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The changes: those of the file first.</summary>
    /// <exception cref="StarterException">They cannot be read.</exception>
    public static async Task<IReadOnlyList<StoryChange>> ReadAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var changes = new List<StoryChange>();
        if (parsed.GetValue(File) is { } file)
        {
            try
            {
                changes.AddRange(JsonSerializer.Deserialize<List<StoryChange>>(
                    await System.IO.File.ReadAllTextAsync(file.FullName, cancellationToken), Json) ?? []);
            }
            catch (Exception unreadable) when (unreadable is JsonException or IOException)
            {
                var unknown = unreadable is JsonException json ? UnknownMember.Of(json, Json.GetTypeInfo(typeof(List<StoryChange>))) : null;
                throw new StarterException(ExitCodes.Usage, $"--changes {file.Name}: {unknown ?? unreadable.Message}");
            }
        }

        foreach (var (option, of) in Simple)
        {
            foreach (var given in parsed.GetValue(option) ?? [])
            {
                var split = given.IndexOf('=', StringComparison.Ordinal);
                changes.Add(split < 0 ? of(given.Trim(), "") : of(given[..split].Trim(), given[(split + 1)..].Trim()));
            }
        }

        return changes;
    }

    private static StoryChange Inserted(string after, string value)
    {
        var split = value.IndexOf(':', StringComparison.Ordinal);
        return new StoryChange
        {
            Change = StoryChangeKind.Insert,
            After = after.Length > 0 ? after : null,
            Title = split < 0 ? value : value[..split].Trim(),
            Sentences = split < 0 ? null : Lines(value[(split + 1)..]),
        };
    }

    /// <summary>A number; none for no text, 0, which no take has, for what is no number.</summary>
    private static int? Number(string text) =>
        text.Length == 0 ? null : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static StoryChange On(StoryChangeKind change, string id) => new() { Change = change, SegmentId = id };

    private static IReadOnlyList<string> Lines(string text) =>
        [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    private static Option<string[]> Many(string name, string description) => new(name)
    {
        Description = description,
        Arity = ArgumentArity.OneOrMore,
    };
}
