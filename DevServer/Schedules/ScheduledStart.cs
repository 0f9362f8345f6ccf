using System.Globalization;
using Google.Protobuf;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Rpc;

namespace TemporalVideo.DevServer.Schedules;

/// <summary>Makes the request that takes a schedule's action.</summary>
internal static class ScheduledStart
{
    public static StartWorkflowExecutionRequest Request(ScheduleRecord record, BufferedAction action)
    {
        var workflow = record.Schedule.Action.StartWorkflow;
        var nominal = action.Nominal.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var request = new StartWorkflowExecutionRequest
        {
            Namespace = record.NamespaceName,
            WorkflowId = record.Schedule.Policies.KeepOriginalWorkflowId ? workflow.WorkflowId : $"{workflow.WorkflowId}-{nominal}",
            WorkflowType = workflow.WorkflowType,
            TaskQueue = workflow.TaskQueue,
            Input = workflow.Input,
            WorkflowExecutionTimeout = workflow.WorkflowExecutionTimeout,
            WorkflowRunTimeout = workflow.WorkflowRunTimeout,
            WorkflowTaskTimeout = workflow.WorkflowTaskTimeout,
            Identity = $"temporal-scheduler-{record.NamespaceName}-{record.ScheduleId}",
            RequestId = $"{record.Progress.RunId}-{record.Progress.Starts}",
            WorkflowIdReusePolicy = WorkflowIdReusePolicy.AllowDuplicate,
            RetryPolicy = workflow.RetryPolicy,
            Memo = workflow.Memo,
            SearchAttributes = workflow.SearchAttributes?.Clone() ?? new SearchAttributes(),
            Header = workflow.Header,
            UserMetadata = workflow.UserMetadata,
            Priority = workflow.Priority,
        };
        request.SearchAttributes.IndexedFields["TemporalScheduledStartTime"] = Json($"\"{nominal}\"");
        request.SearchAttributes.IndexedFields["TemporalScheduledById"] = Json($"\"{JsonEncodedText(record.ScheduleId)}\"");
        if (record.Progress.LastResult is { } result)
        {
            request.LastCompletionResult = Payloads.Parser.ParseFrom(result);
        }

        if (record.Progress.LastFailure is { } failure)
        {
            request.ContinuedFailure = NestedMessages.Parse(Failure.Parser, failure);
        }

        return request;
    }

    private static string JsonEncodedText(string text) => System.Text.Json.JsonEncodedText.Encode(text).ToString();

    private static Payload Json(string json) => new()
    {
        Metadata = { ["encoding"] = ByteString.CopyFromUtf8("json/plain") },
        Data = ByteString.CopyFromUtf8(json),
    };
}
