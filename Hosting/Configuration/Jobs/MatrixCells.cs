namespace TemporalVideo.Hosting.Configuration.Jobs;

/// <summary>One combination of a job's matrix.</summary>
/// <param name="Id">The id of its job.</param>
/// <param name="Values">The values, by the name of their axis.</param>
internal sealed record MatrixCell(string Id, IReadOnlyDictionary<string, string> Values);

/// <summary>The combinations of a job's matrix; without one the job itself.</summary>
internal static class MatrixCells
{
    public static IReadOnlyList<MatrixCell> Of(string job, IReadOnlyDictionary<string, IReadOnlyList<string>> matrix)
    {
        IEnumerable<MatrixCell> cells = [new MatrixCell(job, new Dictionary<string, string>())];
        foreach (var (axis, values) in matrix)
        {
            cells = cells.SelectMany(cell => values.Select(value =>
                new MatrixCell($"{cell.Id}-{value}", new Dictionary<string, string>(cell.Values) { [axis] = value })));
        }

        return [.. cells];
    }
}
