using System.Globalization;

namespace TemporalVideo.Studio.Storytelling.Lessons;

/// <summary>The numbers of lists.</summary>
internal static class ListMarks
{
    /// <summary>"3." or "c.".</summary>
    /// <param name="style">What the list counts with: a figure or a letter.</param>
    /// <param name="order">The item's place, as the lesson writes it.</param>
    public static string Of(char style, int order) => style is 'a' or 'A' && order is >= 1 and <= 26
        ? $"{(char)(style + order - 1)}."
        : string.Create(CultureInfo.InvariantCulture, $"{order}.");
}
