using System.Security.Cryptography;
using System.Text;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Storage.Records.Money;

/// <summary>
/// Reservations, paid units and the ledger. All amounts are millionths of a US dollar. What is done here holds across all workers.
/// </summary>
public interface IMoneyBook
{
    /// <summary>Sets the limit of a session; what is spent already stays spent.</summary>
    /// <param name="session">Which session.</param>
    /// <param name="limit">The most that it may spend; null for no limit.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    Task LimitAsync(SessionKey session, long? limit, CancellationToken cancellationToken);

    /// <summary>Has what a session spends and sets aside from now on counted for another one, too, whose limit holds for both.</summary>
    /// <param name="session">Which session.</param>
    /// <param name="group">The other one, such as the pipeline that the session is part of.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    Task JoinAsync(SessionKey session, SessionKey group, CancellationToken cancellationToken);

    /// <summary>
    /// Sets money aside for a call and writes down that it is going to be made, or says why it must not be made. Both happen, or neither.
    /// </summary>
    /// <param name="order">The call.</param>
    /// <param name="cancellationToken">Stops the claiming.</param>
    Task<Claim> ClaimAsync(UnitOrder order, CancellationToken cancellationToken);

    /// <summary>Writes down what the provider was paid, and where the product is. Doing it again changes nothing.</summary>
    /// <param name="claim">The claim, which was granted.</param>
    /// <param name="bill">What was paid.</param>
    /// <param name="productKey">Key of the product in the object store; null when there is none and it may be asked for again.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    Task SettleAsync(Claim claim, Bill bill, string? productKey, CancellationToken cancellationToken);

    /// <summary>Forgets a product that is of no use: its unit may be asked for, and paid, anew.</summary>
    /// <param name="userId">Whose product it is.</param>
    /// <param name="fingerprint">What it was made from.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    Task DiscardAsync(string userId, string fingerprint, CancellationToken cancellationToken);

    /// <summary>Gives back what was set aside: the provider did nothing and was not paid.</summary>
    /// <param name="claim">The claim, which was granted.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    Task ReleaseAsync(Claim claim, CancellationToken cancellationToken);

    /// <summary>
    /// The provider may have been paid, and the call is over: what is set aside stays so, and the unit is not asked for again without a
    /// word.
    /// </summary>
    /// <param name="claim">The claim, which was granted.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    Task DoubtAsync(Claim claim, CancellationToken cancellationToken);

    /// <summary>
    /// A person's word on unclear units of a session: they may be asked for, and so paid, again. Whoever was taken for crashed may still
    /// make its call until its patience ends; until then no word on it can be true, and it is not taken.
    /// </summary>
    /// <param name="session">Which session.</param>
    /// <param name="paid">
    /// Whether the lost calls are taken for paid: then what was set aside for them is spent, else it is given back.
    /// </param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <param name="concerns">Whether the word is about a call; null: about all.</param>
    Task<Reopening> ReopenAsync(
        SessionKey session, bool paid, CancellationToken cancellationToken, Func<LostCall, bool>? concerns = null);

    /// <summary>The unclear units of a session: calls that may have been paid, and whose answers are lost.</summary>
    /// <param name="session">Which session.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    Task<IReadOnlyList<LostCall>> LostAsync(SessionKey session, CancellationToken cancellationToken);

    /// <summary>The ledger's rows, oldest first.</summary>
    /// <param name="filter">Which rows.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    Task<IReadOnlyList<LedgerRow>> LedgerAsync(LedgerFilter filter, CancellationToken cancellationToken);

    /// <summary>What a session has spent and set aside; null when it has asked for nothing and has no limit.</summary>
    /// <param name="session">Which session.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    Task<Balance?> BalanceAsync(SessionKey session, CancellationToken cancellationToken);
}

/// <summary>What is asked of a provider.</summary>
public sealed record UnitOrder
{
    /// <summary>The session that asks.</summary>
    public required SessionKey Session { get; init; }

    /// <summary>The agent that asks.</summary>
    public required AgentName Agent { get; init; }

    /// <summary>The step that asks; a step that finds its own intent has crashed behind it.</summary>
    public required string Step { get; init; }

    /// <summary>What it is made of and who makes it, at most 100 characters.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>Who is called.</summary>
    public required string Provider { get; init; }

