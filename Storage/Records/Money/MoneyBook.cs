using Microsoft.EntityFrameworkCore;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Storage.Records.Money;

/// <summary>
/// Keeps money in the database. Each change is one transaction that locks its rows in one order: the unit, the user's account, the
/// session's account, that of the pipeline which the session is part of. A limit is held by the condition of the statement that sets the
/// money aside, and so by the row's lock.
/// </summary>
internal sealed class MoneyBook(IDbContextFactory<VideoDbContext> database, TimeProvider time) : IMoneyBook
{
    public Task LimitAsync(SessionKey session, long? limit, CancellationToken cancellationToken) =>
        InTransactionAsync(async context =>
        {
            var name = MoneyAccount.OfSession(session.UserId, session.SessionId);
            await EnsureAccountAsync(context, name, cancellationToken);
            return await context.Accounts.Where(row => row.Name == name)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Limit, limit), cancellationToken);
        }, cancellationToken);

    public Task JoinAsync(SessionKey session, SessionKey group, CancellationToken cancellationToken) =>
        InTransactionAsync(async context =>
        {
            var (name, whole) = (
                MoneyAccount.OfSession(session.UserId, session.SessionId), MoneyAccount.OfSession(group.UserId, group.SessionId));
            await EnsureAccountAsync(context, name, cancellationToken);
            return await context.Accounts.Where(row => row.Name == name)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.PartOf, whole), cancellationToken);
        }, cancellationToken);

    public Task<Claim> ClaimAsync(UnitOrder order, CancellationToken cancellationToken)
    {
        // Made once: a transaction that is repeated after a lost answer knows its own claim.
        var token = Guid.NewGuid().ToString("N");
        return InTransactionAsync(
            context => new UnitClaim(context, order, token, StoredTime.Now(time)).MakeAsync(cancellationToken), cancellationToken);
    }

    public Task SettleAsync(Claim claim, Bill bill, string? productKey, CancellationToken cancellationToken) =>
        InTransactionAsync(async context =>
        {
            if (await HeldAsync(context, claim, cancellationToken) is { } unit)
            {
                await PayAsync(context, unit, bill, cancellationToken);
                if (productKey is null)
                {
                    unit.Reopen();
                }
                else
                {
                    (unit.State, unit.ProductKey) = (PaidUnitState.Charged, productKey);
                }

                await context.SaveChangesAsync(cancellationToken);
            }

            return true;
        }, cancellationToken);

    public Task DiscardAsync(string userId, string fingerprint, CancellationToken cancellationToken) =>
        InTransactionAsync(async context =>
        {
            if (await LockAsync(context, userId, fingerprint, cancellationToken) is { State: PaidUnitState.Charged } unit)
            {
                unit.Reopen();
                await context.SaveChangesAsync(cancellationToken);
            }

            return true;
        }, cancellationToken);

    public Task ReleaseAsync(Claim claim, CancellationToken cancellationToken) =>
        InTransactionAsync(async context =>
        {
            if (await HeldAsync(context, claim, cancellationToken) is { } unit)
            {
                await MoveAsync(context, unit, 0, cancellationToken);
                unit.Reopen();
                await context.SaveChangesAsync(cancellationToken);
            }

            return true;
        }, cancellationToken);

    public Task DoubtAsync(Claim claim, CancellationToken cancellationToken) =>
        InTransactionAsync(async context =>
        {
            if (await HeldAsync(context, claim, cancellationToken) is { } unit)
            {
                (unit.State, unit.HeldUntil) = (PaidUnitState.Unclear, StoredTime.Now(time));
                await context.SaveChangesAsync(cancellationToken);
            }

            return true;
        }, cancellationToken);

    public Task<Reopening> ReopenAsync(
        SessionKey session, bool paid, CancellationToken cancellationToken, Func<LostCall, bool>? concerns = null) =>
        InTransactionAsync(async context =>
        {
            var unclear = await Unclear(context, session)
                .OrderBy(row => row.Fingerprint).Select(row => row.Fingerprint).ToListAsync(cancellationToken);
            var (reopened, now) = (new Reopening(0), StoredTime.Now(time));
            foreach (var fingerprint in unclear)
            {
                if (await LockAsync(context, session.UserId, fingerprint, cancellationToken) is not { State: PaidUnitState.Unclear } unit
                    || concerns?.Invoke(OfUnit(unit)) == false)
                {
                    continue;
                }

                if (unit.HeldUntil > now)
                {
                    reopened = reopened with { HeldUntil = Later(reopened.HeldUntil, unit.HeldUntil) };
                    continue;
                }

                await (paid
                    ? PayAsync(context, unit, new Bill(unit.Reserved, 1, "lost call", null), cancellationToken)
                    : MoveAsync(context, unit, 0, cancellationToken));
                unit.Reopen();
                reopened = reopened with { Calls = reopened.Calls + 1 };
            }

            await context.SaveChangesAsync(cancellationToken);
            return reopened;
        }, cancellationToken);

    public async Task<IReadOnlyList<LostCall>> LostAsync(SessionKey session, CancellationToken cancellationToken)
    {
        await using var context = await database.CreateDbContextAsync(cancellationToken);
        var unclear = await Unclear(context, session).AsNoTracking()
            .OrderBy(row => row.ChangedAt).ThenBy(row => row.Fingerprint).ToListAsync(cancellationToken);
        return [.. unclear.Select(OfUnit)];
    }

    public async Task<IReadOnlyList<LedgerRow>> LedgerAsync(LedgerFilter filter, CancellationToken cancellationToken)
    {
        await using var context = await database.CreateDbContextAsync(cancellationToken);
        var rows = context.Ledger.AsNoTracking();
        rows = filter.User is { } user ? rows.Where(row => row.UserId == user) : rows;
        rows = filter.Session is { } session ? rows.Where(row => row.SessionId == session) : rows;
        if (filter.Day is { } day)
        {
            var (from, to) = (day.ToDateTime(default, DateTimeKind.Utc), day.AddDays(1).ToDateTime(default, DateTimeKind.Utc));
            rows = rows.Where(row => row.At >= from && row.At < to);
        }

        return await rows.OrderBy(row => row.At).ThenBy(row => row.Fingerprint).ToListAsync(cancellationToken);
    }

    public async Task<Balance?> BalanceAsync(SessionKey session, CancellationToken cancellationToken)
    {
        await using var context = await database.CreateDbContextAsync(cancellationToken);
        var name = MoneyAccount.OfSession(session.UserId, session.SessionId);
        return await context.Accounts.Where(row => row.Name == name)
            .Select(row => new Balance(row.Name, row.Limit, row.Reserved, row.Spent)).SingleOrDefaultAsync(cancellationToken);
    }

    internal static Task<int> EnsureAccountAsync(VideoDbContext context, string name, CancellationToken cancellationToken) =>
        context.Database.ExecuteSqlAsync(
            $"INSERT INTO money_account (name, reserved_micros, spent_micros) VALUES ({name}, 0, 0) ON CONFLICT DO NOTHING",
            cancellationToken);

    /// <summary>The unit, while the claim still holds it: in doubt, too, because an answer that arrives late is one.</summary>
    private static async Task<PaidUnit?> HeldAsync(VideoDbContext context, Claim claim, CancellationToken cancellationToken) =>
        await LockAsync(context, claim.Order.Session.UserId, claim.Order.Fingerprint, cancellationToken) is { } unit
            && unit.Token == claim.Token && unit.State is PaidUnitState.Intent or PaidUnitState.Unclear
            ? unit
            : null;

    private static IQueryable<PaidUnit> Unclear(VideoDbContext context, SessionKey session) => context.Units
        .Where(row => row.UserId == session.UserId && row.SessionId == session.SessionId && row.State == PaidUnitState.Unclear);

    private static LostCall OfUnit(PaidUnit unit) => new(
        Claim.NameOf(unit.UserId, unit.Fingerprint, unit.Round), unit.Agent, unit.Step, unit.Provider, unit.Model, unit.Reserved,
        unit.HeldUntil);

    private static DateTime Later(DateTime? one, DateTime other) => one > other ? one.Value : other;

    /// <summary>An update that changes nothing locks the row, in every database.</summary>
    private static async Task<PaidUnit?> LockAsync(
        VideoDbContext context, string user, string fingerprint, CancellationToken cancellationToken)
    {
        var rows = context.Units.Where(row => row.UserId == user && row.Fingerprint == fingerprint);
        await rows.ExecuteUpdateAsync(set => set.SetProperty(row => row.Round, row => row.Round), cancellationToken);
        return await rows.SingleOrDefaultAsync(cancellationToken);
    }

    private async Task PayAsync(VideoDbContext context, PaidUnit unit, Bill bill, CancellationToken cancellationToken)
    {
        context.Ledger.Add(new LedgerRow
        {
            UserId = unit.UserId,
            Fingerprint = unit.Fingerprint,
            Round = unit.Round,
            SessionId = unit.SessionId,
            Agent = unit.Agent,
            Provider = unit.Provider,
            Model = unit.Model,
            RequestId = bill.RequestId,
            Units = bill.Units,
            Unit = bill.Unit,
            UnitPrice = bill.Units == 0 ? 0 : MicroDollars.ToDollars(bill.Amount) / bill.Units,
            Amount = bill.Amount,
            At = StoredTime.Now(time),
        });
        await MoveAsync(context, unit, bill.Amount, cancellationToken);
    }

    /// <summary>Ends a reservation, of which so much was spent.</summary>
    private async Task MoveAsync(VideoDbContext context, PaidUnit unit, long spent, CancellationToken cancellationToken)
    {
        var reserved = unit.Reserved;
        string?[] accounts = [unit.UserAccount, MoneyAccount.OfSession(unit.UserId, unit.SessionId), unit.GroupAccount];
        foreach (var name in accounts.OfType<string>())
        {
            await context.Accounts.Where(row => row.Name == name).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.Reserved, row => row.Reserved - reserved)
                    .SetProperty(row => row.Spent, row => row.Spent + spent),
                cancellationToken);
        }

        (unit.Reserved, unit.ChangedAt) = (0, StoredTime.Now(time));
    }

    private Task<T> InTransactionAsync<T>(Func<VideoDbContext, Task<T>> work, CancellationToken cancellationToken) =>
        database.InTransactionAsync(work, cancellationToken, result => result is not Claim { Kind: ClaimKind.OverLimit });
}
