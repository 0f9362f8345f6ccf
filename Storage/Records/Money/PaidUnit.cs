namespace TemporalVideo.Storage.Records.Money;

/// <summary>How far a paid unit has come. In the table: the member's name.</summary>
public enum PaidUnitState
{
    /// <summary>Nothing is under way and nothing was brought: it may be asked for.</summary>
    Open,

    /// <summary>Money is set aside and the call may have been made.</summary>
    Intent,

    /// <summary>The provider was paid and the product is kept.</summary>
    Charged,

    /// <summary>The call may have been paid, and its answer is lost: only a person's word, or the provider's, opens it again.</summary>
    Unclear,
}

/// <summary>A row of the table <c>paid_unit</c>: one thing that a user asks of a provider, whichever of his sessions wants it.</summary>
internal sealed class PaidUnit
{
    public required string UserId { get; init; }

    /// <summary>What it is made of and who makes it.</summary>
    public required string Fingerprint { get; init; }

    public required PaidUnitState State { get; set; }

    /// <summary>How often it was opened; part of the idempotency key.</summary>
    public int Round { get; set; }

    /// <summary>The claim that holds it; a claim that is repeated after a lost answer knows itself by it.</summary>
    public string Token { get; set; } = "";

    /// <summary>The session that claimed it last.</summary>
    public string SessionId { get; set; } = "";

    /// <summary>The step that claimed it last.</summary>
    public string Step { get; set; } = "";

    public string Agent { get; set; } = "";

    public string Provider { get; set; } = "";

    public string Model { get; set; } = "";

    /// <summary>What is set aside for it, in millionths of a US dollar; 0 unless it is <c>Intent</c> or <c>Unclear</c>.</summary>
    public long Reserved { get; set; }

    /// <summary>The user's account that it is set aside in.</summary>
    public string UserAccount { get; set; } = "";

    /// <summary>The account of several sessions that it is set aside in, too; null for none.</summary>
    public string? GroupAccount { get; set; }

    /// <summary>Key of the product in the object store.</summary>
    public string? ProductKey { get; set; }

    /// <summary>Until when whoever claimed it is believed to be at work, UTC.</summary>
    public DateTime HeldUntil { get; set; }

    public DateTime ChangedAt { get; set; }

    /// <summary>Lets it be asked for again, under another name.</summary>
    public void Reopen() => (State, Round, ProductKey) = (PaidUnitState.Open, Round + 1, null);
}

/// <summary>A row of the table <c>money_account</c>: what a session, or a user on a day, spent and set aside, in micro-dollars.</summary>
internal sealed class MoneyAccount
{
    public required string Name { get; init; }

    /// <summary>The session's limit; null for none, and for users, whose limit is the configuration's.</summary>
    public long? Limit { get; set; }

    /// <summary>Another account that has what this one spends, too: a session's, that of the pipeline it is part of.</summary>
    public string? PartOf { get; set; }

    public long Reserved { get; set; }

    public long Spent { get; set; }

    public static string OfSession(string user, string session) => $"session:{user}:{session}";

    public static string OfUser(string user, DateTime day) => FormattableString.Invariant($"user:{user}:{day:yyyy-MM-dd}");
}
