using System.Globalization;
using System.Text;
using Temporalio.Client;
using Temporalio.Converters;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Sessions;

/// <summary>What the server knows of a session.</summary>
internal sealed record SessionDescription
{
    public required string WorkflowId { get; init; }

    public required string RunId { get; init; }

    public required string Status { get; init; }

    public required DateTime StartTime { get; init; }

    public required DateTime? CloseTime { get; init; }

    public required int HistoryLength { get; init; }

    public required string? Topic { get; init; }

    public required string? Title { get; init; }

    public required string? Stage { get; init; }

    public required string? Outcome { get; init; }

    public required IReadOnlyList<RunningActivity> Running { get; init; }

    /// <summary>Asks the server.</summary>
    public static async Task<SessionDescription> ReadAsync(WorkflowHandle handle, RpcOptions rpc)
    {
        var description = await handle.DescribeAsync(new WorkflowDescribeOptions { Rpc = rpc });
        var raw = await RawDescription.ReadAsync(handle, rpc);
        var converter = handle.Client.Options.DataConverter;
        var running = new List<RunningActivity>();
        foreach (var activity in raw.PendingActivities)
        {
            var progress = activity.HeartbeatDetails?.Payloads_ is [var payload, ..] ? await converter.ToValueAsync<StepProgress>(payload)
                : null;
            running.Add(new RunningActivity(activity.ActivityType.Name, activity.State.ToString(), activity.Attempt)
            {
                SegmentId = progress?.SegmentId,
                Percent = progress?.Percent,
                LastFailure = await Trouble.MessageOfAsync(activity.LastFailure, converter),
            });
        }

        return new SessionDescription
        {
            WorkflowId = description.Id,
            RunId = description.RunId,
            Status = description.Status.ToString(),
            StartTime = description.StartTime,
            CloseTime = description.CloseTime,
            HistoryLength = description.HistoryLength,
            Topic = await MemoAsync(description, "topic"),
            Title = await MemoAsync(description, "title"),
            Stage = description.TypedSearchAttributes.TryGetValue(VideoSearchAttributes.Stage, out var stage) ? stage : null,
            Outcome = description.TypedSearchAttributes.TryGetValue(VideoSearchAttributes.Outcome, out var outcome) ? outcome : null,
            Running = running,
        };
    }

    public string ToText()
    {
        var text = new StringBuilder()
            .AppendLine(CultureInfo.InvariantCulture, $"{WorkflowId}  {Title ?? Topic}")
            .AppendLine(CultureInfo.InvariantCulture, $"  status   {Status}, stage {Stage}, outcome {Outcome}")
            .AppendLine(CultureInfo.InvariantCulture, $"  started  {StartTime:yyyy-MM-dd HH:mm:ss} UTC{Ended}")
            .Append(CultureInfo.InvariantCulture, $"  history  {Counted.Of(HistoryLength, "event")}, run {RunId}");
        foreach (var activity in Running)
        {
            text.AppendLine().Append(CultureInfo.InvariantCulture, $"  running  {activity}");
        }

        return text.ToString();
    }

    private static async Task<string?> MemoAsync(WorkflowExecutionDescription description, string key) =>
        description.Memo.TryGetValue(key, out var value) ? await value.ToValueAsync<string>() : null;

    private string Ended => CloseTime is { } end
        ? string.Create(CultureInfo.InvariantCulture, $", ended after {(end - StartTime).TotalSeconds:0.0} s")
        : "";

    /// <summary>An activity that is scheduled or runs.</summary>
    internal sealed record RunningActivity(string Activity, string State, int Attempt)
    {
        public string? SegmentId { get; init; }

        public int? Percent { get; init; }

        public string? LastFailure { get; init; }

        public override string ToString()
        {
            var percent = Percent is { } done ? string.Create(CultureInfo.InvariantCulture, $" {done}%") : "";
            var before = LastFailure is null ? "" : $", before: {LastFailure}";
            return string.Create(CultureInfo.InvariantCulture, $"{Activity} {SegmentId}{percent} attempt {Attempt}{before}");
        }
    }
}
