using System.Text;

namespace TemporalVideo.ConformanceReport;

/// <summary>The table in words.</summary>
public static class ReportText
{
    private static readonly string[] Heads = ["id", "prio", "side", "embedded", "real", "behaviour"];

    /// <summary>In columns, for a terminal.</summary>
    public static string Plain(IReadOnlyList<ReportLine> lines)
    {
        var rows = lines.Select(Columns).Prepend(Heads).ToList();
        var widths = Enumerable.Range(0, Heads.Length - 1).Select(i => rows.Max(row => row[i].Length)).ToList();
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            text.AppendJoin("  ", row.Zip(widths, (column, width) => column.PadRight(width))).Append("  ").AppendLine(row[^1]);
        }

        return text.ToString();
    }

    /// <summary>As a Markdown table with a sum in front.</summary>
    public static string Markdown(IReadOnlyList<ReportLine> lines)
    {
        var text = new StringBuilder().AppendLine("# Conformance").AppendLine().AppendLine(Sum(lines)).AppendLine();
        text.AppendLine($"| {string.Join(" | ", Heads)} |").AppendLine($"|{string.Concat(Enumerable.Repeat(" --- |", Heads.Length))}");
        foreach (var line in lines)
        {
            text.AppendLine(
                $"| {string.Join(" | ", Columns(line).Select(column => column.Replace("|", "\\|", StringComparison.Ordinal)))} |");
        }

        return text.ToString();
    }

    /// <summary>One line that counts.</summary>
    public static string Sum(IReadOnlyList<ReportLine> lines) =>
        $"{lines.Count} behaviours: {lines.Count(line => line.IsMet)} met, {lines.Count(line => !line.IsMet)} not met; "
        + $"{lines.Count(line => line.Embedded is { Passed: > 0, Failed: 0 })} shown on the embedded server, "
        + $"{lines.Count(line => line.Real is { Passed: > 0, Failed: 0 })} on the real one.";

    private static string[] Columns(ReportLine line) =>
    [
        line.Row.Id, line.Row.Priority, line.Row.Side, $"{line.Embedded}", $"{line.Real}",
        line.Reason.Length == 0 ? line.Row.Title : $"{line.Row.Title} ({line.Reason})",
    ];
}
