using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Options;
using Temporalio.Exceptions;
using TemporalVideo.Storage.Records.Money;
using TemporalVideo.Studio.Providers;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Money;

/// <summary>
/// Makes paid calls by the book: look the product up, set the money aside, write down the intent, call, keep the product, settle. A call
/// whose answer was lost is never made again without a person's word, unless the service knows it again.
/// </summary>
internal sealed class BookedCalls(IMoneyBook book, PaidProducts products, IOptions<PaidCallsOptions> options, TimeProvider time)
    : IPaidCalls
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    /// <summary>The calls of this process by user and key: one that runs is waited for, not taken for a crash.</summary>
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _running = new();

    public async Task<T> MakeAsync<T>(
        PaidCall call, Func<string, CancellationToken, Task<PaidAnswer<T>>> submit, CancellationToken cancellationToken)
    {
        var step = PayingStep.Current ?? throw new InvalidOperationException("Paid calls are made inside of an activity of a session.");
        var turn = _running.GetOrAdd($"{step.Session.UserId}/{call.Key}", _ => new SemaphoreSlim(1));
        await turn.WaitAsync(cancellationToken);
        try
        {
            var claim = await ClaimAsync(OrderOf(call, step), cancellationToken);
            return claim.Kind switch
            {
                ClaimKind.Granted => await CallAsync(call, claim, step, submit, cancellationToken),
                ClaimKind.Found => await FoundAsync<T>(claim, step, cancellationToken),
                ClaimKind.Unclear when call.IsKnownAgain => await CallAsync(call, claim, step, submit, cancellationToken),
                ClaimKind.Unclear => await LookUpAsync<T>(claim, step, cancellationToken),
                _ => throw OverLimit(call, step, claim.Balance!),
            };
        }
        finally
        {
            turn.Release();
        }
    }

    public Task DiscardAsync(PaidCall call, CancellationToken cancellationToken)
    {
        var step = PayingStep.Current ?? throw new InvalidOperationException("Paid calls are made inside of an activity of a session.");
        return book.DiscardAsync(step.Session.UserId, call.Key, cancellationToken);
    }

    private async Task<Claim> ClaimAsync(UnitOrder order, CancellationToken cancellationToken)
    {
        while (true)
        {
            var claim = await book.ClaimAsync(order, cancellationToken);
            if (claim.Kind != ClaimKind.Busy)
            {
                return claim;
            }

            await Task.Delay(BetweenLooks, time, cancellationToken);
        }
    }

    private async Task<T> CallAsync<T>(
        PaidCall call, Claim claim, PayingStep step, Func<string, CancellationToken, Task<PaidAnswer<T>>> submit,
        CancellationToken cancellationToken)
    {
        // When the patience is over a person may say what became of the call: it must not be made after that.
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(step.Left);
        PaidAnswer<T> answer;
        try
        {
            answer = await submit(claim.IdempotencyKey, patience.Token);
        }
        catch (ProviderException failure) when (failure.Kind is not (ProviderFailure.Unclear or ProviderFailure.Unusable))
        {
            await book.ReleaseAsync(claim, CancellationToken.None);
            throw;
        }
        catch (ProviderException failure) when (failure.Kind == ProviderFailure.Unusable)
        {
            // What was paid is not said: the most that it can have been.
            await book.SettleAsync(claim, new Bill(claim.Order.Most, call.Units, call.Unit, null), null, CancellationToken.None);
            throw;
        }
        catch when (call.IsKnownAgain)
        {
            await book.DoubtAsync(claim, CancellationToken.None);
            throw;
        }
        catch (Exception failure)
        {
            await book.DoubtAsync(claim, CancellationToken.None);
            var isStopped = failure is OperationCanceledException && cancellationToken.IsCancellationRequested;
            throw isStopped ? failure : Unclear(claim, step, failure);
        }

        var bill = new Bill(MicroDollars.OfPrice(answer.Price), answer.Units, call.Unit, answer.RequestId);
        await products.KeepAsync(claim, new PaidProduct<T>(bill, answer.Value));
        await book.SettleAsync(claim, bill, PaidProducts.KeyOf(claim), CancellationToken.None);
        step.Pay(bill.Amount);
        return answer.Value;
    }

    private async Task<T> FoundAsync<T>(Claim claim, PayingStep step, CancellationToken cancellationToken)
    {
        var product = await products.FindAsync<T>(claim.ProductKey!, cancellationToken)
            ?? throw new ApplicationFailureException(
                $"'{claim.ProductKey}' was paid for and is not in the object store. Put it back, or change what is asked for.",
                errorType: FailureTypes.InputMissing, nonRetryable: true);
        step.Pay(claim.IsOwn ? product.Bill.Amount : 0);
        return product.Value;
    }

    /// <summary>A crash behind the answer has left the product, and so what it cost.</summary>
    private async Task<T> LookUpAsync<T>(Claim claim, PayingStep step, CancellationToken cancellationToken)
    {
        if (await products.FindAsync<T>(PaidProducts.KeyOf(claim), cancellationToken) is not { } product)
        {
            throw Unclear(claim, step, null);
        }

        await book.SettleAsync(claim, product.Bill, PaidProducts.KeyOf(claim), CancellationToken.None);
        step.Pay(product.Bill.Amount);
        return product.Value;
    }

    private UnitOrder OrderOf(PaidCall call, PayingStep step) => new()
    {
        Session = step.Session,
        Agent = step.Agent,
        Step = step.Name,
        Fingerprint = call.Key,
        Provider = call.Provider,
        Model = call.Model,
        Most = MicroDollars.OfPrice(call.Price),
        UserLimit = options.Value.UserDayLimit is { } limit ? MicroDollars.OfLimit(limit) : null,
        Patience = step.Left,
    };

    private ApplicationFailureException Unclear(Claim claim, PayingStep step, Exception? cause) => new(
        $"A call of {claim.Order.Provider} ({claim.Order.Model}) for at most {MicroDollars.ToText(claim.Order.Most)} was made, and its "
            + $"answer is lost: it may have been paid. Look for '{claim.IdempotencyKey}' in its account{WhenOver(claim)}. If the session "
            + $"waits, say 'starter decide retry {claim.Order.Session.SessionId} --paid yes' (or no); else 'starter settle "
            + $"{claim.Order.Session.SessionId} --user {claim.Order.Session.UserId} --paid yes' (or no), and start it again.",
        cause, FailureTypes.PaymentUnclear, nonRetryable: true, details: PaidDetail.Of(step.Paid, claim.IdempotencyKey));

    private string WhenOver(Claim claim) => claim.HeldUntil > time.GetUtcNow().UtcDateTime
        ? string.Create(CultureInfo.InvariantCulture, $" after {claim.HeldUntil:HH:mm:ss} UTC, until when it may be under way")
        : "";

    private static ApplicationFailureException OverLimit(PaidCall call, PayingStep step, Balance balance) => new(
        $"{call.Provider} ({call.Model}) was not called for at most {MicroDollars.ToText(MicroDollars.OfPrice(call.Price))}: "
            + $"of {balance.Account}, {MicroDollars.ToText(balance.Spent)} are spent, {MicroDollars.ToText(balance.Reserved)} set aside, "
            + $"and the limit is {MicroDollars.ToText(balance.Limit ?? 0)}. "
            + (balance.Account == MoneyAccount.OfSession(step.Session.UserId, step.Session.SessionId)
                || !balance.Account.StartsWith("session:", StringComparison.Ordinal)
                ? "Start the session again with a higher limit; what is made is kept."
                : "It is the limit of the pipeline, which its videos and agents share (max_cost of its template); what is made is kept."),
        errorType: FailureTypes.CostLimit, nonRetryable: true, details: PaidDetail.Of(step.Paid));
}
