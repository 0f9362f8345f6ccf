using TemporalVideo.Studio.Storytelling;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Sessions.Forks;

/// <summary>What a person wants of a session that has ended.</summary>
internal sealed record ForkOrder
{
    /// <summary>From which step on everything is made again; default only what the changes concern.</summary>
    public ForkStep From { get; init; }

    /// <summary>What is changed; a picture of one's own is given by its name.</summary>
    public IReadOnlyList<StoryChange> Changes { get; init; } = [];

    /// <summary>Whether to wait for approval of story and scenes; default no.</summary>
    public bool Interactive { get; init; }

    /// <summary>The most it may cost, in US dollars; null for no limit.</summary>
    public decimal? CostLimit { get; init; }
}

/// <summary>What a fork would become; nothing is started.</summary>
/// <param name="Input">The order of the new session, still under its parent's name.</param>
/// <param name="Story">The changed story; null when it is to be written again.</param>
/// <param name="Parts">What is made again of each segment; empty when the story is to be written again.</param>
/// <param name="Quote">What it costs.</param>
internal sealed record ForkPlan(VideoInput Input, Story? Story, IReadOnlyList<ForkedSegment> Parts, Quote Quote)
{
    /// <summary>The session that it is made of.</summary>
    public SessionKey Parent => Input.Fork!.Parent;
}

/// <summary>A session cannot be forked; the message says why and what to do.</summary>
/// <param name="message">For a person.</param>
internal sealed class ForkRefusedException(string message) : Exception(message);
