using Temporalio.Worker.Interceptors;
using TemporalVideo.Storage.Events;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Worker.Interceptors;

/// <summary>Writes into the event log what Agent6's steps made (R-B7): segments, the stitching, the final video, the costs.</summary>
/// <param name="events">The log.</param>
/// <param name="time">Tells when it happened.</param>
internal sealed class EventRecorder(IEventLog events, TimeProvider time) : IWorkerInterceptor
{
    public ActivityInboundInterceptor InterceptActivity(ActivityInboundInterceptor nextInterceptor) =>
        new Inbound(nextInterceptor, this);

    private void Note(object? task, string step, object? made, Exception? failure)
    {
        if (EventOf(task, step, made, failure) is var (type, data))
        {
            events.Write(new PipelineEvent(time.GetUtcNow().UtcDateTime, type, data));
        }
    }

    private static (string Type, Dictionary<string, object?> Data)? EventOf(object? task, string step, object? made, Exception? failure) =>
        (task, made) switch
        {
            (ClipTask { Agent: AgentName.Agent6 } clip, _) => ("segment", Of(clip.Session, step, made, failure, clip.SegmentId)),
            (ComposeTask { Agent: AgentName.Agent6 } video, CheckedVideo result) => ("final_video", new()
            {
                ["session"] = video.Session.ToString(),
                ["key"] = result.VideoKey,
                ["seconds"] = result.Seconds,
                ["segments"] = video.SegmentIds.Count,
            }),
            (ComposeTask { Agent: AgentName.Agent6 } video, _) when step.StartsWith("Stitch", StringComparison.Ordinal) =>
                ("stitch", Of(video.Session, step, made, failure, null)),
            (ComposeTask { Agent: AgentName.Agent6 } video, _) when failure is not null =>
                ("final_video", Of(video.Session, step, made, failure, null)),
            (CloseTask { Costs: { } costs } end, _) => ("cost_breakdown", new()
            {
                ["session"] = end.Session.ToString(),
                ["outcome"] = end.Outcome.ToString(),
                ["charged"] = costs.Charged,
                ["estimate"] = costs.Estimate,
                ["items"] = costs.Items,
            }),
            _ => null,
        };

    private static Dictionary<string, object?> Of(SessionKey session, string step, object? made, Exception? failure, string? segment)
    {
        var data = new Dictionary<string, object?> { ["session"] = session.ToString(), ["step"] = step };
        if (segment is not null)
        {
            data["segment_id"] = segment;
        }

        if (made is Piece piece)
        {
            (data["key"], data["found"], data["cost"]) = (piece.Key, piece.Found, piece.Making?.Cost ?? 0);
        }

        if (failure is not null)
        {
            data["error"] = failure.Message;
        }

        return data;
    }

    private sealed class Inbound(ActivityInboundInterceptor next, EventRecorder recorder) : ActivityInboundInterceptor(next)
    {
        public override async Task<object?> ExecuteActivityAsync(ExecuteActivityInput input)
        {
            var (task, step) = (input.Args is [var only] ? only : null, input.Activity.Name ?? "");
            try
            {
                var made = await base.ExecuteActivityAsync(input);
                recorder.Note(task, step, made, null);
                return made;
            }
            catch (Exception failure)
            {
                recorder.Note(task, step, null, failure);
                throw;
            }
        }
    }
}
