using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Temporalio.Exceptions;
using Temporalio.Testing;
using TemporalVideo.Activities.Money;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Storage.Records;
using TemporalVideo.Storage.Records.Money;
using TemporalVideo.Studio.Providers;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Tests.Money;

/// <summary>Paid calls by the book, with a provider that counts what it is paid.</summary>
public sealed class BookedCallsTests : IAsyncLifetime
{
    private static readonly SessionKey Anna = new("anna", "s1");
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("booked-test-");
    private readonly ConcurrentDictionary<string, int> _charges = new();
    private ServiceProvider _services = null!;

    private IMoneyBook Book => _services.GetRequiredService<IMoneyBook>();

    public async Task InitializeAsync()
    {
        var services = new ServiceCollection().AddLogging().AddFolderObjectStore().AddVideoDatabase().AddVideoActivities();
        services.Configure<FolderObjectStoreOptions>(options => options.Folder = Path.Combine(_folder.FullName, "store"));
        services.Configure<VideoDatabaseOptions>(options => options.File = Path.Combine(_folder.FullName, "videos.db"));
        _services = services.BuildServiceProvider();
        foreach (var service in _services.GetServices<IHostedService>())
        {
            await service.StartAsync(default);
        }
    }

    public async Task DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task MakeAsync_SameProductInAnotherSession_IsNotPaidAgain()
    {
        var first = await MakeAsync(Anna, "image", ChargedAsync);
        var second = await MakeAsync(new SessionKey("anna", "s2"), "image", ChargedAsync);

        second.Should().Be(first);
        _charges["image"].Should().Be(1);
        (await Book.LedgerAsync(new LedgerFilter(), default)).Should().ContainSingle().Which.Amount.Should().Be(20_000);
    }

    [Fact]
    public async Task DiscardAsync_ProductOfNoUse_IsMadeAnewWhenItIsAskedForAgain()
    {
        await MakeAsync(Anna, "image", ChargedAsync);
        PayingStep.Current = new PayingStep(Anna, AgentName.Agent6, "DrawStill image", TimeSpan.FromMinutes(1));
        await Calls(Book).DiscardAsync(CallOf("image"), default);

        await MakeAsync(Anna, "image", ChargedAsync);

        _charges["image"].Should().Be(2);
        (await Book.LedgerAsync(new LedgerFilter(), default)).Sum(row => row.Amount).Should().Be(40_000);
    }

    [Fact]
    public async Task MakeAsync_AnswerLost_IsNotAskedAgainWithoutAWord()
    {
        (await FailureAsync("image", CutAsync)).ErrorType.Should().Be(FailureTypes.PaymentUnclear);
        (await FailureAsync("image", ChargedAsync)).Message.Should().Contain("starter settle s1 --user anna");
        _charges["image"].Should().Be(1);

        await Book.ReopenAsync(Anna, paid: true, default);
        await MakeAsync(Anna, "image", ChargedAsync);

        _charges["image"].Should().Be(2);
        (await Book.LedgerAsync(new LedgerFilter(), default)).Sum(row => row.Amount).Should().Be(40_000);
    }

    [Fact]
    public async Task MakeAsync_CrashBetweenProductAndBook_IsSettledFromTheProduct()
    {
        await MakeAsync(Anna, "image", ChargedAsync, new CrashingBook(Book));

        var product = await MakeAsync(Anna, "image", ChargedAsync);

        product.Should().Be("product of image");
        _charges["image"].Should().Be(1);
        (await Book.LedgerAsync(new LedgerFilter(), default)).Should().ContainSingle().Which.RequestId.Should().Be("req-image");
    }

    [Fact]
    public async Task MakeAsync_ProviderDown_GivesTheMoneyBack()
    {
        await Book.LimitAsync(Anna, 20_000, default);
        await FluentActions.Awaiting(() => MakeAsync(Anna, "image", _ => throw Failure(ProviderFailure.Down)))
            .Should().ThrowAsync<ProviderException>();

        await MakeAsync(Anna, "image", ChargedAsync);

        (await Book.BalanceAsync(Anna, default)).Should().Be(new Balance("session:anna:s1", 20_000, 0, 20_000));
        (await FailureAsync("another", ChargedAsync)).ErrorType.Should().Be(FailureTypes.CostLimit);
        _charges.Should().NotContainKey("another");
    }

