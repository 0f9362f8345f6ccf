using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using TemporalVideo.Storage.Records.Money;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Starter.Commands;

/// <summary><c>starter costs</c>: what paid providers were paid, from the ledger.</summary>
internal static class CostsCommand
{
    private static readonly Argument<string?> Session = new("SESSION")
    {
        Description = "Only this session.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string?> User = new("--user") { Description = "Only this user." };
    private static readonly Option<DateOnly?> Day = new("--day") { Description = "Only this day (UTC), such as 2026-11-26." };

    public static Command Build() => new Command("costs", "Sum what providers were paid, by day, session, agent and model.")
    {
        Session, User, Day,
    }.Does(ShowAsync);

    private static async Task<int> ShowAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var filter = new LedgerFilter(
            MoneyAccess.Checked(parsed.GetValue(User), "--user"), MoneyAccess.Checked(parsed.GetValue(Session), "SESSION"),
            parsed.GetValue(Day));
        var rows = await MoneyAccess.WithBookAsync(parsed, book => book.LedgerAsync(filter, cancellationToken), cancellationToken);
        var sums = rows
            .GroupBy(row => (Day: DateOnly.FromDateTime(row.At), row.UserId, row.SessionId, row.Agent, row.Provider, row.Model, row.Unit))
            .Select(group => (group.Key, Calls: group.Count(), Units: group.Sum(row => row.Units), Micros: group.Sum(row => row.Amount)));
        foreach (var (key, calls, units, micros) in sums)
        {
            await Console.Out.WriteLineAsync(parsed.GetValue(CommonOptions.Json)
                ? JsonSerializer.Serialize(new
                {
                    day = key.Day,
                    user = key.UserId,
                    session = key.SessionId,
                    agent = key.Agent,
                    provider = key.Provider,
                    model = key.Model,
                    unit = key.Unit,
                    units,
                    calls,
                    dollars = MicroDollars.ToDollars(micros),
                })
                : $"{key.Day:yyyy-MM-dd}  {key.UserId}/{key.SessionId}  {key.Agent,-12} {key.Provider} {key.Model}: "
                    + $"{Counted.Of(calls, "call")}, "
                    + string.Create(CultureInfo.InvariantCulture, $"{units:0.######} {key.Unit}, {MicroDollars.ToText(micros)}"));
        }

        if (!parsed.GetValue(CommonOptions.Json))
        {
            await Console.Out.WriteLineAsync($"Total: {MicroDollars.ToText(rows.Sum(row => row.Amount))}");
        }

        return ExitCodes.Ok;
    }
}
