using Temporalio.Exceptions;
using Temporalio.Workflows;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Workflows.Video;

/// <summary>Where the workflow waits for a person's decision.</summary>
internal sealed class ReviewDesk(PipelineSettings settings)
{
    private Review? _decision;
    private int _revisions;
    private bool _taking;

    /// <summary>What is waited for; null when nobody is.</summary>
    public ReviewSubject? WaitingFor { get; private set; }

    /// <summary>Waits for the decision on a subject.</summary>
    /// <param name="subject">What is waited for.</param>
    /// <param name="tell">Says that somebody is waited for; a decision may come meanwhile.</param>
    /// <returns>The review.</returns>
    /// <exception cref="ApplicationFailureException">Nobody decided in time (<see cref="FailureTypes.Timeout"/>).</exception>
    public async Task<Review> AwaitAsync(ReviewSubject subject, Func<Task> tell)
    {
        (WaitingFor, _decision) = (subject, null);
        await tell();
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
        { Take: not null } and ({ SegmentId: null } or { Feedback: not null } or { Subject: ReviewSubject.Story }) =>
            "A take is chosen of a segment that is named, in the review of the scenes, without feedback.",
        { Feedback: not null } when _revisions >= settings.MaxRevisions =>
            $"It has been revised {_revisions} times, which is the limit (max_revisions). Approve it, or cancel the session.",
        _ when _taking => "Another review is being taken. Look at the story again when it is.",
        { Version: { } version } when version != story?.Version =>
            "The story has changed since it was looked at. Look at it again, and decide on what is there now.",
        { Edits.Count: > 0 } and ({ Approves: false } or { Subject: ReviewSubject.Scenes }) =>
            "Segments are rewritten with the approval of the story, not with feedback and not with the scenes.",
        { Edits: { Count: > 0 } edits } when EditObjection(edits, story) is { } objection => objection,
        { Approves: true, SegmentId: not null } or { Subject: ReviewSubject.Story, SegmentId: not null } =>
            "A segment is named only with feedback on the scenes.",
        { SegmentId: { } id } when story is null || story.Segments.All(segment => segment.Id != id) =>
            NoSegment(id, story?.Segments.Select(segment => segment.Id) ?? []),
        _ => null,
    };

    /// <summary>Takes a review that has no objection.</summary>
    /// <param name="review">The review.</param>
    /// <param name="edit">Puts into the story what was rewritten; when it fails, the decision is still waited for.</param>
    public async Task TakeAsync(Review review, Func<IReadOnlyList<SegmentEdit>, Task> edit)
    {
        if (review.Edits.Count > 0)
        {
            _taking = true;
            try
            {
                await edit(review.Edits);
            }
            finally
            {
                _taking = false;
            }
        }

        _decision = review;
        _revisions += review.Feedback is null ? 0 : 1;
    }

    private static string? EditObjection(IReadOnlyList<SegmentEdit> edits, StoryDigest? story)
    {
        var ids = story?.Segments.Select(segment => segment.Id).ToList() ?? [];
        return edits.FirstOrDefault(edit => !ids.Contains(edit.SegmentId)) is { } unknown ? NoSegment(unknown.SegmentId, ids)
            : edits.GroupBy(edit => edit.SegmentId).FirstOrDefault(same => same.Count() > 1) is { } twice
                ? $"The segment '{twice.Key}' is rewritten twice."
            : edits.Count(edit => edit.Sentences is { Count: 0 }) == ids.Count ? "A video needs at least one segment."
            : null;
    }

    private static string NoSegment(string id, IEnumerable<string> ids) =>
        $"There is no segment '{id}': the story has {string.Join(", ", ids)}.";

    private static string Name(ReviewSubject subject) => subject.ToString().ToLowerInvariant();
}
