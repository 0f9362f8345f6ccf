using System.CommandLine;
using System.Text.Json;
using TemporalVideo.Sessions;
using TemporalVideo.Starter.Engine;
using TemporalVideo.Starter.Sessions;
using TemporalVideo.Storage.Records.Webhooks;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Starter.Commands;

/// <summary><c>starter webhook</c>: addresses that are told what sessions do.</summary>
internal static class WebhookCommand
{
    private static readonly Option<string> User = new("--user")
    {
        Description = "Whose sessions it hears of.",
        DefaultValueFactory = _ => VideoOrder.DefaultUser,
    };

    private static readonly Argument<string> Url = new("url") { Description = "Where messages are sent: https://…" };
    private static readonly Argument<string> Id = new("id") { Description = "Id of the webhook, as 'starter webhook list' shows it." };
    private static readonly Argument<string> Message = new("message") { Description = "Id of the message: 'starter webhook deliveries'." };
    private static readonly Option<int> Limit = new("--limit") { Description = "At most so many.", DefaultValueFactory = _ => 20 };
    private static readonly Option<string[]> Event = new("--event")
    {
        Description = $"What it is told: {string.Join(", ", WebhookEvents.All)}; may be given several times. Default: all.",
        DefaultValueFactory = _ => [],
    };

    public static Command Build() => new("webhook", "Addresses that are told what sessions do.")
    {
        new Command("add", "Subscribe an address; its secret is shown once.") { Url, Event, User }.Does(AddAsync),
        new Command("list", "List the webhooks, without their secrets.") { User }.Does(ListAsync),
        new Command("remove", "End a subscription.") { Id, User }.Does(RemoveAsync),
        new Command("test", "Send a message that tells of nothing.") { Id, User }.Does(TryAsync),
        new Command("again", "Send a message once more, with the id that it had.") { Id, Message, User }.Does(AgainAsync),
        new Command("deliveries", "Show the messages and how they fared, newest first.") { Id, User, Limit }.Does(DeliveriesAsync),
    };

    private static Task<int> AddAsync(ParseResult parsed, CancellationToken cancellationToken) =>
        WorkerDatabase.WithAsync<IWebhooks, int>(parsed, async webhooks =>
        {
            try
            {
                var made = await Subscriptions(parsed, webhooks).AddAsync(
                    UserOf(parsed), parsed.GetRequiredValue(Url), parsed.GetRequiredValue(Event), cancellationToken);
                await Console.Out.WriteLineAsync(
                    $"{made.Secret}\nMessages are signed with it; it is not shown again. The webhook is {made.Id} of {made.UserId}.");
                return ExitCodes.Ok;
            }
            catch (WebhookRefusedException refused)
            {
                throw new StarterException(ExitCodes.Usage, refused.Message);
            }
        }, cancellationToken);

    private static Task<int> ListAsync(ParseResult parsed, CancellationToken cancellationToken) =>
        WorkerDatabase.WithAsync<IWebhooks, int>(parsed, async webhooks =>
        {
            foreach (var row in await webhooks.OfAsync(UserOf(parsed), cancellationToken))
            {
                await Console.Out.WriteLineAsync(parsed.GetValue(CommonOptions.Json)
                    ? JsonSerializer.Serialize(new { row.Id, row.Url, Events = row.Events.Split(' '), row.CreatedAt, row.DisabledBecause })
                    : $"{row.Id}  {row.CreatedAt:yyyy-MM-dd HH:mm}  {row.Url}  {row.DisabledBecause ?? row.Events}");
            }

            return ExitCodes.Ok;
        }, cancellationToken);

    private static Task<int> RemoveAsync(ParseResult parsed, CancellationToken cancellationToken) =>
        WorkerDatabase.WithAsync<IWebhooks, int>(parsed, async webhooks =>
        {
            var id = parsed.GetRequiredValue(Id);
            if (!await webhooks.RemoveAsync(UserOf(parsed), id, cancellationToken))
            {
                throw Missing(id);
            }

            await Console.Out.WriteLineAsync($"The webhook {id} hears nothing any more.");
            return ExitCodes.Ok;
        }, cancellationToken);

