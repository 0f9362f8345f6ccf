using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Storage.Records.Generations;

/// <summary>The table <c>generations</c>.</summary>
public interface IGenerations
{
    /// <summary>Reads the row of a session.</summary>
    /// <param name="session">Which session.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The row, or null when there is none.</returns>
    Task<Generation?> FindAsync(SessionKey session, CancellationToken cancellationToken);

    /// <summary>What sessions were charged so far, in US dollars; one without a row is not there.</summary>
    /// <param name="sessions">Which sessions.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    Task<IReadOnlyDictionary<SessionKey, decimal>> CostsAsync(
        IReadOnlyCollection<SessionKey> sessions, CancellationToken cancellationToken);

    /// <summary>Makes the row of a session that begins; one that is there begins anew.</summary>
    /// <param name="session">Which session.</param>
    /// <param name="spec">What was ordered, JSON.</param>
    /// <param name="config">The configuration that it is made by, JSON.</param>
    /// <param name="brandAssets">What was brought of a brand, JSON.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    Task BeginAsync(SessionKey session, string spec, string config, string brandAssets, CancellationToken cancellationToken);

    /// <summary>Changes the row of a session; without a row it does nothing.</summary>
    /// <param name="session">Which session.</param>
    /// <param name="change">Changes the row that it is given.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    Task ChangeAsync(SessionKey session, Action<Generation> change, CancellationToken cancellationToken);
}
