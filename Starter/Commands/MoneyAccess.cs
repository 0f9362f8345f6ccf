using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TemporalVideo.Storage.Records;
using TemporalVideo.Storage.Records.Money;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Starter.Commands;

/// <summary>Commands that look into the book of money: it is in the workers' database, no server is asked.</summary>
internal static class MoneyAccess
{
    /// <summary>Opens the book, brought to the present schema as a worker would.</summary>
    public static async Task<T> WithBookAsync<T>(ParseResult parsed, Func<IMoneyBook, Task<T>> work, CancellationToken cancellationToken)
    {
        var settings = CommonOptions.Configuration(parsed).Worker;
        var services = new ServiceCollection().AddVideoDatabase();
        services.Configure<VideoDatabaseOptions>(settings.Database.Apply);
        await using var provider = services.BuildServiceProvider();
        foreach (var service in provider.GetServices<IHostedService>())
        {
            await service.StartAsync(cancellationToken);
        }

        return await work(provider.GetRequiredService<IMoneyBook>());
    }

    /// <summary>Checks an id of the command line.</summary>
    public static string? Checked(string? id, string what) => id is null || SessionKey.IsValidId(id)
        ? id
        : throw new StarterException(ExitCodes.Usage, $"{what} '{id}' cannot be an id.");
}
