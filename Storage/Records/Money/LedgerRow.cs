namespace TemporalVideo.Storage.Records.Money;

/// <summary>A row of the table <c>ledger</c>: one call that a provider was paid for. Rows are never changed.</summary>
public sealed class LedgerRow
{
    /// <summary>Whose money it was.</summary>
    public required string UserId { get; init; }

    /// <summary>What was asked for.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>Which time it was asked for, from 0.</summary>
    public required int Round { get; init; }

    /// <summary>The session that asked.</summary>
    public required string SessionId { get; init; }

    /// <summary>The agent that asked.</summary>
    public required string Agent { get; init; }

    /// <summary>Who was paid.</summary>
    public required string Provider { get; init; }

    /// <summary>The model that worked.</summary>
    public required string Model { get; init; }

    /// <summary>The provider's name for the call; null when it gave none.</summary>
    public string? RequestId { get; init; }

    /// <summary>How much was used, in <see cref="Unit"/>.</summary>
    public required decimal Units { get; init; }

    /// <summary>What is counted, such as <c>image</c>.</summary>
    public required string Unit { get; init; }

    /// <summary>Price of one unit, in US dollars.</summary>
    public required decimal UnitPrice { get; init; }

    /// <summary>What was paid, in millionths of a US dollar.</summary>
    public required long Amount { get; init; }

    /// <summary>When it was written down, UTC.</summary>
    public required DateTime At { get; init; }
}
