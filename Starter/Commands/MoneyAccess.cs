using System.CommandLine;
using TemporalVideo.Storage.Records.Money;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Starter.Commands;

/// <summary>Commands that look into the book of money: it is in the workers' database, no server is asked.</summary>
internal static class MoneyAccess
{
    /// <summary>Opens the book, brought to the present schema as a worker would.</summary>
    public static Task<T> WithBookAsync<T>(ParseResult parsed, Func<IMoneyBook, Task<T>> work, CancellationToken cancellationToken) =>
        WorkerDatabase.WithAsync(parsed, work, cancellationToken);

    /// <summary>Checks an id of the command line.</summary>
    public static string? Checked(string? id, string what) => id is null || SessionKey.IsValidId(id)
        ? id
        : throw new StarterException(ExitCodes.Usage, $"{what} '{id}' cannot be an id.");
}
