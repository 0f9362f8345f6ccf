using TemporalVideo.Studio.Storytelling;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Sessions;

/// <summary>What an order keeps to, wherever it comes from: each rule says what is expected, or null when it is kept.</summary>
internal static class OrderRules
{
    /// <summary>Of the wanted length in seconds.</summary>
    public static string? Seconds(double? seconds) =>
        seconds is null or (>= LessonPlanner.ShortestSeconds and <= LessonPlanner.LongestSeconds)
            ? null : FormattableString.Invariant($"{LessonPlanner.ShortestSeconds} to {LessonPlanner.LongestSeconds}");

    /// <summary>Of the factor by which the voice speaks faster.</summary>
    public static string? Speed(double speed) => speed is >= SoundChoice.SlowestSpeed and <= SoundChoice.FastestSpeed
        ? null : FormattableString.Invariant($"{SoundChoice.SlowestSpeed} to {SoundChoice.FastestSpeed}");

    /// <summary>Of the most that the video may cost.</summary>
    public static string? CostLimit(decimal? limit) => limit is null or >= 0 ? null : "US dollars, 0 or more";

    /// <summary>Of the score below which something is made again.</summary>
    public static string? Good(double? score) => score is null or (>= 0 and <= 100) ? null : "0 to 100";

    /// <summary>Of how many pieces are made at the same time.</summary>
    public static string? Parallel(int? count) => count is null or (>= 1 and <= 100) ? null : "1 to 100";

    /// <summary>Of how freely the story leaves the lesson's order.</summary>
    public static string? Creativity(double? level) => level is null or (>= 0 and <= 1) ? null : "0 to 1";
}
