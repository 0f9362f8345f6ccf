using Temporalio.Exceptions;
using Temporalio.Workflows;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Workflows.Video;

/// <summary>Where the workflow waits for a person's decision.</summary>
internal sealed class ReviewDesk(PipelineSettings settings)
{
    private Review? _decision;
    private int _revisions;

    /// <summary>What is waited for; null when nobody is.</summary>
    public ReviewSubject? WaitingFor { get; private set; }

    /// <summary>Waits for the decision on a subject.</summary>
    /// <returns>The review.</returns>
    /// <exception cref="ApplicationFailureException">Nobody decided in time (<see cref="FailureTypes.Timeout"/>).</exception>
    public async Task<Review> AwaitAsync(ReviewSubject subject)
    {
        (WaitingFor, _decision) = (subject, null);
        var patience = TimeSpan.FromHours(settings.ReviewHours);
        var decided = await Workflow.WaitConditionWithOptionsAsync(new WaitConditionOptions
        {
            ConditionCheck = () => _decision is not null,
            Timeout = patience,
            TimeoutSummary = $"how long a person has to review the {Name(subject)}",
        });
        WaitingFor = null;
        if (!decided)
        {
            throw new ApplicationFailureException(
                $"Nobody reviewed the {Name(subject)} within {settings.ReviewHours} hours. Start the session again; what is made is kept.",
                errorType: FailureTypes.Timeout, nonRetryable: true);
        }

        return _decision!;
    }

    /// <summary>Says why a review does not fit now; null when it does.</summary>
    public string? Objection(Review review, StoryDigest? story) => review switch
    {
        _ when WaitingFor is null || _decision is not null =>
            "Nobody is waited for now: the session runs without approval, has not come so far, or has gone on.",
        _ when review.Subject != WaitingFor => $"The {Name(WaitingFor.Value)} is waiting for a review, not the {Name(review.Subject)}.",
        { Feedback: { } feedback } when string.IsNullOrWhiteSpace(feedback) => "A revision needs feedback that says what is to be changed.",
        { Approves: false } when _revisions >= settings.MaxRevisions =>
            $"It has been revised {_revisions} times, which is the limit (max_revisions). Approve it, or cancel the session.",
        { Approves: true, SegmentId: not null } or { Subject: ReviewSubject.Story, SegmentId: not null } =>
            "A segment is named only with feedback on the scenes.",
        { SegmentId: { } id } when story is null || story.Segments.All(segment => segment.Id != id) =>
            $"There is no segment '{id}': the story has {string.Join(", ", story?.Segments.Select(segment => segment.Id) ?? [])}.",
        _ => null,
    };

    /// <summary>Takes a review that has no objection.</summary>
    public void Take(Review review)
    {
        _decision = review;
        _revisions += review.Approves ? 0 : 1;
    }

    private static string Name(ReviewSubject subject) => subject.ToString().ToLowerInvariant();
}
