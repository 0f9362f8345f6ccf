using System.Text.Json;
using System.Text.Json.Nodes;
using Google.Protobuf.WellKnownTypes;
using Microsoft.Data.Sqlite;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Workflow.V1;
using TemporalVideo.DevServer.Attributes;
using TemporalVideo.DevServer.Visibility.Filters;

namespace TemporalVideo.DevServer.Visibility;

/// <summary>Between records and rows of the visibility table.</summary>
internal static class VisibilityRow
{
    /// <summary>What <see cref="Read"/> reads, in its order.</summary>
    public const string Columns =
        """
        workflow_id, run_id, workflow_type, status, task_queue, start_time, execution_time, close_time, history_length, history_size,
        state_transitions, parent_workflow_id, parent_run_id, root_workflow_id, root_run_id, first_run_id, memo, search_attributes,
        namespace_id
        """;

    public static VisibilityRecord Read(SqliteDataReader row) => new()
    {
        WorkflowId = row.GetString(0),
        RunId = row.GetString(1),
        WorkflowType = row.GetString(2),
        Status = (WorkflowExecutionStatus)row.GetInt32(3),
        TaskQueue = row.GetString(4),
        StartTime = SearchAttributeValue.Time(row.GetInt64(5)),
        ExecutionTime = SearchAttributeValue.Time(row.GetInt64(6)),
        CloseTime = row.IsDBNull(7) ? null : SearchAttributeValue.Time(row.GetInt64(7)),
        HistoryLength = row.GetInt64(8),
        HistorySizeBytes = row.GetInt64(9),
        StateTransitionCount = row.GetInt64(10),
        ParentWorkflowId = row.IsDBNull(11) ? null : row.GetString(11),
        ParentRunId = row.IsDBNull(12) ? null : row.GetString(12),
        RootWorkflowId = row.GetString(13),
        RootRunId = row.GetString(14),
        FirstRunId = row.GetString(15),
        Memo = row.IsDBNull(16) ? null : Memo.Parser.ParseFrom(row.GetFieldValue<byte[]>(16)),
        SearchAttributes = row.IsDBNull(17) ? null : SearchAttributes.Parser.ParseFrom(row.GetFieldValue<byte[]>(17)),
        NamespaceId = row.GetString(18),
    };

    /// <summary>The record as list shows it.</summary>
    public static WorkflowExecutionInfo ToInfo(this VisibilityRecord record)
    {
        var info = new WorkflowExecutionInfo
        {
            Execution = new WorkflowExecution { WorkflowId = record.WorkflowId, RunId = record.RunId },
            Type = new WorkflowType { Name = record.WorkflowType },
            Status = record.Status,
            TaskQueue = record.TaskQueue,
            StartTime = record.StartTime.ToTimestamp(),
            ExecutionTime = record.ExecutionTime.ToTimestamp(),
            Memo = record.Memo ?? new Memo(),
            SearchAttributes = record.SearchAttributes ?? new SearchAttributes(),
            RootExecution = new WorkflowExecution { WorkflowId = record.RootWorkflowId, RunId = record.RootRunId },
        };
        if (record.ParentWorkflowId is { } parent)
        {
            info.ParentExecution = new WorkflowExecution { WorkflowId = parent, RunId = record.ParentRunId ?? "" };
        }

        if (record.CloseTime is { } closed)
        {
            info.CloseTime = closed.ToTimestamp();
            info.ExecutionDuration = Duration.FromTimeSpan(closed - record.ExecutionTime);
            info.StateTransitionCount = record.StateTransitionCount;
            info.HistoryLength = record.HistoryLength;
            info.HistorySizeBytes = record.HistorySizeBytes;
        }

        return info;
    }

    /// <summary>The search attributes in the form that filters look into; null when there are none.</summary>
    public static string? Indexed(SearchAttributes? attributes)
    {
        if (attributes is null || attributes.IndexedFields.Count == 0)
        {
            return null;
        }

        var json = new JsonObject();
        foreach (var (name, payload) in attributes.IndexedFields)
        {
            var type = System.Enum.Parse<IndexedValueType>(payload.Metadata["type"].ToStringUtf8());
            json[name] = SearchAttributeValue.Read(payload, type) switch
            {
                null => null,
                string text when type == IndexedValueType.Text => List(FilterValues.Words(text)),
                string text => JsonValue.Create(text),
                string[] list => List(list),
                long number => JsonValue.Create(number),
                double number => JsonValue.Create(number),
                bool flag => JsonValue.Create(flag),
                var other => throw new InvalidOperationException($"{other.GetType().Name} cannot be indexed."),
            };
        }

        return json.ToJsonString(JsonSerializerOptions.Default);
    }

    private static JsonArray List(IEnumerable<string> items) => new([.. items.Select(item => JsonValue.Create(item))]);
}
