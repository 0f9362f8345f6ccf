using Temporalio.Activities;

namespace TemporalVideo.Workflows.Contracts;

/// <summary>A place among the running jobs of a user, under the attempt that asked for it.</summary>
/// <param name="Job">The job.</param>
/// <param name="Attempt">Its attempt.</param>
public sealed record JobPlace(string Job, int Attempt);

/// <summary>An attempt asks for a place.</summary>
public sealed record PlaceRequest
{
    /// <summary>Whose pipeline, and which.</summary>
    public required SessionKey Pipeline { get; init; }

    /// <summary>The attempt.</summary>
    public required JobPlace Place { get; init; }

    /// <summary>Whether it waits until there is one; otherwise it is told at once how it stands. It keeps its turn in any case.</summary>
    public bool Waits { get; init; }
}

/// <summary>Whether an attempt has a place.</summary>
/// <param name="IsTaken">Whether it has one.</param>
/// <param name="Reason">Why not, for people; null when it has.</param>
public sealed record PlaceAnswer(bool IsTaken, string? Reason = null);

/// <summary>
/// Activity: takes a place among the running jobs of a user, first come, first served. Doing it again changes nothing. One that waits
/// fails with <see cref="FailureTypes.NoPlace"/> and is tried again, so that it takes neither a worker nor events of history meanwhile. A
/// place is given back by <see cref="PipelineChanges.Left"/>, or when the run that took it has ended.
/// </summary>
public interface ITakePlace
{
    /// <inheritdoc cref="ITakePlace"/>
    /// <param name="request">Who asks.</param>
    [Activity]
    Task<PlaceAnswer> TakePlaceAsync(PlaceRequest request);
}