    private static Task<int> TryAsync(ParseResult parsed, CancellationToken cancellationToken) =>
        WorkerDatabase.WithAsync<IWebhooks, int>(parsed, async webhooks =>
        {
            var webhook = await RequireAsync(parsed, webhooks, cancellationToken);
            await using var engine = await EngineConnection.OpenAsync(CommonOptions.Configuration(parsed));
            var message = await Subscriptions(parsed, webhooks).TryAsync(
                engine.Client, engine.Configuration.Engine.LightTaskQueue, webhook, cancellationToken);
            await Console.Out.WriteLineAsync(await Workers.AreThereAsync(engine, cancellationToken)
                ? $"{message} is on its way; 'starter webhook deliveries {webhook.Id}' tells how it fares."
                : $"{message} goes when a worker runs ('starter worker').");
            return ExitCodes.Ok;
        }, cancellationToken);

    private static Task<int> AgainAsync(ParseResult parsed, CancellationToken cancellationToken) =>
        WorkerDatabase.WithAsync<IWebhooks, int>(parsed, async webhooks =>
        {
            var webhook = await RequireAsync(parsed, webhooks, cancellationToken);
            var message = MoneyAccess.Checked(parsed.GetRequiredValue(Message), "message")!;
            await using var engine = await EngineConnection.OpenAsync(CommonOptions.Configuration(parsed));
            try
            {
                await Subscriptions(parsed, webhooks).AgainAsync(
                    engine.Client, engine.Configuration.Engine.LightTaskQueue, webhook, message, cancellationToken);
            }
            catch (WebhookRefusedException refused)
            {
                throw new StarterException(ExitCodes.Usage, refused.Message);
            }

            await Console.Out.WriteLineAsync($"{message} goes once more; 'starter webhook deliveries {webhook.Id}' tells how it fares.");
            return ExitCodes.Ok;
        }, cancellationToken);

    private static Task<int> DeliveriesAsync(ParseResult parsed, CancellationToken cancellationToken) =>
        WorkerDatabase.WithAsync<IWebhooks, int>(parsed, async webhooks =>
        {
            var webhook = await RequireAsync(parsed, webhooks, cancellationToken);
            foreach (var row in await webhooks.MessagesAsync(webhook.UserId, webhook.Id, parsed.GetValue(Limit), cancellationToken))
            {
                await Console.Out.WriteLineAsync(parsed.GetValue(CommonOptions.Json)
                    ? JsonSerializer.Serialize(row)
                    : $"{row.Id}  {row.CreatedAt:yyyy-MM-dd HH:mm:ss}  {row.Status,-9}  {row.Attempts,2}  {row.Type,-18}  "
                        + $"{row.SessionId}  {row.Error}".TrimEnd());
            }

            return ExitCodes.Ok;
        }, cancellationToken);

    private static WebhookSubscriptions Subscriptions(ParseResult parsed, IWebhooks webhooks) =>
        new(webhooks, CommonOptions.Configuration(parsed).Worker.AllowPrivateWebhooks, TimeProvider.System);

    private static string UserOf(ParseResult parsed) => MoneyAccess.Checked(parsed.GetRequiredValue(User), "--user")!;

    private static async Task<Webhook> RequireAsync(ParseResult parsed, IWebhooks webhooks, CancellationToken cancellationToken) =>
        await webhooks.FindAsync(UserOf(parsed), parsed.GetRequiredValue(Id), cancellationToken)
            ?? throw Missing(parsed.GetRequiredValue(Id));

    private static StarterException Missing(string id) =>
        new(ExitCodes.NotFound, $"There is no webhook '{id}'. 'starter webhook list' shows those there are.");
}
