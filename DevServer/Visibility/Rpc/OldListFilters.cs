using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Filter.V1;

namespace TemporalVideo.DevServer.Visibility.Rpc;

/// <summary>The filters of the two old list calls, written as a query.</summary>
internal static class OldListFilters
{
    public static string Query(string status, StartTimeFilter? time, WorkflowExecutionFilter? execution, WorkflowTypeFilter? type)
    {
        var parts = new List<string> { status };
        if (time?.EarliestTime is { } earliest)
        {
            parts.Add($"StartTime >= {Quote(Text(earliest))}");
        }

        if (time?.LatestTime is { } latest)
        {
            parts.Add($"StartTime <= {Quote(Text(latest))}");
        }

        if (execution is not null)
        {
            parts.Add($"WorkflowId = {Quote(execution.WorkflowId)}");
        }

        if (type is not null)
        {
            parts.Add($"WorkflowType = {Quote(type.Name)}");
        }

        return string.Join(" AND ", parts);
    }

    private static string Quote(string text) =>
        $"'{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal)}'";

    private static string Text(Timestamp time) => time.ToDateTime().ToString("O", System.Globalization.CultureInfo.InvariantCulture);
}
