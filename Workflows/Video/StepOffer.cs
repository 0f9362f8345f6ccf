using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Workflows.Video;

/// <summary>A step, and what can be done when it fails for good.</summary>
/// <param name="Agent">Whose step it is.</param>
/// <param name="What">What it makes, in one word, such as <c>narration</c>.</param>
/// <param name="Kind">The kind of piece, for its price.</param>
/// <param name="SegmentId">The segment that it is about; null for the whole video.</param>
internal sealed record StepOffer<T>(AgentName Agent, string What, PieceKind Kind, string? SegmentId = null)
    where T : class
{
    /// <summary>Whether this machine can do what a service could not.</summary>
    public bool HasLocal { get; init; }

    /// <summary>What the video is made with instead; null where it cannot do without.</summary>
    public T? Without { get; init; }

    /// <summary>What of the segment a person may write anew, and how the step goes on with it; null: nothing.</summary>
    public StepEdit? Edit { get; init; }

    /// <summary>Whether Agent6 takes over where this step of Agent5 falls back.</summary>
    public bool FallsBackToAgent6 => Agent == AgentName.Agent5 && !HasLocal;

    public string Id => $"{Agent}-{What}{(SegmentId is null ? "" : $"-{SegmentId}")}".ToLowerInvariant();

    /// <summary>What can be decided on its failure.</summary>
    /// <param name="reason">Why it failed.</param>
    /// <param name="local">Whether this machine has done it already, and failed.</param>
    public IReadOnlyList<StepChoice> Options(FailureReason reason, bool local)
    {
        var options = new List<StepChoice> { StepChoice.Retry };
        if ((FallsBackToAgent6 && reason.Agent6Helps) || (HasLocal && reason.IsOfService && !local))
        {
            options.Add(StepChoice.Fallback);
        }

        if (Without is not null)
        {
            options.Add(StepChoice.Skip);
        }

        if (Edit is not null && SegmentId is not null && reason.Type != FailureTypes.CostLimit)
        {
            options.Add(StepChoice.Edit);
        }

        options.Add(StepChoice.Fail);
        return options;
    }
}

/// <summary>How a step is made of other words.</summary>
/// <param name="IsPicture">Whether they say what the picture shows, and not what is spoken.</param>
/// <param name="Version">The version of the story that it is made of now.</param>
/// <param name="GoOnAsync">Lets it be made of another version.</param>
internal sealed record StepEdit(bool IsPicture, Func<string> Version, Func<string, Task> GoOnAsync);
