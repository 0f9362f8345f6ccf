using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Hosting.Configuration.Jobs;

/// <summary>Makes a job for each row of the list that a parameter names.</summary>
internal static class RowExpansion
{
    /// <param name="template">The template.</param>
    /// <param name="values">Values of its parameters.</param>
    /// <param name="read">Reads a file; null where files may not be named: the value is the list itself.</param>
    /// <exception cref="ConfigurationException">A list is missing or wrong; the message lists all.</exception>
    public static JobTemplate Expand(JobTemplate template, IReadOnlyDictionary<string, string> values, Func<string, string>? read)
    {
        if (template.Each.Count == 0)
        {
            return template;
        }

        var faults = new List<string>();
        var lists = template.Each.Values.Distinct().ToDictionary(
            name => name, name => RowsOf(template, name, values.GetValueOrDefault(name, template.Parameters[name].Default), read, faults));
        var cells = template.Nodes.ToDictionary(node => node.Id, node => CellsOf(template, node.Id, lists));
        var twice = cells.Values.SelectMany(each => each).GroupBy(cell => cell.Id).Where(same => same.Count() > 1).ToList();
        faults.AddRange(twice.Select(same => $"{template.Name}: the job '{same.Key}' is there {same.Count()} times"));
        return faults.Count > 0 ? throw new ConfigurationException(faults) : template with
        {
            Nodes = [.. template.Nodes.SelectMany(node => cells[node.Id].Select(cell => node with
            {
                Id = cell.Id,
                Needs = [.. node.Needs.SelectMany(need => NeededBy(template, node.Id, cell, need, cells))],
            }))],
            Specs = template.Specs.SelectMany(spec => cells[spec.Key].Select(cell => (cell.Id, Spec: cell.Row is { } row
                    ? spec.Value with { Matrix = row.Values } : spec.Value)))
                .ToDictionary(each => each.Id, each => each.Spec),
        };
    }

    private static List<(string Id, JobRow? Row)> CellsOf(
        JobTemplate template, string job, Dictionary<string, IReadOnlyList<JobRow>> lists) =>
        template.Each.TryGetValue(job, out var name) ? [.. lists[name].Select(row => ($"{job}-{row.Id}", (JobRow?)row))] : [(job, null)];

    /// <summary>Jobs of the same list need each other row by row; who has no row needs all.</summary>
    private static IEnumerable<JobNeed> NeededBy(
        JobTemplate template, string job, (string Id, JobRow? Row) cell, JobNeed need,
        Dictionary<string, List<(string Id, JobRow? Row)>> cells)
    {
        var isSameList = template.Each.TryGetValue(job, out var own) && template.Each.GetValueOrDefault(need.Job) == own;
        return cells[need.Job].Where(other => !isSameList || other.Row!.Id == cell.Row!.Id).Select(other => need with { Job = other.Id });
    }

    private static IReadOnlyList<JobRow> RowsOf(
        JobTemplate template, string name, string value, Func<string, string>? read, List<string> faults)
    {
        var own = new List<string>();
        IReadOnlyList<JobRow> rows = [];
        if (value.Contains('\n', StringComparison.Ordinal) || value.TrimStart().StartsWith('['))
        {
            rows = JobRows.Read(value, own);
        }
        else if (read is null)
        {
            own.Add("expected the list itself, CSV or JSON");
        }
        else
        {
            try
            {
                rows = JobRows.Read(read(value), own);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
            {
                own.Add($"expected a file, CSV or JSON: {fault.Message}");
            }
        }

        faults.AddRange(own.Select(fault => $"{template.Name}: parameter {name}: {fault}"));
        return rows;
    }
}