    [Fact]
    public async Task MakeAsync_PatienceOver_IsGivenUpAndAWordCountsAtOnce()
    {
        var make = () => MakeAsync(Anna, "image", EndlessAsync, TimeSpan.FromMilliseconds(1), Book);

        (await make.Should().ThrowAsync<ApplicationFailureException>()).Which.ErrorType.Should().Be(FailureTypes.PaymentUnclear);
        (await Book.ReopenAsync(Anna, paid: false, default)).Should().Be(new Reopening(1));

        async Task<PaidAnswer<string>> EndlessAsync(string key, CancellationToken stop)
        {
            await Task.Delay(Timeout.Infinite, stop);
            throw new InvalidOperationException("It ended.");
        }
    }

    [Fact]
    public async Task MakeAsync_CrashBeforeItsPatienceEnds_SaysWhenToLook()
    {
        var slow = new TaskCompletionSource<PaidAnswer<string>>();
        var first = MakeAsync(Anna, "image", _ => slow.Task);

        (await FailureAsync("image", ChargedAsync)).Message.Should().MatchRegex("in its account after [0-9:]{8} UTC");
        slow.SetResult(await ChargedAsync("image"));

        (await first).Should().Be(await MakeAsync(Anna, "image", ChargedAsync));
        _charges["image"].Should().Be(1);
    }

    [Fact]
    public async Task SettleCallsAsync_WordOnOneCall_IsAboutThatCallAndRefusedWhileItMayBeUnderWay()
    {
        await FailureAsync("image", CutAsync);
        var lost = await Book.LostAsync(Anna, default);
        await FailureAsync("voice", CutAsync);
        var slow = new TaskCompletionSource<PaidAnswer<string>>();
        var running = MakeAsync(Anna, "music", _ => slow.Task);
        await FailureAsync("music", ChargedAsync);

        await SettleAsync(lost.Single().Name);
        (await Book.LostAsync(Anna, default)).Select(call => call.Step).Should().BeEquivalentTo("DrawStill voice", "DrawStill music");
        var refused = await FluentActions.Awaiting(() => SettleAsync(null)).Should().ThrowAsync<ApplicationFailureException>();

        refused.Which.Message.Should().Contain("may still be under way until");
        (await Book.LostAsync(Anna, default)).Select(call => call.Step).Should().BeEquivalentTo("DrawStill voice", "DrawStill music");
        slow.SetResult(await ChargedAsync("music"));
        await running;
    }

    private Task SettleAsync(string? call) => new ActivityEnvironment().RunAsync(() => new SettleCalls(Book).SettleCallsAsync(new SettleTask
    {
        Session = Anna,
        Paid = false,
        Steps = [new PaidStep(AgentName.Agent6, "music", call)],
    }));

    /// <summary>Twenty sessions with five pictures each under faults of all kinds; the seed makes a failure repeatable.</summary>
    [Fact]
    public async Task MakeAsync_UnderFire_LedgerIsWhatTheProviderWasPaid()
    {
        var sessions = Enumerable.Range(0, 20).Select(number => new SessionKey($"user{number % 4}", $"s{number}")).ToList();
        foreach (var session in sessions)
        {
            await Book.LimitAsync(session, 200_000, default);
        }

        await Task.WhenAll(sessions.Select((session, number) => Task.Run(() => SufferAsync(session, new Random(number)))));

        var ledger = await Book.LedgerAsync(new LedgerFilter(), default);
        ledger.Sum(row => row.Amount).Should().Be(_charges.Values.Sum() * 20_000L);
        foreach (var session in sessions)
        {
            var balance = (await Book.BalanceAsync(session, default))!;
            balance.Reserved.Should().Be(0);
            balance.Spent.Should().BeLessThanOrEqualTo(200_000).And.Be(
                ledger.Where(row => row.UserId == session.UserId && row.SessionId == session.SessionId).Sum(row => row.Amount));
        }
    }

    /// <summary>Works through a session's pictures as a workflow would, and gives a person's word where it is asked for.</summary>
    private async Task SufferAsync(SessionKey session, Random random)
    {
        for (var picture = 0; picture < 5; picture++)
        {
            var key = $"{session.SessionId}-p{picture}";
            for (var done = false; !done;)
            {
                var chargesBefore = _charges.GetValueOrDefault(key);
                var fault = random.Next(6);
                IMoneyBook book = fault == 5 ? new CrashingBook(Book) : Book;
                try
                {
                    await MakeAsync(session, key, fault switch
                    {
                        0 => _ => throw Failure(ProviderFailure.Busy),
                        1 => _ => throw Failure(ProviderFailure.Down),
                        2 => CutAsync,
                        _ => ChargedAsync,
                    }, book);
                    done = fault != 5;
                }
                catch (ProviderException)
                {
                    _charges.GetValueOrDefault(key).Should().Be(chargesBefore);
                }
                catch (ApplicationFailureException unclear) when (unclear.ErrorType == FailureTypes.PaymentUnclear)
                {
                    (_charges.GetValueOrDefault(key) - chargesBefore).Should().BeInRange(0, 1);
                    await Book.ReopenAsync(session, paid: true, default);
                }
                catch (ApplicationFailureException limit) when (limit.ErrorType == FailureTypes.CostLimit)
                {
                    return;
                }
            }
        }
    }

