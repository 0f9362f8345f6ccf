using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.VisualBasic.FileIO;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Hosting.Configuration.Jobs;

/// <summary>A row of a list that jobs are made for.</summary>
/// <param name="Id">The value of its first column, which names its jobs.</param>
/// <param name="Values">Its values, by the name of their column.</param>
internal sealed record JobRow(string Id, IReadOnlyDictionary<string, string> Values);

/// <summary>Lists that jobs are made for: CSV with a line of names, or a JSON array of objects.</summary>
internal static partial class JobRows
{
    private const int Most = 1000;

    /// <param name="text">The list.</param>
    /// <param name="faults">Receives what is wrong.</param>
    public static IReadOnlyList<JobRow> Read(string text, List<string> faults)
    {
        try
        {
            return Checked(text.TrimStart().StartsWith('[') ? OfJson(text) : OfCsv(text), faults);
        }
        catch (Exception fault) when (fault is MalformedLineException or JsonException or InvalidOperationException)
        {
            faults.Add($"expected CSV with a line of names, or a JSON array of objects: {fault.Message}");
            return [];
        }
    }

    private static List<List<(string Name, string Value)>> OfJson(string text)
    {
        using var document = JsonDocument.Parse(text);
        return [.. document.RootElement.EnumerateArray().Select(row => row.EnumerateObject()
            .Select(each => (each.Name, each.Value.ValueKind == JsonValueKind.String ? each.Value.GetString()! : each.Value.GetRawText()))
            .ToList())];
    }

    private static List<List<(string Name, string Value)>> OfCsv(string text)
    {
        using var parser = new TextFieldParser(new StringReader(text)) { HasFieldsEnclosedInQuotes = true };
        parser.SetDelimiters(",");
        var names = parser.ReadFields() ?? [];
        var rows = new List<List<(string, string)>>();
        while (parser.ReadFields() is { } fields)
        {
            rows.Add(fields.Length == names.Length ? [.. names.Zip(fields)] : throw new InvalidOperationException(
                $"line {rows.Count + 2} has {Counted.Of(fields.Length, "value")} for {Counted.Of(names.Length, "name")}"));
        }

        return rows;
    }

    private static List<JobRow> Checked(List<List<(string Name, string Value)>> rows, List<string> faults)
    {
        if (rows.Count is 0 or > Most)
        {
            faults.Add($"expected 1 to {Most} rows, found {rows.Count}");
            return [];
        }

        foreach (var name in rows.SelectMany(row => row.Select(each => each.Name)).Distinct().Where(name => !Column().IsMatch(name)))
        {
            faults.Add($"expected names of letters, digits and '_', found '{name}'");
        }

        foreach (var row in rows.Where(row => row.Count == 0 || !Id().IsMatch(row[0].Value)))
        {
            faults.Add("the first column names the job: expected at most 30 letters, digits, '_' and '-', found "
                + $"'{row.FirstOrDefault().Value}'");
        }

        foreach (var twice in rows.Where(row => row.Count > 0).GroupBy(row => row[0].Value).Where(same => same.Count() > 1))
        {
            faults.Add($"the first column names the job: '{twice.Key}' is there {twice.Count()} times");
        }

        return faults.Count > 0 ? []
            : [.. rows.Select(row => new JobRow(
                row[0].Value, row.DistinctBy(each => each.Name).ToDictionary(each => each.Name, each => each.Value)))];
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_]{0,29}$")]
    private static partial Regex Column();

    [GeneratedRegex("^[A-Za-z0-9_][A-Za-z0-9_-]{0,29}$")]
    private static partial Regex Id();
}
