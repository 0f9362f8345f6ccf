using TemporalVideo.Storage.Records.Money;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Storage.Tests.Records;

/// <summary>What reservations, paid units and the ledger promise, in every database.</summary>
public abstract class MoneyBookContract : IAsyncLifetime
{
    private static readonly SessionKey Anna = new("anna", "s1");
    private static readonly Bill TwoCents = new(20_000, 1, "image", "req-1");
    private RecordsBench? _bench;

    private IMoneyBook Money => _bench!.Money;

    public async Task InitializeAsync()
    {
        if (await OpenAsync() is { } bench)
        {
            _bench = bench;
            await bench.MigrateAsync();
        }
    }

    public virtual async Task DisposeAsync()
    {
        if (_bench is not null)
        {
            await _bench.DisposeAsync();
        }
    }

    /// <summary>An empty database; null when there is none to be had.</summary>
    private protected abstract Task<RecordsBench?> OpenAsync();

    /// <summary>Skips the test where the database is missing.</summary>
    private protected abstract void Require();

    [SkippableFact]
    public async Task ClaimAsync_ManyWorkersAtOnce_NeverExceedTheSessionsLimit()
    {
        Require();
        await Money.LimitAsync(Anna, 100_000, default);
        await using var other = _bench!.Another();

        var claims = await Task.WhenAll(Enumerable.Range(0, 24).Select(number => Task.Run(() =>
            (number % 2 == 0 ? Money : other.Money).ClaimAsync(Order($"image-{number}"), default))));

        claims.Count(claim => claim.Kind == ClaimKind.Granted).Should().Be(5, "five times two cents are ten");
        claims.Where(claim => claim.Kind != ClaimKind.Granted).Should().OnlyContain(claim => claim.Kind == ClaimKind.OverLimit);
        (await Money.BalanceAsync(Anna, default)).Should().Be(new Balance("session:anna:s1", 100_000, 100_000, 0));
    }

    [SkippableFact]
    public async Task ClaimAsync_ManySessionsAtOnce_NeverExceedTheUsersLimit()
    {
        Require();

        var claims = await Task.WhenAll(Enumerable.Range(0, 16).Select(number => Task.Run(() => Money.ClaimAsync(
            Order($"image-{number}") with { Session = new SessionKey("anna", $"s{number}"), UserLimit = 70_000 }, default))));

        claims.Count(claim => claim.Kind == ClaimKind.Granted).Should().Be(3);
        claims.First(claim => claim.Kind == ClaimKind.OverLimit).Balance!.Account.Should().StartWith("user:anna:");
        (await Money.ClaimAsync(Order("image-1") with { Session = new SessionKey("bert", "s1"), UserLimit = 70_000 }, default)).Kind
            .Should().Be(ClaimKind.Granted, "another user has a limit of his own");
    }

    /// <summary>Three videos and an agent of one pipeline, each within its own limit, from two workers.</summary>
    [SkippableFact]
    public async Task ClaimAsync_SessionsOfAPipeline_ShareItsLimit()
    {
        Require();
        var pipeline = new SessionKey("anna", "p1");
        await Money.LimitAsync(pipeline, 100_000, default);
        var sessions = Enumerable.Range(1, 3).Select(number => new SessionKey("anna", $"p1-film{number}")).ToList();
        foreach (var session in sessions)
        {
            await Money.JoinAsync(session, pipeline, default);
            await Money.LimitAsync(session, 100_000, default);
        }

        await using var other = _bench!.Another();
        var claims = await Task.WhenAll(Enumerable.Range(0, 24).Select(number => Task.Run(() =>
            (number % 2 == 0 ? Money : other.Money).ClaimAsync(
                Order($"image-{number}") with { Session = number % 4 == 3 ? pipeline : sessions[number % 4] }, default))));

        var granted = claims.Where(claim => claim.Kind == ClaimKind.Granted).ToList();
        granted.Should().HaveCount(5, "five times two cents are ten, whoever spends them");
        claims.Where(claim => claim.Kind != ClaimKind.Granted).Should().OnlyContain(
            claim => claim.Kind == ClaimKind.OverLimit && claim.Balance!.Account == "session:anna:p1");
        await Money.SettleAsync(granted[0], TwoCents with { Amount = 5_000 }, "key", default);
        await Money.ReleaseAsync(granted[1], default);
        await Money.DoubtAsync(granted[2], default);

        (await Money.BalanceAsync(pipeline, default)).Should().Be(new Balance("session:anna:p1", 100_000, 60_000, 5_000));
        (await Money.ClaimAsync(Order("more") with { Session = sessions[0] }, default)).Kind.Should().Be(ClaimKind.Granted);
        (await Money.ClaimAsync(Order("too much") with { Session = sessions[1] }, default)).Kind.Should().Be(ClaimKind.OverLimit);
    }