    private Task<string> MakeAsync(
        SessionKey session, string key, Func<string, Task<PaidAnswer<string>>> submit, IMoneyBook? book = null) =>
        MakeAsync(session, key, (asked, _) => submit(asked), TimeSpan.FromMinutes(5), book ?? Book);

    private async Task<string> MakeAsync(
        SessionKey session, string key, Func<string, CancellationToken, Task<PaidAnswer<string>>> submit, TimeSpan patience,
        IMoneyBook book)
    {
        var calls = Calls(book);
        PayingStep.Current = new PayingStep(session, AgentName.Agent6, $"DrawStill {key}", patience);
        try
        {
            return await calls.MakeAsync(CallOf(key), (_, stop) => submit(key, stop), default);
        }
        catch (CrashException)
        {
            return "";
        }
    }

    /// <summary>Each call is a worker of its own: what one process remembers does not help the next.</summary>
    private BookedCalls Calls(IMoneyBook book) => new(
        book, _services.GetRequiredService<PaidProducts>(),
        _services.GetRequiredService<Microsoft.Extensions.Options.IOptions<PaidCallsOptions>>(), TimeProvider.System);

    private async Task<ApplicationFailureException> FailureAsync(string key, Func<string, Task<PaidAnswer<string>>> submit) =>
        (await FluentActions.Awaiting(() => MakeAsync(Anna, key, submit)).Should().ThrowAsync<ApplicationFailureException>()).Which;

    private Task<PaidAnswer<string>> ChargedAsync(string key)
    {
        _charges.AddOrUpdate(key, 1, (_, count) => count + 1);
        return Task.FromResult(new PaidAnswer<string>($"product of {key}", 1, 0.02m, $"req-{key}"));
    }

    private async Task<PaidAnswer<string>> CutAsync(string key)
    {
        await ChargedAsync(key);
        throw Failure(ProviderFailure.Unclear);
    }

    private static ProviderException Failure(ProviderFailure kind) => new("fake", kind, $"It is {kind}.");

    private static PaidCall CallOf(string key) => new()
    {
        Provider = "fake",
        Model = "m",
        Capability = Capability.Images,
        Units = 1,
        Unit = "image",
        Price = 0.02m,
        Key = key,
    };

    private sealed class CrashException : Exception;

    /// <summary>A worker that is killed when it is about to settle.</summary>
    private sealed class CrashingBook(IMoneyBook book) : IMoneyBook
    {
        public Task JoinAsync(SessionKey session, SessionKey group, CancellationToken cancellationToken) =>
            book.JoinAsync(session, group, cancellationToken);

        public Task LimitAsync(SessionKey session, long? limit, CancellationToken cancellationToken) =>
            book.LimitAsync(session, limit, cancellationToken);

        public Task<Claim> ClaimAsync(UnitOrder order, CancellationToken cancellationToken) => book.ClaimAsync(order, cancellationToken);

        public Task SettleAsync(Claim claim, Bill bill, string? productKey, CancellationToken cancellationToken) =>
            throw new CrashException();

        public Task DiscardAsync(string userId, string fingerprint, CancellationToken cancellationToken) =>
            book.DiscardAsync(userId, fingerprint, cancellationToken);

        public Task ReleaseAsync(Claim claim, CancellationToken cancellationToken) => book.ReleaseAsync(claim, cancellationToken);

        public Task DoubtAsync(Claim claim, CancellationToken cancellationToken) => book.DoubtAsync(claim, cancellationToken);

        public Task<Reopening> ReopenAsync(
            SessionKey session, bool paid, CancellationToken cancellationToken, Func<LostCall, bool>? concerns = null) =>
            book.ReopenAsync(session, paid, cancellationToken, concerns);

        public Task<IReadOnlyList<LostCall>> LostAsync(SessionKey session, CancellationToken cancellationToken) =>
            book.LostAsync(session, cancellationToken);

        public Task<IReadOnlyList<LedgerRow>> LedgerAsync(LedgerFilter filter, CancellationToken cancellationToken) =>
            book.LedgerAsync(filter, cancellationToken);

        public Task<Balance?> BalanceAsync(SessionKey session, CancellationToken cancellationToken) =>
            book.BalanceAsync(session, cancellationToken);
    }
}