    /// <summary>The model that works.</summary>
    public required string Model { get; init; }

    /// <summary>The most that the call costs.</summary>
    public required long Most { get; init; }

    /// <summary>The most that the user may spend on a day (UTC); null for no limit.</summary>
    public long? UserLimit { get; init; }

    /// <summary>How long the call takes at most, from the claim on: it is given up then, and an intent that is older has crashed.</summary>
    public required TimeSpan Patience { get; init; }
}

/// <summary>What a claim came to.</summary>
public enum ClaimKind
{
    /// <summary>The money is set aside: make the call.</summary>
    Granted,

    /// <summary>It was paid for before: take the product.</summary>
    Found,

    /// <summary>Another step is calling at this moment: look again later.</summary>
    Busy,

    /// <summary>An earlier call may have been paid: ask the provider or a person.</summary>
    Unclear,

    /// <summary>It would exceed a limit.</summary>
    OverLimit,
}

/// <summary>The answer to a claim.</summary>
/// <param name="Kind">What it came to.</param>
/// <param name="Order">What was claimed.</param>
public sealed record Claim(ClaimKind Kind, UnitOrder Order)
{
    /// <summary>
    /// Names this call to the provider: the same for the same unit until it is opened again. Users who ask for the same pay each for
    /// themselves: their calls have names of their own.
    /// </summary>
    public string IdempotencyKey => NameOf(Order.Session.UserId, Order.Fingerprint, Round);

    /// <summary>Which time it is asked for, from 0.</summary>
    public int Round { get; init; }

    /// <summary>When <see cref="ClaimKind.Found"/>: key of the product in the object store.</summary>
    public string? ProductKey { get; init; }

    /// <summary>When <see cref="ClaimKind.Found"/>: whether an earlier attempt of the same step has paid for it.</summary>
    public bool IsOwn { get; init; }

    /// <summary>When <see cref="ClaimKind.Unclear"/>: until when the call may still be under way, UTC.</summary>
    public DateTime HeldUntil { get; init; }

    /// <summary>When <see cref="ClaimKind.OverLimit"/>: the account that is at its limit.</summary>
    public Balance? Balance { get; init; }

    internal string Token { get; init; } = "";

    internal static string NameOf(string user, string fingerprint, int round) =>
        $"{fingerprint}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(user)).AsSpan(0, 4))}-{round}";
}

/// <summary>A call that may have been paid, and whose answer is lost.</summary>
/// <param name="Name">Its name at the provider.</param>
/// <param name="Agent">Whose call it is.</param>
/// <param name="Step">The step that made it.</param>
/// <param name="Provider">Who was called.</param>
/// <param name="Model">The model that was to work.</param>
/// <param name="Most">The most that it has cost, in millionths of a US dollar.</param>
/// <param name="HeldUntil">Until when it may be under way, UTC.</param>
public sealed record LostCall(string Name, string Agent, string Step, string Provider, string Model, long Most, DateTime HeldUntil);

/// <summary>What a person's word came to.</summary>
/// <param name="Calls">How many calls may be made again.</param>
/// <param name="HeldUntil">Until when calls that it concerns may still be under way, UTC; null when it was taken for all.</param>
public sealed record Reopening(int Calls, DateTime? HeldUntil = null);

/// <summary>What a provider was paid for a call.</summary>
/// <param name="Amount">In millionths of a US dollar.</param>
/// <param name="Units">How much was used.</param>
/// <param name="Unit">What is counted.</param>
/// <param name="RequestId">The provider's name for the call; null when it gave none.</param>
public sealed record Bill(long Amount, decimal Units, string Unit, string? RequestId);

/// <summary>An account.</summary>
/// <param name="Account">Whose it is: <c>session:USER:SESSION</c> or <c>user:USER:DAY</c>.</param>
/// <param name="Limit">The most that may be spent; null for no limit.</param>
/// <param name="Reserved">What is set aside.</param>
/// <param name="Spent">What is spent.</param>
public sealed record Balance(string Account, long? Limit, long Reserved, long Spent);

/// <summary>Chooses rows of the ledger; what is null does not matter.</summary>
/// <param name="User">Whose.</param>
/// <param name="Session">Of which session.</param>
/// <param name="Day">Of which day, UTC.</param>
public sealed record LedgerFilter(string? User = null, string? Session = null, DateOnly? Day = null);
