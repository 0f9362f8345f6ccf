using System.Globalization;

namespace TemporalVideo.Workflows.Contracts;

/// <summary>Numbers of things as people say them: one clip, but two clips.</summary>
public static class Counted
{
    /// <summary>A number with its noun.</summary>
    /// <param name="count">How many.</param>
    /// <param name="one">The noun of one.</param>
    /// <param name="many">Of all other numbers; default <paramref name="one"/> with an s.</param>
    /// <returns>Such as <c>1 clip</c>, <c>0 clips</c>.</returns>
    public static string Of(long count, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many ?? one + "s")}");
}
