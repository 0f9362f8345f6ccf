using TemporalVideo.Studio.Storytelling;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Sessions;

/// <summary>Says what a video will cost, from its story and the prices of the configuration.</summary>
internal static class Quoting
{
    /// <summary>The quote of an order.</summary>
    /// <param name="input">The order.</param>
    /// <param name="segments">How many segments its story has.</param>
    public static Quote Of(VideoInput input, int segments) => Of(input, new Work(1, 1, 1, segments, segments, segments, segments));

    /// <summary>The quote of a fork whose story is there: of what is made again.</summary>
    /// <param name="input">The order.</param>
    /// <param name="parts">What is made again of each segment.</param>
    public static Quote OfFork(VideoInput input, IReadOnlyList<ForkedSegment> parts)
    {
        var changed = Of(input with { Interactive = false }, new Work(
            0, parts.Any(part => part.Picture) ? 1 : 0, 0, parts.Count(part => part.Picture),
            parts.Count(part => part is { Narration: true, IsHeardBefore: false }), parts.Count(part => part.Clip), parts.Count));
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
                Line(AgentName.Orchestrator, (1 + revisions) * writings, (PieceKind.Story, work.Stories)),
                Line(AgentName.Agent2, 1 + revisions,
                    [.. priced ? [(PieceKind.Storyboard, work.Storyboards)] : Array.Empty<(PieceKind, int)>(),
                        .. references > 0 ? [(PieceKind.Reference, references)] : Array.Empty<(PieceKind, int)>(),
                        (PieceKind.Scene, work.Scenes)]),
                Line(AgentName.Agent4, 1, (PieceKind.Narration, work.Narrations), (PieceKind.Music, 1)),
                Line(AgentName.Agent5, 1,
                    [.. filmed ? [(PieceKind.Footage, work.Clips)] : Array.Empty<(PieceKind, int)>(),
                        (PieceKind.Clip, work.Clips), (PieceKind.Stitch, 1)]),
                Line(AgentName.Agent6, 1, (PieceKind.Image, work.All), (PieceKind.Clip, work.All), (PieceKind.Stitch, 1)),
            ],
        };

        QuoteLine Line(AgentName agent, int times, params (PieceKind Kind, int Count)[] pieces)
        {
            var prices = input.Settings.Prices;
            var charged = pieces.Sum(piece => piece.Count * prices.ChargeOf(piece.Kind, agent));
            var paid = pieces.Sum(piece => piece.Count * prices.EstimateOf(piece.Kind));
            var atLeast = agent == AgentName.Agent6 ? 0 : 1;
            return new QuoteLine(
                agent,
                pieces.ToDictionary(piece => piece.Kind, piece => piece.Count),
                charged * atLeast,
                charged * times,
                paid * atLeast,
                paid * times);
        }
    }

    /// <summary>How many pieces of each kind are made.</summary>
    private sealed record Work(int Stories, int Storyboards, int Looks, int Scenes, int Narrations, int Clips, int All);
}
