using System.Globalization;
using System.Text;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Starter.Sessions;

/// <summary>A quote as a person reads it.</summary>
internal static class QuoteText
{
    /// <summary>A line for each agent, and the sum.</summary>
    /// <param name="quote">The quote.</param>
    /// <param name="prices">Which pieces a paid provider makes.</param>
    public static string Of(Quote quote, PriceList prices)
    {
        var text = new StringBuilder();
        foreach (var line in quote.Lines)
        {
            var when = line.Agent == AgentName.Agent6 ? "only if Agent5 fails: " : "";
            var pieces = string.Join(", ", line.Pieces.Where(piece => piece.Value > 0).Select(piece => Piece(piece, line.Agent, prices)));
            text.AppendLine(
                CultureInfo.InvariantCulture, $"{line.Agent,-14}{Quote.Range(line.Low, line.High),-18}{when}{pieces}");
        }

        var paid = Quote.Range(quote.Lines.Sum(line => line.PaidLow), quote.Lines.Sum(line => line.PaidHigh));
        text.Append(CultureInfo.InvariantCulture, $"{"Total",-14}{quote.Text,-18}(all of it from paid providers: {paid})");
        return string.Join(Environment.NewLine, [text.ToString(), .. (quote.Providers ?? []).Select(choice => choice.Text)]);
    }

    private static string Piece(KeyValuePair<PieceKind, int> piece, AgentName agent, PriceList prices)
    {
        var by = prices.IsCharged(piece.Key, agent)
            ? string.Create(CultureInfo.InvariantCulture, $"paid, ${prices.EstimateOf(piece.Key)} each") : "offline, free";
        var name = piece.Key.ToString().ToLowerInvariant();
        return $"{piece.Value} {(piece.Value == 1 ? name : name + "s")} ({by})";
    }
}
