using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Storage.Records.Jobs;

/// <summary>
/// The places among the running jobs of each user. Whoever finds none stands in line: first come, first served. What is done here holds
/// across all workers.
/// </summary>
public interface IJobPlaces
{
    /// <summary>Takes a place when one is free that nobody before in the line waits for; else keeps the turn. Doing it again changes
    /// nothing.</summary>
    /// <param name="order">Who asks.</param>
    /// <param name="cancellationToken">Stops it.</param>
    Task<PlaceTurn> TakeAsync(PlaceOrder order, CancellationToken cancellationToken);

    /// <summary>Gives places back, and turns in the line. Who asks for the same attempt later finds none.</summary>
    /// <param name="pipeline">Whose.</param>
    /// <param name="places">Which; also such as were never taken.</param>
    /// <param name="hasEnded">Whether the pipeline has ended, so that what was given back need not be known any longer.</param>
    /// <param name="cancellationToken">Stops it.</param>
    Task LeaveAsync(SessionKey pipeline, IReadOnlyList<JobPlace> places, bool hasEnded, CancellationToken cancellationToken);

    /// <summary>The runs of a user's pipelines that have places or stand in line.</summary>
    /// <param name="userId">Whose.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    Task<IReadOnlyList<PlaceRun>> RunsAsync(string userId, CancellationToken cancellationToken);

    /// <summary>Gives back all that a run has, which has ended without doing so.</summary>
    /// <param name="run">Which.</param>
    /// <param name="cancellationToken">Stops it.</param>
    Task ClearAsync(PlaceRun run, CancellationToken cancellationToken);
}

/// <summary>An attempt asks for a place.</summary>
/// <param name="Run">The run that asks.</param>
/// <param name="Place">The attempt.</param>
/// <param name="Limit">How many places there are, from 1.</param>
public sealed record PlaceOrder(PlaceRun Run, JobPlace Place, int Limit);

/// <summary>A run of a pipeline.</summary>
/// <param name="Pipeline">Which pipeline.</param>
/// <param name="RunId">Which run: what Temporal calls it.</param>
public sealed record PlaceRun(SessionKey Pipeline, string RunId);

/// <summary>How it stands with a place.</summary>
/// <param name="IsTaken">Whether the attempt has it.</param>
/// <param name="Taken">How many places the user's jobs have.</param>
/// <param name="Ahead">How many wait before it.</param>
public sealed record PlaceTurn(bool IsTaken, int Taken, int Ahead);
