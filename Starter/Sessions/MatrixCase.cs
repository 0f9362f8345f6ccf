using System.Globalization;
using TemporalVideo.Hosting.Configuration;

namespace TemporalVideo.Starter.Sessions;

/// <summary>A video of the matrix.</summary>
/// <param name="Name">Its name, for people and for the session.</param>
/// <param name="Options">What is asked for, as a person would write it behind <c>starter run LESSON</c>.</param>
/// <param name="Seconds">Wanted length in seconds.</param>
internal sealed record MatrixCase(string Name, IReadOnlyList<string> Options, int Seconds)
{
    /// <summary>Long enough for an archetype to show its order.</summary>
    private const int Usual = 30;

    private static readonly int[] Lengths = [15, 30, 60];

    private static readonly double[] Levels = [0, 0.5, 1];

    /// <summary>Each length, each archetype, each level of creativity (R-C7).</summary>
    /// <param name="configuration">Has the archetypes.</param>
    public static IReadOnlyList<MatrixCase> All(ProductConfiguration configuration)
    {
        var archetypes = configuration.Beats.Archetypes.Keys.Order(StringComparer.Ordinal).ToList();
        return
        [
            .. Lengths.Select(seconds => Of($"{seconds}s", seconds)),
            .. archetypes.Select(name => Of(name.Replace('_', '-'), Usual, "--archetype", name)),
            .. Levels.Select(level => level.ToString("0.0", CultureInfo.InvariantCulture)).Select(level => Of(
                $"creativity-{level}", Usual, "--archetype", archetypes[0], "--creativity", level)),
        ];
    }

    private static MatrixCase Of(string name, int seconds, params string[] options) =>
        new(name, [.. options, "--seconds", seconds.ToString(CultureInfo.InvariantCulture)], seconds);
}
