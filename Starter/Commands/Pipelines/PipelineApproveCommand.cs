using System.CommandLine;
using TemporalVideo.Starter.Sessions;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Starter.Commands.Pipelines;

/// <summary><c>starter pipeline approve</c>: a person's word on a job that waits for it.</summary>
internal static class PipelineApproveCommand
{
    private static readonly Argument<string> Job = new("job") { Description = "Id of the approval." };
    private static readonly Option<bool> Reject = new("--reject") { Description = "The word is no." };
    private static readonly Option<string?> Comment = new("--comment") { Description = "What else there is to say." };
    private static readonly Option<string> By = new("--by")
    {
        Description = "Who says so.",
        DefaultValueFactory = _ => VideoOrder.DefaultUser,
    };

    public static Command Build() => PipelineContext.Command(
        new Command("approve", "Give your word on a job that waits for it.") { Job, Reject, Comment, By },
        async context =>
        {
            var parsed = context.Parsed;
            var word = new JobApproval(
                parsed.GetRequiredValue(Job), parsed.GetRequiredValue(By), !parsed.GetValue(Reject), parsed.GetValue(Comment));
            await SessionUpdate.SendAsync(context.Handle, workflow => workflow.ApproveAsync(word), context.CancellationToken);
            await Console.Out.WriteLineAsync($"{word.Job} was {(word.Approves ? "approved" : "rejected")}.");
            return ExitCodes.Ok;
        });
}
