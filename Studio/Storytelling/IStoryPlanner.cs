using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Storytelling;

/// <summary>Turns a lesson, a script or a topic into a story.</summary>
public interface IStoryPlanner : IMaker
{
    /// <summary>Whether it follows a critique and a person's wishes in words; default no.</summary>
    bool FollowsWishes => false;

    /// <summary>Plans the story of one video.</summary>
    /// <param name="request">What the video is to be about, and how long.</param>
    /// <param name="cancellationToken">Stops the planning.</param>
    /// <returns>A story whose segments' durations add up to the target, or to less when the source does not fill it.</returns>
    /// <exception cref="StorySourceException">The source is missing or too thin; the message says what is needed.</exception>
    Task<Story> PlanAsync(StoryRequest request, CancellationToken cancellationToken);
}
