using System.Globalization;
using System.Text.Json.Serialization;

namespace TemporalVideo.Starter.Sessions;

/// <summary>What became of a video of the matrix.</summary>
/// <param name="Case">Which one.</param>
/// <param name="Session">Its session.</param>
/// <param name="Outcome"><c>finished</c>, <c>fallback</c> or <c>failed</c>.</param>
/// <param name="Wanted">Wanted length in seconds.</param>
/// <param name="Seconds">Length in seconds; null without a video.</param>
/// <param name="Conform">How far it is as specified, 0 to 100; null without a video.</param>
/// <param name="Quality">How good it is, 0 to 100; null without a video.</param>
/// <param name="Cost">What was charged, in US dollars.</param>
/// <param name="Estimate">What it costs from paid providers, in US dollars.</param>
/// <param name="Took">How long it took, in seconds.</param>
/// <param name="Reason">Why there is no video; null with one.</param>
internal sealed record MatrixLine(
    [property: JsonPropertyName("case")] string Case,
    [property: JsonPropertyName("session")] string Session,
    [property: JsonPropertyName("outcome")] string Outcome,
    [property: JsonPropertyName("wanted")] int Wanted,
    [property: JsonPropertyName("seconds")] double? Seconds,
    [property: JsonPropertyName("conform")] int? Conform,
    [property: JsonPropertyName("quality")] int? Quality,
    [property: JsonPropertyName("cost")] decimal Cost,
    [property: JsonPropertyName("estimate")] decimal Estimate,
    [property: JsonPropertyName("took")] double Took,
    [property: JsonPropertyName("reason")] string? Reason = null)
{
    /// <summary>The heading of the table.</summary>
    public const string Heading = "case                   outcome   wanted  length  conform  quality     cost  by services    took";

    /// <summary>Whether there is a video.</summary>
    [JsonIgnore]
    public bool Succeeded => Reason is null;

    /// <summary>A line of the table.</summary>
    [JsonIgnore]
    public string Text => string.Create(
        CultureInfo.InvariantCulture,
        $"{Case,-22} {Outcome,-9} {Wanted,4} s {Seconds,6:0.0} s {Conform,8} {Quality,8} ")
        + string.Create(CultureInfo.InvariantCulture, $"{Dollars(Cost),8} {Dollars(Estimate),12} {Took,5:0} s")
        + (Reason is null ? "" : $"\n  {Reason}");

    private static string Dollars(decimal amount) => string.Create(CultureInfo.InvariantCulture, $"${amount:0.00}");
}
