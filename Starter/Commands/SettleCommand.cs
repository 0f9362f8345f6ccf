using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using TemporalVideo.Storage.Records.Money;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Starter.Commands;

/// <summary><c>starter settle</c>: a person's word on paid calls whose answers were lost.</summary>
internal static class SettleCommand
{
    private static readonly Argument<string> Session = new("SESSION") { Description = "The session that made the calls." };
    private static readonly Option<string> User = new("--user") { Description = "Whose session it is.", Required = true };
    private static readonly Option<string?> Call = new("--call") { Description = "Only this call, by its name at the provider." };
    private static readonly Option<string?> Paid = new Option<string?>("--paid")
    {
        Description = "Whether the provider's account shows that the lost calls were paid: yes or no. Without it they are listed.",
    }.AcceptOnlyFromAmong("yes", "no");

    public static Command Build() => new Command(
        "settle", "List a session's paid calls whose answers were lost, or say what became of them; they may then be made again.")
    {
        Session, User, Call, Paid,
    }.Does((parsed, cancellationToken) =>
    {
        var session = new SessionKey(
            MoneyAccess.Checked(parsed.GetValue(User), "--user")!, MoneyAccess.Checked(parsed.GetValue(Session), "SESSION")!);
        return MoneyAccess.WithBookAsync(
            parsed,
            book => parsed.GetValue(Paid) is { } paid
                ? SettleAsync(book, session, parsed.GetValue(Call), paid == "yes", cancellationToken)
                : ListAsync(book, session, parsed.GetValue(CommonOptions.Json), cancellationToken),
            cancellationToken);
    });

    private static async Task<int> ListAsync(IMoneyBook book, SessionKey session, bool json, CancellationToken cancellationToken)
    {
        var lost = await book.LostAsync(session, cancellationToken);
        foreach (var call in lost)
        {
            await Console.Out.WriteLineAsync(json
                ? JsonSerializer.Serialize(new
                {
                    call = call.Name,
                    agent = call.Agent,
                    step = call.Step.Trim(),
                    provider = call.Provider,
                    model = call.Model,
                    dollars = MicroDollars.ToDollars(call.Most),
                    under_way_until = call.HeldUntil,
                })
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"{call.Name}  {call.Agent} {call.Step.Trim()}: {call.Provider} {call.Model}, "
                        + $"at most {MicroDollars.ToText(call.Most)}; a word counts from {call.HeldUntil:yyyy-MM-dd HH:mm:ss} UTC on"));
        }

        if (lost.Count == 0 && !json)
        {
            await Console.Out.WriteLineAsync($"No call of {session} is unclear.");
        }

        return ExitCodes.Ok;
    }

    private static async Task<int> SettleAsync(
        IMoneyBook book, SessionKey session, string? call, bool paid, CancellationToken cancellationToken)
    {
        if (call is not null && (await book.LostAsync(session, cancellationToken)).All(each => each.Name != call))
        {
            throw new StarterException(ExitCodes.NotFound, $"'{call}' is no unclear call of {session}; without --paid they are listed.");
        }

        var word = await book.ReopenAsync(session, paid, cancellationToken, each => call is null || each.Name == call);
        await Console.Out.WriteLineAsync(word switch
        {
            { Calls: 0, HeldUntil: null } => $"No call of {session} is unclear.",
            { Calls: 0 } => $"Nothing is changed for {session}.",
            _ => $"{(paid ? "Booked as paid" : "Not paid")}: {Counted.Of(word.Calls, "call")} of {session}. "
                + $"Start the session again to make {(word.Calls == 1 ? "it" : "them")} again.",
        });
        return word.HeldUntil is { } until ? throw new StarterException(ExitCodes.Rejected, HeldCalls.Explain(until)) : ExitCodes.Ok;
    }
}
