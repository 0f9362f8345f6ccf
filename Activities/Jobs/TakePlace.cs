using Microsoft.Extensions.Options;
using Temporalio.Activities;
using Temporalio.Exceptions;
using TemporalVideo.Storage.Records.Jobs;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Jobs;

/// <summary>How many jobs run.</summary>
public sealed class JobLimits
{
    /// <summary>How many jobs of a user run at the same time, whatever pipelines they are of; 0 for no limit. Default 16.</summary>
    public int MaxRunningPerUser { get; set; } = 16;
}

/// <summary>Takes a place among the running jobs of a user.</summary>
internal sealed class TakePlace(IJobPlaces places, IOptions<JobLimits> limits, TimeProvider time) : ITakePlace
{
    /// <summary>Who is next in the line looks at every so many tries whether those who have places still run.</summary>
    private const int TriesForALook = 4;

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Latest = TimeSpan.FromSeconds(15);

    [Activity]
    public async Task<PlaceAnswer> TakePlaceAsync(PlaceRequest request)
    {
        var (context, limit) = (ActivityExecutionContext.Current, limits.Value.MaxRunningPerUser);
        if (limit == 0)
        {
            return new PlaceAnswer(true);
        }

        var order = new PlaceOrder(new PlaceRun(request.Pipeline, context.Info.WorkflowRunId!), request.Place, limit);
        var turn = await places.TakeAsync(order, context.CancellationToken);
        if (!turn.IsTaken && turn.Ahead == 0 && request.Waits && context.Info.Attempt % TriesForALook == 0)
        {
            await new EndedRuns(context.TemporalClient, places, time).ClearAsync(request.Pipeline.UserId, context.CancellationToken);
            turn = await places.TakeAsync(order, context.CancellationToken);
        }

        var answer = turn.IsTaken ? new PlaceAnswer(true) : new PlaceAnswer(false, ReasonOf(request.Pipeline.UserId, turn, limit));
        return answer.IsTaken || !request.Waits ? answer
            : throw new ApplicationFailureException(
                answer.Reason!, errorType: FailureTypes.NoPlace, nextRetryDelay: DelayOf(turn, limit),
                category: Temporalio.Api.Enums.V1.ApplicationErrorCategory.Benign);
    }

    private static string ReasonOf(string user, PlaceTurn turn, int limit) =>
        $"It waits for a place: {user} has {Counted.Of(turn.Taken, "job")} running, of at most {limit} "
            + "(jobs.max_running_per_user in config/worker.yaml)"
            + (turn.Ahead > 0 ? $"; {turn.Ahead} {(turn.Ahead == 1 ? "waits" : "wait")} before it." : ".");

    /// <summary>Who may be among the next asks every second, the others as much less often as they are farther behind.</summary>
    private static TimeSpan DelayOf(PlaceTurn turn, int limit)
    {
        var delay = Soon * (1 + (turn.Ahead / limit));
        return delay < Latest ? delay : Latest;
    }
}
