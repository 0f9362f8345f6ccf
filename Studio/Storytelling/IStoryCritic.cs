using TemporalVideo.Studio.Storytelling.Quality;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Storytelling;

/// <summary>Judges stories.</summary>
public interface IStoryCritic
{
    /// <summary>Says what a story is worth, and what is wrong with it.</summary>
    /// <param name="judged">The story, and what it is to be measured by.</param>
    /// <param name="cancellationToken">Stops the judging.</param>
    Task<StoryVerdict> JudgeAsync(StoryToJudge judged, CancellationToken cancellationToken);
}

/// <summary>A story, and what it is to be measured by.</summary>
/// <param name="Story">The story.</param>
/// <param name="Source">The lesson; null: it was written from a topic alone.</param>
/// <param name="Audience">Who it is for; null: the usual.</param>
/// <param name="Seconds">Wanted length; null: as long as it is.</param>
/// <param name="Good">A score that is good.</param>
public sealed record StoryToJudge(Story Story, string? Source = null, string? Audience = null, double? Seconds = null, int Good = 80);

/// <summary>The critic without a language model: the checks of <see cref="StoryReport"/>.</summary>
public sealed class CheckingCritic : IStoryCritic
{
    /// <inheritdoc />
    public Task<StoryVerdict> JudgeAsync(StoryToJudge judged, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(judged);
        var report = StoryReport.Of(judged.Story);
        return Task.FromResult(new StoryVerdict(report.Score, report.Remarks));
    }
}
