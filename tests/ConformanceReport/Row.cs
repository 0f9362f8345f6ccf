namespace TemporalVideo.ConformanceReport;

/// <summary>One behaviour that the SDK, the server or both must show.</summary>
/// <param name="Id">As in <c>C-073</c>.</param>
/// <param name="Side"><c>SDK</c>, <c>SERVER</c> or <c>both</c>.</param>
/// <param name="Priority"><c>P0</c> to <c>P2</c>.</param>
/// <param name="Title">The behaviour.</param>
/// <param name="NotMet">Why no test shows it; empty where one does.</param>
/// <param name="NotOnReal">Why no test shows it on the real server; empty where one does.</param>
public sealed record Row(string Id, string Side, string Priority, string Title, string NotMet, string NotOnReal)
{
    private const string Header = "id\tside\tpriority\ttitle\tnot met\tnot on the real server";

    /// <summary>Whether a full run must show the behaviour or a reason.</summary>
    public bool IsRequired => Priority is "P0" or "P1";

    /// <summary>Reads a file of tab-separated rows; <c>-</c> stands for no reason.</summary>
    /// <exception cref="FormatException">A line is not a row, or an id comes twice.</exception>
    public static IReadOnlyList<Row> Read(TextReader file)
    {
        if (file.ReadLine() != Header)
        {
            throw new FormatException($"The first line of the rows must be: {Header}");
        }

        var rows = new List<Row>();
        while (file.ReadLine() is { } line)
        {
            rows.Add(Parse(line));
        }

        return rows.GroupBy(row => row.Id).FirstOrDefault(group => group.Skip(1).Any()) is { } twice
            ? throw new FormatException($"{twice.Key} comes twice.")
            : rows;
    }

    private static Row Parse(string line) => line.Split('\t') switch
    {
        [{ Length: 5 } id, "SDK" or "SERVER" or "both", "P0" or "P1" or "P2", { Length: > 0 }, _, _] all
            when id.StartsWith("C-", StringComparison.Ordinal) => new(id, all[1], all[2], all[3], Reason(all[4]), Reason(all[5])),
        _ => throw new FormatException($"Not a row of six columns: {line}"),
    };

    private static string Reason(string column) => column == "-" ? string.Empty : column;
}
