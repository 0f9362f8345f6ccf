using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Agent5;

/// <summary>What goes when a video is done and nothing of it is made again.</summary>
internal sealed class Tidying(Intermediates intermediates, TakeRoom takes)
{
    /// <summary>Removes what the video no longer needs, and the takes that there is no room for.</summary>
    /// <param name="task">The video that has been checked, and who composed it.</param>
    /// <param name="story">Its story.</param>
    /// <param name="cancellationToken">Stops the removing.</param>
    public async Task TidyAsync(ComposeTask task, Story story, CancellationToken cancellationToken)
    {
        await intermediates.RemoveAsync(task, cancellationToken);
        await takes.KeepAsync(task.Session, story, cancellationToken);
    }
}
