using System.CommandLine;
using Temporalio.Client;
using TemporalVideo.Workflows;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Starter.Sessions;

/// <summary>Which session a command is about: named by its session id or workflow id, or the one started last.</summary>
internal static class SessionChoice
{
    private static readonly Argument<string?> Session =
        new("session") { Description = "Session id or workflow id; default is the session started last.", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<string> User =
        new("--user") { Description = "Whose session it is.", DefaultValueFactory = _ => VideoOrder.DefaultUser };

    public static void AddTo(Command command)
    {
        command.Arguments.Add(Session);
        command.Options.Add(User);
    }

    public static async Task<WorkflowHandle<VideoWorkflow,
        VideoResult>> FindAsync(ParseResult parsed, ITemporalClient client, CancellationToken cancellationToken)
    {
        var named = parsed.GetValue(Session);
        var id = named is null ? await NewestAsync(client, cancellationToken) : IdOf(named, parsed.GetRequiredValue(User));
        return client.GetWorkflowHandle<VideoWorkflow, VideoResult>(id);
    }

    private static string IdOf(string named, string user) =>
        VideoWorkflowId.TryParse(named, out _) ? named
        : SessionKey.IsValidId(named) && SessionKey.IsValidId(user) ? VideoWorkflowId.Of(new SessionKey(user, named))
        : throw new StarterException(ExitCodes.Usage,
            $"'{named}' is neither a session id nor the id of a video workflow (video:USER:SESSION).");

    private static async Task<string> NewestAsync(ITemporalClient client, CancellationToken cancellationToken)
    {
        var options = new WorkflowListOptions { Rpc = new RpcOptions { CancellationToken = cancellationToken } };
        await foreach (var execution in client.ListWorkflowsAsync($"WorkflowType = '{VideoWorkflowNames.Workflow}'", options))
        {
            return execution.Id;
        }

        throw new StarterException(ExitCodes.NotFound, "There is no session yet. Make one with 'starter run LESSON'.");
    }
}
