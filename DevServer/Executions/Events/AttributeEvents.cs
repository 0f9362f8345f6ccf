using Google.Protobuf.Collections;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using TemporalVideo.DevServer.Executions.State;

namespace TemporalVideo.DevServer.Executions.Events;

/// <summary>Memo and search attributes: a null payload removes its key.</summary>
internal static class AttributeEvents
{
    public static Dictionary<EventType, Action<WorkflowRun, HistoryEvent>> Table { get; } = new()
    {
        [EventType.UpsertWorkflowSearchAttributes] = static (run, upserted) =>
        {
            var attributes = Edit(run);
            Merge((attributes.SearchAttributes ??= new SearchAttributes()).IndexedFields,
                upserted.UpsertWorkflowSearchAttributesEventAttributes.SearchAttributes.IndexedFields);
        },
        [EventType.WorkflowPropertiesModified] = static (run, modified) =>
        {
            var attributes = Edit(run);
            Merge((attributes.Memo ??= new Memo()).Fields, modified.WorkflowPropertiesModifiedEventAttributes.UpsertedMemo?.Fields ?? []);
        },
    };

    /// <summary>The attributes, to be changed.</summary>
    public static AttributesState Edit(WorkflowRun run)
    {
        run.VisibilityChanged = true;
        if (run.AttributeParts.Edit(0) is { } attributes)
        {
            return attributes;
        }

        attributes = new AttributesState();
        run.AttributeParts.Add(0, attributes);
        return attributes;
    }

    private static void Merge(MapField<string, Payload> target, MapField<string, Payload> changes)
    {
        foreach (var (name, value) in changes)
        {
            if (IsNull(value))
            {
                target.Remove(name);
            }
            else
            {
                target[name] = value.Clone();
            }
        }
    }

    private static bool IsNull(Payload value) =>
        value.Data.IsEmpty
        || (value.Metadata.TryGetValue("encoding", out var encoding) && encoding.ToStringUtf8() == "binary/null")
        || (value.Data.Length <= 4 && value.Data.ToStringUtf8() is "null" or "[]");
}