    /// <summary>Money that was set aside before a session was part of a pipeline is not taken from that.</summary>
    [SkippableFact]
    public async Task JoinAsync_WhileACallIsUnderWay_CountsWhatComesAfterIt()
    {
        Require();
        var pipeline = new SessionKey("anna", "p1");
        var before = await Money.ClaimAsync(Order("before"), default);
        await Money.JoinAsync(Anna, pipeline, default);
        await Money.ClaimAsync(Order("after"), default);

        await Money.SettleAsync(before, TwoCents, "key", default);

        (await Money.BalanceAsync(pipeline, default)).Should().Be(new Balance("session:anna:p1", null, 20_000, 0));
        (await Money.BalanceAsync(Anna, default)).Should().Be(new Balance("session:anna:s1", null, 20_000, 20_000));
    }

    [SkippableFact]
    public async Task ClaimAsync_SameUnitByManySteps_IsGrantedToOne()
    {
        Require();

        var claims = await Task.WhenAll(Enumerable.Range(0, 12).Select(number =>
            Task.Run(() => Money.ClaimAsync(Order("image") with { Step = $"step-{number}" }, default))));

        claims.Count(claim => claim.Kind == ClaimKind.Granted).Should().Be(1);
        claims.Count(claim => claim.Kind == ClaimKind.Busy).Should().Be(11);
    }

    [SkippableFact]
    public async Task SettleAsync_Twice_IsBookedOnceAndFoundByAnotherSession()
    {
        Require();
        var claim = await Money.ClaimAsync(Order("image"), default);

        await Money.SettleAsync(claim, TwoCents with { Amount = 15_000 }, "key/of/product", default);
        await Money.SettleAsync(claim, TwoCents with { Amount = 15_000 }, "key/of/product", default);

        (await Money.LedgerAsync(new LedgerFilter("anna"), default)).Should().ContainSingle().Which.Should().BeEquivalentTo(new
        {
            UserId = "anna",
            SessionId = "s1",
            Agent = "Agent6",
            Provider = "fake",
            Model = "m",
            RequestId = "req-1",
            Units = 1m,
            Unit = "image",
            UnitPrice = 0.015m,
            Amount = 15_000L,
        });
        (await Money.BalanceAsync(Anna, default)).Should().Be(new Balance("session:anna:s1", null, 0, 15_000));
        var found = await Money.ClaimAsync(Order("image") with { Session = new SessionKey("anna", "s2") }, default);
        found.Should().BeEquivalentTo(new { Kind = ClaimKind.Found, ProductKey = "key/of/product" });
        (await Money.ClaimAsync(Order("image") with { Session = new SessionKey("bert", "s1") }, default)).Kind
            .Should().Be(ClaimKind.Granted, "products are their user's");
    }

