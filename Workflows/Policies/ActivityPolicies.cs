using Temporalio.Common;
using Temporalio.Workflows;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Workflows.Policies;

/// <summary>Time limits, retries and task queues of the activities, by the kind of work they do.</summary>
/// <param name="settings">The configuration of the run.</param>
/// <param name="priority">Whose turn it is at the queues.</param>
internal sealed class ActivityPolicies(PipelineSettings settings, Priority priority)
{
    /// <summary>A row or a small object: quick, and tried again for an hour while the database or the store is away.</summary>
    public ActivityOptions Bookkeeping(string summary, CancellationToken cancellationToken) => new()
    {
        StartToCloseTimeout = TimeSpan.FromSeconds(20),
        ScheduleToCloseTimeout = TimeSpan.FromHours(1),
        RetryPolicy = RetryPolicies.Patient,
        Priority = priority,
        Summary = summary,
        CancellationToken = cancellationToken,
    };

    /// <summary>What only tells of the session: it does not wait for that longer than a minute.</summary>
    public ActivityOptions Aside(string summary, CancellationToken cancellationToken)
    {
        var options = Bookkeeping(summary, cancellationToken);
        options.ScheduleToCloseTimeout = TimeSpan.FromMinutes(1);
        return options;
    }

    /// <summary>The story: one answer of a planner or a language model.</summary>
    public ActivityOptions Story(string summary, CancellationToken cancellationToken) =>
        Working(settings.StorySeconds, summary, cancellationToken);

    /// <summary>A step that a paid service may do: at that service's queue, whose rate the server holds.</summary>
    /// <param name="kind">What it makes.</param>
    /// <param name="options">How it is done.</param>
    /// <param name="local">Whether this machine is to do it instead.</param>
    public ActivityOptions ByService(PieceKind kind, ActivityOptions options, bool local = false)
    {
        if (!local && settings.ServiceTaskQueues?.TryGetValue(kind, out var queue) == true)
        {
            options.TaskQueue = queue;
        }

        return options;
    }

    /// <summary>A picture, a segment's narration, the music: seconds offline, up to minutes from a service.</summary>
    public ActivityOptions Scene(string summary, CancellationToken cancellationToken) =>
        Working(settings.SceneSeconds, summary, cancellationToken);

    /// <summary>An image of Agent6.</summary>
    public ActivityOptions Still(string summary, CancellationToken cancellationToken)
    {
        var options = Working(settings.SceneSeconds, summary, cancellationToken);
        options.RetryPolicy = RetryPolicies.Once;
        return options;
    }

    /// <summary>
    /// ffmpeg: on the queue of the machines meant for it. A cancelled run waits until ffmpeg has ended, so that nothing is left behind.
    /// </summary>
    public ActivityOptions Render(string summary, CancellationToken cancellationToken)
    {
        var options = Working(settings.VideoSeconds, summary, cancellationToken);
        options.TaskQueue = settings.RenderTaskQueue;
        return options;
    }

    /// <summary>Moving pictures that a service makes: minutes.</summary>
    public ActivityOptions Film(string summary, CancellationToken cancellationToken) =>
        Working(settings.VideoSeconds, summary, cancellationToken);

    /// <summary>Agent5 joins its clips; they are copied, not encoded.</summary>
    public ActivityOptions Stitch(string summary, CancellationToken cancellationToken) =>
        Within(settings.StitchSeconds, Render(summary, cancellationToken));

    /// <summary>The music is mixed under the speech.</summary>
    public ActivityOptions Mix(string summary, CancellationToken cancellationToken) =>
        Within(settings.MusicSeconds, Render(summary, cancellationToken));

    private static ActivityOptions Within(int seconds, ActivityOptions options)
    {
        options.StartToCloseTimeout = TimeSpan.FromSeconds(Math.Min(seconds, options.StartToCloseTimeout!.Value.TotalSeconds));
        return options;
    }

    private ActivityOptions Working(int seconds, string summary, CancellationToken cancellationToken) => new()
    {
        StartToCloseTimeout = TimeSpan.FromSeconds(seconds),
        HeartbeatTimeout = TimeSpan.FromSeconds(settings.HeartbeatSeconds),
        RetryPolicy = RetryPolicies.Costly,
        CancellationType = ActivityCancellationType.WaitCancellationCompleted,
        Priority = priority,
        Summary = summary,
        CancellationToken = cancellationToken,
    };
}
