using Microsoft.EntityFrameworkCore;

namespace TemporalVideo.Storage.Records.Money;

/// <summary>One claim on a paid unit, inside of its transaction.</summary>
internal sealed class UnitClaim(VideoDbContext context, UnitOrder order, string token, DateTime now)
{
    private readonly string _user = order.Session.UserId;
    private readonly string _userAccount = MoneyAccount.OfUser(order.Session.UserId, now);
    private readonly string _sessionAccount = MoneyAccount.OfSession(order.Session.UserId, order.Session.SessionId);

    private IQueryable<PaidUnit> Row => context.Units.Where(row => row.UserId == _user && row.Fingerprint == order.Fingerprint);

    public async Task<Claim> MakeAsync(CancellationToken cancellationToken)
    {
        await EnsureUnitAsync(cancellationToken);
        var taken = await Row.Where(row => row.State == PaidUnitState.Open).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, PaidUnitState.Intent)
                .SetProperty(row => row.Token, token)
                .SetProperty(row => row.SessionId, order.Session.SessionId)
                .SetProperty(row => row.Step, order.Step)
                .SetProperty(row => row.Agent, order.Agent.ToString())
                .SetProperty(row => row.Provider, order.Provider)
                .SetProperty(row => row.Model, order.Model)
                .SetProperty(row => row.Reserved, order.Most)
                .SetProperty(row => row.UserAccount, _userAccount)
                .SetProperty(row => row.GroupAccount, (string?)null)
                .SetProperty(row => row.HeldUntil, now + order.Patience)
                .SetProperty(row => row.ChangedAt, now),
            cancellationToken);
        var unit = await Row.AsNoTracking().SingleAsync(cancellationToken);
        return taken == 0 ? await OfAnotherAsync(unit, cancellationToken)
            : await OverLimitAsync(cancellationToken) is { } balance ? new Claim(ClaimKind.OverLimit, order) { Balance = balance }
            : new Claim(ClaimKind.Granted, order) { Round = unit.Round, Token = token };
    }

    private Task<int> EnsureUnitAsync(CancellationToken cancellationToken) => context.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO paid_unit (user_id, fingerprint, state, round, token, session_id, step, agent, provider, model, reserved_micros,
            user_account, held_until, changed_at)
        VALUES ({_user}, {order.Fingerprint}, 'Open', 0, '', '', '', '', '', '', 0, '', {now}, {now}) ON CONFLICT DO NOTHING
        """,
        cancellationToken);

    private async Task<Claim> OfAnotherAsync(PaidUnit unit, CancellationToken cancellationToken)
    {
        if (unit.State == PaidUnitState.Charged)
        {
            return new Claim(ClaimKind.Found, order) { Round = unit.Round, ProductKey = unit.ProductKey, IsOwn = IsOwn(unit) };
        }

        if (unit.State == PaidUnitState.Intent && unit.Token == token)
        {
            return new Claim(ClaimKind.Granted, order) { Round = unit.Round, Token = token };
        }

        if (unit.State == PaidUnitState.Intent && !IsCrashed(unit))
        {
            return new Claim(ClaimKind.Busy, order);
        }

        await Row.Where(row => row.State == PaidUnitState.Intent).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, PaidUnitState.Unclear).SetProperty(row => row.ChangedAt, now), cancellationToken);

        // With the token of the claim that is in doubt: who finds out what became of it can settle it.
        return new Claim(ClaimKind.Unclear, order) { Round = unit.Round, Token = unit.Token, HeldUntil = unit.HeldUntil };
    }

    /// <summary>A step does not ask twice at the same time: it finds its own intent when it crashed behind it.</summary>
    private bool IsCrashed(PaidUnit unit) =>
        unit.HeldUntil < now || IsOwn(unit);

    private bool IsOwn(PaidUnit unit) => unit.SessionId == order.Session.SessionId && unit.Step == order.Step;

    /// <summary>Sets the money aside in all accounts; the account that has not so much left, when there is one.</summary>
    private async Task<Balance?> OverLimitAsync(CancellationToken cancellationToken)
    {
        if (await OverLimitAsync(_userAccount, order.UserLimit, cancellationToken) is { } user)
        {
            return user;
        }

        if (await OverLimitAsync(_sessionAccount, null, cancellationToken) is { } session)
        {
            return session;
        }

        // Read when the session's account is locked; the unit knows where its money was set aside.
        var group = await context.Accounts.Where(row => row.Name == _sessionAccount)
            .Select(row => row.PartOf).SingleAsync(cancellationToken);
        if (group is null)
        {
            return null;
        }

        await Row.ExecuteUpdateAsync(set => set.SetProperty(row => row.GroupAccount, group), cancellationToken);
        return await OverLimitAsync(group, null, cancellationToken);
    }

    private async Task<Balance?> OverLimitAsync(string name, long? limit, CancellationToken cancellationToken)
    {
        await MoneyBook.EnsureAccountAsync(context, name, cancellationToken);
        var account = context.Accounts.Where(row => row.Name == name);
        var set = await account
            .Where(row => row.Spent + row.Reserved + order.Most <= (limit ?? row.Limit ?? long.MaxValue))
            .ExecuteUpdateAsync(to => to.SetProperty(row => row.Reserved, row => row.Reserved + order.Most), cancellationToken);
        return set > 0 ? null
            : await account.Select(row => new Balance(row.Name, limit ?? row.Limit, row.Reserved, row.Spent))
                .SingleAsync(cancellationToken);
    }
}
