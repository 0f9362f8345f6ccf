using System.Globalization;
using System.Text.Json;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Studio.Pictures;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Sessions.Takes;

/// <summary>The takes that a session has of its segments, for people to choose from.</summary>
/// <param name="store">The store of the workers.</param>
internal sealed class SessionTakes(IObjectStore store)
{
    private readonly SceneTakes _takes = new(store);

    /// <summary>Those of all segments, in playing order; empty before there is a storyboard.</summary>
    public async Task<IReadOnlyList<TakesOfSegment>> OfAsync(SessionKey session, CancellationToken cancellationToken)
    {
        var takes = new List<TakesOfSegment>();
        foreach (var segment in (await StoryAsync(session, cancellationToken))?.Segments ?? [])
        {
            takes.Add(await OfAsync(session, segment, cancellationToken));
        }

        return takes;
    }

    /// <summary>Those of a segment; null when there is no such segment, or no storyboard yet.</summary>
    public async Task<TakesOfSegment?> OfAsync(SessionKey session, string segmentId, CancellationToken cancellationToken) =>
        (await StoryAsync(session, cancellationToken))?.Segments.FirstOrDefault(segment => segment.Id == segmentId) is { } segment
            ? await OfAsync(session, segment, cancellationToken) : null;

    /// <summary>Key of the document of a take's scene; null when there is no such take.</summary>
    public async Task<string?> KeyOfAsync(SessionKey session, string segmentId, int number, CancellationToken cancellationToken) =>
        (await OfAsync(session, segmentId, cancellationToken))?.Pictures
            .FirstOrDefault(take => take.Number == number && take.Stored) is { } take
            ? new SessionLayout(session).Take(segmentId, number, take.Shown) : null;

    /// <summary>Why a take cannot be shown; null when it can.</summary>
    public async Task<string?> ObjectionAsync(SessionKey session, string segmentId, int number, CancellationToken cancellationToken)
    {
        var there = (await OfAsync(session, segmentId, cancellationToken))?.Pictures ?? [];
        return there.FirstOrDefault(take => take.Number == number) is { } take
            ? take.Shown ? string.Create(CultureInfo.InvariantCulture, $"{segmentId} shows take {number} already.") : null
            : string.Create(CultureInfo.InvariantCulture, $"There is no take {number} of '{segmentId}'")
                + (there.Count == 0 ? "." : $"; there are {string.Join(", ", there.Select(take => take.Number))}.");
    }

    private async Task<TakesOfSegment> OfAsync(SessionKey session, Segment segment, CancellationToken cancellationToken)
    {
        var pictures = await _takes.OfAsync(session, segment, cancellationToken);
        return new TakesOfSegment(
            segment.Id, segment.Title, [.. pictures.Where(take => take.IsOf(segment)).Select(TakenPicture.Of)],
            segment.VoiceTake?.Number ?? 1, (segment.VoiceTake?.Orders.Count ?? 0) + 1);
    }

    private async Task<Story?> StoryAsync(SessionKey session, CancellationToken cancellationToken) =>
        await store.ReadIfThereAsync(new SessionLayout(session).Storyboard, cancellationToken) is { } bytes
            ? JsonSerializer.Deserialize<Story>(bytes.Span) : null;
}

/// <summary>The takes of a segment.</summary>
/// <param name="SegmentId">Which segment.</param>
/// <param name="Title">Its title.</param>
/// <param name="Pictures">Those of its picture, by number; empty before it is drawn.</param>
/// <param name="VoiceTake">The take of its voice that is heard; 1 unless it was spoken anew.</param>
/// <param name="VoiceTakes">How many takes of its voice there are.</param>
internal sealed record TakesOfSegment(
    string SegmentId, string Title, IReadOnlyList<TakenPicture> Pictures, int VoiceTake, int VoiceTakes);

/// <summary>A take of a segment's picture.</summary>
/// <param name="Number">Its number, counted from 1.</param>
/// <param name="Shown">Whether the video shows it.</param>
/// <param name="Stored">Whether it is there as a picture; where it is not, it is made again, of the same, when it is chosen.</param>
/// <param name="At">When it was made; null where an earlier release has made it.</param>
/// <param name="Maker">Who made it, as illustrators name themselves; null where an earlier release has made it.</param>
/// <param name="MadeBy">Who made it, in a few words for people.</param>
/// <param name="Cost">What it cost when it was made, in US dollars.</param>
internal sealed record TakenPicture(
    int Number, bool Shown, bool Stored, DateTimeOffset? At, string? Maker, string MadeBy, decimal Cost)
{
    private const string Painted = "painted/";

    public static TakenPicture Of(SegmentTake take) => new(
        take.Number, take.Shown, take.Stored, take.At, take.Maker, Words(take), take.Cost);

    private static string Words(SegmentTake take) => take switch
    {
        { Segment.Diagram.Kind: DiagramKind.Picture } => "a picture of your own",
        { Maker: null } => "made by an earlier release",

        // "painted/2 SERVICE/MODEL/… …": who paints stands behind who lays out.
        { Maker: { } maker } when maker.StartsWith(Painted, StringComparison.Ordinal) && PaintedIllustrator.CanPaint(take.Segment) =>
            $"painted by {string.Join(' ', maker.Split(' ')[1].Split('/').Take(2))}",
        _ => "drawn here",
    };
}
