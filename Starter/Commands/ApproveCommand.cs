using System.CommandLine;
using Temporalio.Client;
using Temporalio.Exceptions;
using TemporalVideo.Sessions;
using TemporalVideo.Starter.Engine;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Starter.Commands;

/// <summary><c>starter approve</c>: approves the story or the scenes of an interactive session, or asks for a revision.</summary>
internal static class ApproveCommand
{
    private static readonly Argument<ReviewSubject> Subject = new("subject") { Description = "story or scenes." };
    private static readonly Option<string?> Revise = new("--revise") { Description = "Do not approve, but say what is to be changed." };
    private static readonly Option<string?> Segment = new("--segment")
    {
        Description = "With --revise on the scenes: the segment meant, such as s02; default all.",
    };

    /// <summary>For how long a worker may keep the decision waiting; one that has just gone may hold the session for ten seconds.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static Command Build() => SessionCommand.Build(
        new Command("approve", "Approve the story or the scenes of an interactive session, or ask for a revision.")
        {
            Subject, Revise, Segment,
        },
        async session =>
        {
            if (!await Workers.AreThereAsync(session.Engine, session.CancellationToken))
            {
                throw NobodyTakesIt();
            }

            var review = new Review
            {
                Subject = session.Parsed.GetRequiredValue(Subject),
                Feedback = session.Parsed.GetValue(Revise),
                SegmentId = session.Parsed.GetValue(Segment),
            };
            try
            {
                var rpc = new RpcOptions { CancellationToken = session.CancellationToken, Timeout = Patience };
                await session.Handle.ExecuteUpdateAsync(workflow => workflow.ReviewAsync(review), new WorkflowUpdateOptions { Rpc = rpc });
            }
            catch (Exception exception) when (!session.CancellationToken.IsCancellationRequested && NoWorker.Explains(exception))
            {
                throw NobodyTakesIt();
            }
            catch (WorkflowUpdateFailedException exception)
            {
                throw new StarterException(ExitCodes.Rejected, exception.InnerException?.Message ?? exception.Message);
            }

            await Console.Out.WriteLineAsync(review.Approves ? "Approved." : "Sent back for revision.");
            return ExitCodes.Ok;
        });

    private static StarterException NobodyTakesIt() => new(
        ExitCodes.Unreachable,
        "No worker runs that could take the decision. Resume the session with './run' first, or run 'starter worker'.");
}
