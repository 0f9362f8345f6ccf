using TemporalVideo.Studio.Pictures;
using TemporalVideo.Studio.Storytelling;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Sessions;

/// <summary>Says what a video will cost, from its story and the prices of the configuration.</summary>
internal static class Quoting
{
    /// <summary>The quote of an order whose story is to be written by a language model.</summary>
    /// <param name="input">The order.</param>
    /// <param name="segments">How many segments its story has, about.</param>
    public static Quote Of(VideoInput input, int segments) => Of(input, Whole(input, segments, new Painted(0, segments)));

    /// <summary>The quote of an order whose story is planned.</summary>
    /// <param name="input">The order.</param>
    /// <param name="story">The plan.</param>
    /// <param name="rewritten">Whether a language model writes its story from it: which scenes can be painted is known when it has.</param>
    public static Quote Of(VideoInput input, Story story, bool rewritten) => Of(input, Whole(
        input,
        story.Segments.Count,
        new Painted(
            rewritten ? 0 : story.Segments.Count(PaintedIllustrator.CanPaint),
            rewritten || input.Interactive ? story.Segments.Count : story.Segments.Count(PaintedIllustrator.CanPaint))));

    /// <summary>The quote of a fork whose story is there: of what is made again.</summary>
    /// <param name="input">The order.</param>
    /// <param name="story">The changed story.</param>
    /// <param name="parts">What is made again of each segment.</param>
    public static Quote OfFork(VideoInput input, Story story, IReadOnlyList<ForkedSegment> parts)
    {
        var painted = story.Segments.Where(PaintedIllustrator.CanPaint).Select(segment => segment.Id).ToHashSet();
        int PaintedOf(Func<ForkedSegment, bool> isMade) => parts.Count(part => isMade(part) && painted.Contains(part.SegmentId));
        var (scenes, films) = (PaintedOf(part => part.Picture), PaintedOf(part => part.Clip));
        var changed = Of(input with { Interactive = false }, new Work(
            0, parts.Any(part => part.Picture) ? 1 : 0, 0, parts.Count(part => part.Picture),
            parts.Count(part => part is { Narration: true, IsHeardBefore: false }), parts.Count(part => part.Clip), parts.Count,
            new Painted(scenes, scenes), new Painted(films, films)));
        if (!input.Interactive)
        {
            return changed;
        }

        // A person who revises may have all of it made again.
        var all = Of(input, parts.Count);
        return changed with
        {
            Lines = [.. changed.Lines.Zip(all.Lines, (line, most) => line with { High = most.High, PaidHigh = most.PaidHigh })],
        };
    }

    private static Quote Of(VideoInput input, Work work)
    {
        // Each revision plans the story, as often as its critic may ask, or draws all scenes again; they share one limit.
        var revisions = input.Interactive ? input.Settings.MaxRevisions : 0;
        var priced = input.Settings.Prices.EstimateOf(PieceKind.Storyboard) > 0;
        var filmed = input.Settings.IsByService(PieceKind.Footage);
        var references = input.Settings.Stages.ReferenceImages ? work.Looks * input.Settings.MaxReferences : 0;
        var writings = input.Settings is { Stages.Story: true, Quality.Enabled: true } ? input.Settings.StoryRounds : 1;
        return new Quote
        {
            Lines =
            [
                Line(AgentName.Orchestrator, (1 + revisions) * writings, [Each(PieceKind.Story, work.Stories)]),
                Line(AgentName.Agent2, 1 + revisions,
                    [.. priced ? [Each(PieceKind.Storyboard, work.Storyboards)] : Array.Empty<Wanted>(),
                        .. references > 0 ? [new(PieceKind.Reference, references, new Painted(0, references))] : Array.Empty<Wanted>(),
                        new(PieceKind.Scene, work.Scenes, WithMended(work.PaintedScenes))]),
                Line(AgentName.Agent4, 1, [Each(PieceKind.Narration, work.Narrations), Each(PieceKind.Music, 1)]),
                Line(AgentName.Agent5, 1,
                    [.. filmed ? [new(PieceKind.Footage, work.Clips, WithMended(work.Filmed))] : Array.Empty<Wanted>(),
                        Each(PieceKind.Clip, work.Clips), Each(PieceKind.Stitch, 1)]),
                Line(AgentName.Agent6, 1,
                    [Each(PieceKind.Image, work.All), Each(PieceKind.Clip, work.All), Each(PieceKind.Stitch, 1)]),
            ],
        };

        static Wanted Each(PieceKind kind, int count) => new(kind, count, new Painted(count, count));

        Painted WithMended(Painted painted) =>
            painted with { Most = painted.Most + (work.Mendings * Math.Min(VideoInput.MostPaintedAnew, painted.Most)) };

        QuoteLine Line(AgentName agent, int times, IReadOnlyList<Wanted> pieces)
        {
            var prices = input.Settings.Prices;
            var atLeast = agent == AgentName.Agent6 ? 0 : 1;
            return new QuoteLine(
                agent,
                pieces.ToDictionary(piece => piece.Kind, piece => piece.Count),
                pieces.Sum(piece => piece.Paid.Least * prices.ChargeOf(piece.Kind, agent)) * atLeast,
                pieces.Sum(piece => piece.Paid.Most * prices.ChargeOf(piece.Kind, agent)) * times,
                pieces.Sum(piece => piece.Paid.Least * prices.EstimateOf(piece.Kind)) * atLeast,
                pieces.Sum(piece => piece.Paid.Most * prices.EstimateOf(piece.Kind)) * times);
        }
    }

    private static Work Whole(VideoInput input, int segments, Painted painted) =>
        new(1, 1, 1, segments, segments, segments, segments, painted, painted)
        {
            Mendings = input is { Interactive: false, Settings.Quality.Enabled: true } ? input.Settings.VideoRounds - 1 : 0,
        };

    /// <summary>How many pieces of each kind are made.</summary>
    private sealed record Work(
        int Stories, int Storyboards, int Looks, int Scenes, int Narrations, int Clips, int All, Painted PaintedScenes, Painted Filmed)
    {
        /// <summary>How often it is mended at most where it is poor; default never.</summary>
        public int Mendings { get; init; }
    }

    /// <summary>Pieces of a kind.</summary>
    private sealed record Wanted(PieceKind Kind, int Count, Painted Paid);

    /// <summary>How many of the pieces have a painting, and so may be paid: numbers, formulas and tables are always drawn here.</summary>
    private readonly record struct Painted(int Least, int Most);
}
