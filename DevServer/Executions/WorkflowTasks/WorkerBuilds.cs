using System.Text.Encodings.Web;
using System.Text.Json;
using Google.Protobuf;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Workflow.V1;
using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Executions.Events;

namespace TemporalVideo.DevServer.Executions.WorkflowTasks;

/// <summary>What a run remembers of the builds of its workers: for people, and as points to reset to.</summary>
internal static class WorkerBuilds
{
    private const string Attribute = "BuildIds";
    private const string Unversioned = "unversioned";
    private const int MostResetPoints = 20;

    private static readonly JsonSerializerOptions AsWritten = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The build that answered; older workers name it as a binary's checksum.</summary>
    public static WorkerVersionStamp? Stamp(RespondWorkflowTaskCompletedRequest request) =>
        request.WorkerVersionStamp is { BuildId.Length: > 0 } stamp ? stamp
        : request.BinaryChecksum.Length > 0 ? new WorkerVersionStamp { BuildId = request.BinaryChecksum }
        : null;

    /// <summary>A build as events name it; null for a worker that gave none.</summary>
    public static WorkerVersionStamp? Stamp(string buildId) => buildId.Length > 0 ? new WorkerVersionStamp { BuildId = buildId } : null;

    /// <summary>Remembers a build the first time it completes a workflow task; one without a name counts as unversioned.</summary>
    public static void Remember(WorkflowRun run, long completedEventId, string buildId)
    {
        var isKnown = buildId.Length == 0
            ? run.Attributes.SearchAttributes?.IndexedFields.ContainsKey(Attribute) == true
            : run.State.ResetPoints?.Points.Any(point => point.BuildId == buildId) == true;
        if (isKnown)
        {
            return;
        }

        if (buildId.Length > 0)
        {
            AddResetPoint(run, completedEventId, buildId);
        }

        var builds = run.State.ResetPoints?.Points.Select(point => $"{Unversioned}:{point.BuildId}") ?? [];
        var attributes = AttributeEvents.Edit(run);
        (attributes.SearchAttributes ??= new SearchAttributes()).IndexedFields[Attribute] = Keywords([Unversioned, .. builds]);
    }

    private static void AddResetPoint(WorkflowRun run, long completedEventId, string buildId)
    {
        var state = run.Change();
        state.BuildId = buildId;
        state.ResetPoints ??= new ResetPoints();
        state.ResetPoints.Points.Add(new ResetPointInfo
        {
            BuildId = buildId,
            RunId = state.RunId,
            FirstWorkflowTaskCompletedId = completedEventId,
            CreateTime = Ticks.ToTimestamp(run.Now),
            Resettable = true,
        });
        if (state.ResetPoints.Points.Count > MostResetPoints)
        {
            state.ResetPoints.Points.RemoveAt(0);
        }
    }

    private static Payload Keywords(IEnumerable<string> values) => new()
    {
        Metadata =
        {
            ["encoding"] = ByteString.CopyFromUtf8("json/plain"),
            ["type"] = ByteString.CopyFromUtf8(nameof(IndexedValueType.KeywordList)),
        },
        Data = ByteString.CopyFrom(JsonSerializer.SerializeToUtf8Bytes(values, AsWritten)),
    };
}
