using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using TemporalVideo.Sessions;
using TemporalVideo.Sessions.Takes;

namespace TemporalVideo.Starter.Commands;

/// <summary><c>starter takes</c>: the takes that there are of a session's segments; <c>starter edit --take</c> chooses one.</summary>
internal static class TakesCommand
{
    private const int StillWidth = 960;

    private static readonly Option<string?> Segment = new("--segment") { Description = "Only those of this segment." };
    private static readonly Option<DirectoryInfo?> Stills = new("--stills")
    {
        Description = "Write each picture into this folder, as SEGMENT-take-NUMBER.jpg.",
    };

    public static Command Build() => SessionCommand.Build(
        new Command("takes", "List the takes of a session's pictures: number, when, who made it, what it cost.") { Segment, Stills },
        ListAsync);

    private static async Task<int> ListAsync(SessionContext session)
    {
        var (wanted, token) = (session.Parsed.GetValue(Segment), session.CancellationToken);
        var all = await new SessionTakes(session.Store).OfAsync(session.Session, token);
        var takes = all.Where(of => wanted is null || of.SegmentId == wanted).ToList();
        if (takes.Count == 0)
        {
            throw new StarterException(ExitCodes.NotFound, all.Count == 0 ? "There is no storyboard yet, so there are no pictures."
                : $"There is no segment '{wanted}': there are {string.Join(", ", all.Select(of => of.SegmentId))}.");
        }

        foreach (var of in takes)
        {
            await Console.Out.WriteLineAsync(session.Json ? JsonSerializer.Serialize(of) : Text(of));
        }

        if (session.Parsed.GetValue(Stills) is { } folder)
        {
            await WriteAsync(session, takes, folder);
        }

        return ExitCodes.Ok;
    }

    private static string Text(TakesOfSegment of)
    {
        var culture = CultureInfo.InvariantCulture;
        List<string> lines = [$"{of.SegmentId}  {of.Title}"];
        lines.AddRange(of.Pictures.Select(take =>
            string.Create(culture, $"  {take.Number,2} {(take.Shown ? "shown" : ""),-5}  {take.At:yyyy-MM-dd HH:mm}  {take.Cost,7:$0.00##}")
                + $"  {take.MadeBy}{(take.Stored ? "" : "; made again when it is chosen")}"));
        if (of.VoiceTakes > 1)
        {
            lines.Add(string.Create(culture, $"  voice: take {of.VoiceTake} of {of.VoiceTakes} is heard"));
        }

        return string.Join('\n', lines);
    }

    private static async Task WriteAsync(SessionContext session, IEnumerable<TakesOfSegment> takes, DirectoryInfo folder)
    {
        folder.Create();
        var stills = new SceneStills(session.Store);
        foreach (var (of, take) in takes.SelectMany(of => of.Pictures.Where(take => take.Stored).Select(take => (of, take))))
        {
            var file = Path.Combine(folder.FullName, string.Create(CultureInfo.InvariantCulture, $"{of.SegmentId}-take-{take.Number}.jpg"));
            var key = (await stills.FindAsync(session.Session, of.SegmentId, take.Number, session.CancellationToken))!.Value.Key;
            await File.WriteAllBytesAsync(
                file, await stills.ReadAsync(key, StillWidth, session.CancellationToken), session.CancellationToken);
        }
    }
}
