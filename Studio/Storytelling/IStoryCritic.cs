using TemporalVideo.Studio.Storytelling.Quality;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Storytelling;

/// <summary>Judges stories.</summary>
public interface IStoryCritic
{
    /// <summary>Says what a story is worth, and what is wrong with it.</summary>
    /// <param name="story">The story.</param>
    /// <param name="cancellationToken">Stops the judging.</param>
    Task<StoryVerdict> JudgeAsync(Story story, CancellationToken cancellationToken);
}

/// <summary>The critic without a language model: the checks of <see cref="StoryReport"/>.</summary>
public sealed class CheckingCritic : IStoryCritic
{
    /// <inheritdoc />
    public Task<StoryVerdict> JudgeAsync(Story story, CancellationToken cancellationToken)
    {
        var report = StoryReport.Of(story);
        return Task.FromResult(new StoryVerdict(report.Score, report.Remarks));
    }
}
