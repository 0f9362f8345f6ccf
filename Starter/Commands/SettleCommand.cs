using System.CommandLine;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Starter.Commands;

/// <summary><c>starter settle</c>: a person's word on paid calls whose answers were lost.</summary>
internal static class SettleCommand
{
    private static readonly Argument<string> Session = new("SESSION") { Description = "The session that made the calls." };
    private static readonly Option<string> User = new("--user") { Description = "Whose session it is.", Required = true };
    private static readonly Option<string> Paid = new Option<string>("--paid")
    {
        Description = "Whether the provider's account shows that the lost calls were paid: yes or no.",
        Required = true,
    }.AcceptOnlyFromAmong("yes", "no");

    public static Command Build() => new Command(
        "settle", "Say what became of a session's paid calls whose answers were lost; they may then be made, and paid, again.")
    {
        Session, User, Paid,
    }.Does(async (parsed, cancellationToken) =>
    {
        var session = new SessionKey(
            MoneyAccess.Checked(parsed.GetValue(User), "--user")!, MoneyAccess.Checked(parsed.GetValue(Session), "SESSION")!);
        var paid = parsed.GetValue(Paid) == "yes";
        var calls = await MoneyAccess.WithBookAsync(
            parsed, book => book.ReopenAsync(session, paid, cancellationToken), cancellationToken);
        await Console.Out.WriteLineAsync(calls == 0
            ? $"No call of {session} is unclear."
            : $"{calls} calls of {session} {(paid ? "are booked as paid" : "were not paid")}. Start the session again to make them again.");
        return ExitCodes.Ok;
    });
}
