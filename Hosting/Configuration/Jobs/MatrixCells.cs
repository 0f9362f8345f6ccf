namespace TemporalVideo.Hosting.Configuration.Jobs;

/// <summary>One combination of a job's matrix.</summary>
/// <param name="Id">The id of its job.</param>
/// <param name="Values">The values, by the name of their axis.</param>
internal sealed record MatrixCell(string Id, IReadOnlyDictionary<string, string> Values);

/// <summary>The combinations of a job's matrix; without one the job itself.</summary>
internal static class MatrixCells
{
    /// <summary>The most jobs that come of one.</summary>
    public const int Most = 1000;

    /// <summary>How many combinations there are.</summary>
    public static double Count(IReadOnlyDictionary<string, IReadOnlyList<string>> matrix) =>
        matrix.Values.Aggregate(1.0, (count, values) => count * values.Count);

    /// <summary>The combinations; of more than may be only the job itself.</summary>
    public static IReadOnlyList<MatrixCell> Of(string job, IReadOnlyDictionary<string, IReadOnlyList<string>> matrix)
    {
        IEnumerable<MatrixCell> cells = [new MatrixCell(job, new Dictionary<string, string>())];
        foreach (var (axis, values) in Count(matrix) > Most ? new Dictionary<string, IReadOnlyList<string>>() : matrix)
        {
            cells = cells.SelectMany(cell => values.Select(value =>
                new MatrixCell($"{cell.Id}-{value}", new Dictionary<string, string>(cell.Values) { [axis] = value })));
        }

        return [.. cells];
    }
}
