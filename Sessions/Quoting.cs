using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Sessions;

/// <summary>Says what a video will cost, from its story and the prices of the configuration.</summary>
internal static class Quoting
{
    /// <summary>The quote of an order.</summary>
    /// <param name="input">The order.</param>
    /// <param name="segments">How many segments its story has.</param>
    public static Quote Of(VideoInput input, int segments)
    {
        // Each revision plans the story, as often as its critic may ask, or draws all scenes again; they share one limit.
        var revisions = input.Interactive ? input.Settings.MaxRevisions : 0;
        var writings = input.Settings is { Stages.Story: true, Quality.Enabled: true } ? input.Settings.StoryRounds : 1;
        return new Quote
        {
            Lines =
            [
                Line(AgentName.Orchestrator, (1 + revisions) * writings, (PieceKind.Story, 1)),
                Line(AgentName.Agent2, 1 + revisions, (PieceKind.Scene, segments)),
                Line(AgentName.Agent4, 1, (PieceKind.Narration, segments), (PieceKind.Music, 1)),
                Line(AgentName.Agent5, 1, (PieceKind.Clip, segments), (PieceKind.Stitch, 1)),
                Line(AgentName.Agent6, 1, (PieceKind.Image, segments), (PieceKind.Clip, segments), (PieceKind.Stitch, 1)),
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
}
