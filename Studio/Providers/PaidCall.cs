namespace TemporalVideo.Studio.Providers;

/// <summary>A call of a service that costs money, before it is made.</summary>
public sealed record PaidCall
{
    /// <summary>Who is called: the name of the service in <c>config/providers.yaml</c>.</summary>
    public required string Provider { get; init; }

    /// <summary>The model that works.</summary>
    public required string Model { get; init; }

    /// <summary>What it does.</summary>
    public required Capability Capability { get; init; }

    /// <summary>How much is asked for, in <see cref="Unit"/>; for a price by tokens an upper limit.</summary>
    public required decimal Units { get; init; }

    /// <summary>What is counted, such as <c>image</c>, <c>second</c> or <c>character</c>.</summary>
    public required string Unit { get; init; }

    /// <summary>The most that it costs, in US dollars.</summary>
    public required decimal Price { get; init; }

    /// <summary>
    /// What is asked for, by content: the same request has the same key, which the service is told. 1 to 100 ASCII letters, digits and
    /// dashes.
    /// </summary>
    public required string Key { get; init; }

    /// <summary>
    /// Whether the service knows the call again and does it, and is paid, once however often it is made: then it may be made again after a
    /// lost answer. Default no.
    /// </summary>
    public bool IsKnownAgain { get; init; }
}

/// <summary>What a paid call brought.</summary>
/// <param name="Value">The product.</param>
/// <param name="Units">How much was used, in the call's unit.</param>
/// <param name="Price">What it cost, in US dollars.</param>
/// <param name="RequestId">The name that the service gave the call; null when it gave none.</param>
public sealed record PaidAnswer<T>(T Value, decimal Units, decimal Price, string? RequestId);

/// <summary>
/// The one door through which paid calls go: reservations and ledgers stand here. A call that is submitted is submitted once; whoever wants
/// it again asks again.
/// </summary>
public interface IPaidCalls
{
    /// <summary>Makes a call.</summary>
    /// <param name="call">What is called, and what it costs at most.</param>
    /// <param name="submit">Calls the service: told the name of this one call, by which a person finds it in the service's account.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    /// <exception cref="ProviderException">The service did not do it; the kind says whether it may have been paid.</exception>
    Task<T> MakeAsync<T>(PaidCall call, Func<string, CancellationToken, Task<PaidAnswer<T>>> submit, CancellationToken cancellationToken);

    /// <summary>
    /// Takes a product that turned out to be of no use from those that are found again: whoever asks for it next has it made, and pays for
    /// it, anew. What it has cost stays in the ledger.
    /// </summary>
    /// <param name="call">The call that brought it.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    Task DiscardAsync(PaidCall call, CancellationToken cancellationToken);
}