    [SkippableFact]
    public async Task ReleaseAsync_Claim_GivesBackAndAsksAgainUnderAnotherKey()
    {
        Require();
        await Money.LimitAsync(Anna, 20_000, default);
        var first = await Money.ClaimAsync(Order("image"), default);

        await Money.ReleaseAsync(first, default);
        var second = await Money.ClaimAsync(Order("image"), default);

        (await Money.BalanceAsync(Anna, default))!.Reserved.Should().Be(20_000);
        second.Kind.Should().Be(ClaimKind.Granted);
        second.IdempotencyKey.Should().NotBe(first.IdempotencyKey);
        (await Money.LedgerAsync(new LedgerFilter(), default)).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task ClaimAsync_StepThatCrashedBehindItsIntent_IsUnclearUntilAPersonSpeaks()
    {
        Require();
        await Money.ClaimAsync(Order("image") with { Patience = TimeSpan.FromSeconds(-1) }, default);

        (await Money.ClaimAsync(Order("image"), default)).Kind.Should().Be(ClaimKind.Unclear);
        (await Money.ClaimAsync(Order("image"), default)).Kind.Should().Be(ClaimKind.Unclear, "it is never retried blindly");
        (await Money.BalanceAsync(Anna, default))!.Reserved.Should().Be(20_000, "it may have been paid");
        (await Money.ReopenAsync(Anna, paid: true, default)).Should().Be(new Reopening(1));

        (await Money.ClaimAsync(Order("image"), default)).Kind.Should().Be(ClaimKind.Granted);
        (await Money.LedgerAsync(new LedgerFilter(), default)).Should().ContainSingle().Which.Amount.Should().Be(20_000);
    }

    [SkippableFact]
    public async Task ReopenAsync_WordOnOneCall_LeavesTheOthersUnclear()
    {
        Require();
        foreach (var product in new[] { "image", "voice" })
        {
            await Money.DoubtAsync(await Money.ClaimAsync(Order(product) with { Step = product }, default), default);
        }

        var lost = await Money.LostAsync(Anna, default);
        lost.Select(call => (call.Agent, call.Step, call.Most)).Should().Equal(("Agent6", "image", 20_000), ("Agent6", "voice", 20_000));
        (await Money.ReopenAsync(Anna, paid: false, default, call => call.Name == lost[1].Name)).Calls.Should().Be(1);

        (await Money.ClaimAsync(Order("voice") with { Step = "voice" }, default)).Kind.Should().Be(ClaimKind.Granted);
        (await Money.ClaimAsync(Order("image") with { Step = "image" }, default)).Kind.Should().Be(ClaimKind.Unclear);
    }

    [SkippableFact]
    public async Task ClaimAsync_IntentOlderThanItsPatience_IsUnclearToAnotherStep()
    {
        Require();
        await Money.ClaimAsync(Order("image") with { Patience = TimeSpan.FromSeconds(-1) }, default);

        (await Money.ClaimAsync(Order("image") with { Step = "another" }, default)).Kind.Should().Be(ClaimKind.Unclear);
        (await Money.ReopenAsync(Anna, paid: false, default)).Should().Be(new Reopening(1));
        (await Money.BalanceAsync(Anna, default)).Should().Be(new Balance("session:anna:s1", null, 0, 0));
    }

    [SkippableFact]
    public async Task ReopenAsync_CallThatMayBeUnderWay_IsHeldUntilItsPatienceEndsOrItsMakerGivesUp()
    {
        Require();
        var maker = await Money.ClaimAsync(Order("image"), default);
        var unclear = await Money.ClaimAsync(Order("image"), default);

        unclear.HeldUntil.Should().BeAfter(DateTime.UtcNow);
        (await Money.ReopenAsync(Anna, paid: false, default)).Should().Be(new Reopening(0, unclear.HeldUntil));
        (await Money.BalanceAsync(Anna, default))!.Reserved.Should().Be(20_000, "it may be paid yet");
        await Money.DoubtAsync(maker, default);
        (await Money.ReopenAsync(Anna, paid: false, default)).Should().Be(new Reopening(1));
    }

    [SkippableFact]
    public async Task DiscardAsync_ProductOfNoUse_IsMadeAndPaidAnewUnderAnotherName()
    {
        Require();
        var first = await Money.ClaimAsync(Order("image"), default);
        await Money.SettleAsync(first, TwoCents, "key/1", default);

        await Money.DiscardAsync("anna", "image", default);
        await Money.DiscardAsync("anna", "nothing of that name", default);
        var again = await Money.ClaimAsync(Order("image"), default);
        await Money.SettleAsync(again, TwoCents, "key/2", default);

        again.Kind.Should().Be(ClaimKind.Granted);
        again.IdempotencyKey.Should().NotBe(first.IdempotencyKey);
        (await Money.ClaimAsync(Order("image"), default)).ProductKey.Should().Be("key/2");
        (await Money.BalanceAsync(Anna, default)).Should().Be(new Balance("session:anna:s1", null, 0, 40_000));
        (await Money.LedgerAsync(new LedgerFilter("anna"), default)).Should().HaveCount(2, "what the first has cost stays");
    }

    [SkippableFact]
    public async Task DiscardAsync_CallThatIsUnderWay_StaysIt()
    {
        Require();
        var claim = await Money.ClaimAsync(Order("image"), default);

        await Money.DiscardAsync("anna", "image", default);
        await Money.SettleAsync(claim, TwoCents, "key", default);

        (await Money.ClaimAsync(Order("image"), default)).ProductKey.Should().Be("key");
    }

    [SkippableFact]
    public async Task SettleAsync_AnswerThatArrivesInDoubt_IsBooked()
    {
        Require();
        var slow = await Money.ClaimAsync(Order("image"), default);
        await Money.ClaimAsync(Order("image"), default);

        await Money.SettleAsync(slow, TwoCents, "key", default);

        (await Money.ClaimAsync(Order("image"), default)).Kind.Should().Be(ClaimKind.Found);
        (await Money.BalanceAsync(Anna, default)).Should().Be(new Balance("session:anna:s1", null, 0, 20_000));
    }

    [SkippableFact]
    public async Task LedgerAsync_Filter_ChoosesBySessionAndDay()
    {
        Require();
        await Money.SettleAsync(await Money.ClaimAsync(Order("a"), default), TwoCents, "a", default);
        var other = Order("b") with { Session = new SessionKey("anna", "s2") };
        await Money.SettleAsync(await Money.ClaimAsync(other, default), TwoCents, "b", default);

        var row = (await Money.LedgerAsync(new LedgerFilter("anna", "s2"), default)).Should().ContainSingle().Which;
        var day = DateOnly.FromDateTime(row.At);

        row.Fingerprint.Should().Be("b");
        (await Money.LedgerAsync(new LedgerFilter(Session: "s2", Day: day), default)).Should().HaveCount(1);
        (await Money.LedgerAsync(new LedgerFilter(Session: "s2", Day: day.AddDays(1)), default)).Should().BeEmpty();
    }

    private static UnitOrder Order(string fingerprint) => new()
    {
        Session = Anna,
        Agent = AgentName.Agent6,
        Step = "step",
        Fingerprint = fingerprint,
        Provider = "fake",
        Model = "m",
        Most = 20_000,
        Patience = TimeSpan.FromMinutes(5),
    };
}
