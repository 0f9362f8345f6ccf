using Temporalio.Activities;

namespace TemporalVideo.Workflows.Contracts;

/// <summary>Activity: makes the order of a video out of a job of type <c>video</c>.</summary>
public interface IOrderVideo
{
    /// <inheritdoc cref="IOrderVideo"/>
    /// <param name="task">The attempt.</param>
    /// <returns>What the video's workflow starts with; all attempts of a job make the same session, which finds what is made.</returns>
    [Activity]
    Task<VideoInput> OrderVideoAsync(JobTask task);
}

/// <summary>A video that a job had made.</summary>
/// <param name="Task">The attempt.</param>
/// <param name="Result">What its workflow made.</param>
/// <param name="Seconds">How long it took, in seconds.</param>
public sealed record JobVideo(JobTask Task, VideoResult Result, double Seconds);

/// <summary>Activity: keeps a video, its subtitles and its measures as artifacts of the job.</summary>
public interface IKeepVideo
{
    /// <inheritdoc cref="IKeepVideo"/>
    /// <param name="video">The video.</param>
    [Activity]
    Task<string> KeepVideoAsync(JobVideo video);
}
