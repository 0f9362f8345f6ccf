using System.CommandLine;
using TemporalVideo.Starter.Sessions;
using TemporalVideo.Web.Access;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Starter.Commands;

/// <summary><c>starter key</c>: the API keys of the page.</summary>
internal static class KeyCommand
{
    private static readonly Option<string> User = new("--user")
    {
        Description = "Whose key it is: it sees this user's sessions only.",
        DefaultValueFactory = _ => VideoOrder.DefaultUser,
    };

    private static readonly Option<string?> Note = new("--note") { Description = "What it is for." };
    private static readonly Option<KeyRight[]> May = new("--may")
    {
        Description = "What it may do that not every key may: 'templates' (write templates of pipelines, whose commands the workers run).",
        DefaultValueFactory = _ => [],
    };

    private static readonly Argument<string> Id = new("id") { Description = "Id of the key, as 'starter key list' shows it." };

    public static Command Build() => new("key", "API keys of the page and the HTTP API.")
    {
        new Command("create", "Make a key; it is shown once.") { User, Note, May }.Does(async (parsed, _) =>
        {
            var user = parsed.GetRequiredValue(User);
            if (!SessionKey.IsValidId(user))
            {
                throw new StarterException(ExitCodes.Usage, $"--user '{user}' cannot be a user id.");
            }

            var (id, key) = Keys(parsed).Create(user, parsed.GetValue(Note), [.. parsed.GetRequiredValue(May).Distinct()]);
            await Console.Out.WriteLineAsync($"{key}\nKept as a hash only: write it down. Its id is {id}, its user {user}.");
            return ExitCodes.Ok;
        }),
        new Command("list", "List the keys.").Does(async (parsed, _) =>
        {
            foreach (var key in Keys(parsed).All)
            {
                var may = string.Join(", ", key.Rights ?? []).ToLowerInvariant();
                var line = $"{key.Id}  {key.User,-20} {key.Created:yyyy-MM-dd HH:mm}  {may,-10} {key.Note}";
                await Console.Out.WriteLineAsync(line.TrimEnd());
            }

            return ExitCodes.Ok;
        }),
        new Command("revoke", "Make a key worthless.") { Id }.Does(async (parsed, _) =>
        {
            var id = parsed.GetRequiredValue(Id);
            if (!Keys(parsed).Revoke(id))
            {
                throw new StarterException(ExitCodes.NotFound, $"There is no key '{id}'. 'starter key list' shows those there are.");
            }

            await Console.Out.WriteLineAsync($"The key {id} is worthless now.");
            return ExitCodes.Ok;
        }),
    };

    private static ApiKeys Keys(ParseResult parsed) => ApiKeys.In(WebCommand.FolderOf(CommonOptions.Configuration(parsed)));
}
