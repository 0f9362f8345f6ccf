using System.CommandLine;
using TemporalVideo.Sessions;
using TemporalVideo.Sessions.Takes;
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

    private static readonly Option<int?> Take = new("--take")
    {
        Description = "With --segment, on the scenes: show this take of it, which 'starter takes' lists.",
    };

    private static readonly Option<FileInfo?> Script = new("--script")
    {
        Description = "With the story: approve it as rewritten in this file, which 'starter script' wrote.",
    };

    public static Command Build() => SessionCommand.Build(
        new Command("approve", "Approve the story or the scenes of an interactive session, or ask for a revision.")
        {
            Subject, Revise, Segment, Take, Script,
        },
        async session =>
        {
            await SessionUpdate.RequireAsync(session, "approved");
            var review = await ReviewAsync(session);
            await SessionUpdate.SendAsync(session, workflow => workflow.ReviewAsync(review));
            await Console.Out.WriteLineAsync(SaidOf(review));
            return ExitCodes.Ok;
        });

    private static async Task<Review> ReviewAsync(SessionContext session)
    {
        var review = new Review
        {
            Subject = session.Parsed.GetRequiredValue(Subject),
            Feedback = session.Parsed.GetValue(Revise),
            SegmentId = session.Parsed.GetValue(Segment),
            Take = session.Parsed.GetValue(Take),
        };
        await RequireTakeAsync(session, review);
        if (session.Parsed.GetValue(Script) is not { } file)
        {
            return review;
        }

        if (!file.Exists)
        {
            throw new StarterException(
                ExitCodes.Usage, $"There is no file {file.FullName}. Write it with 'starter script --output {file.Name}'.");
        }

        var (story, version) = await SessionScript.ReadAsync(session);
        try
        {
            var text = await File.ReadAllTextAsync(file.FullName, session.CancellationToken);
            return review with { Version = version, Edits = ScriptFile.Edits(text, story, version) };
        }
        catch (FormatException exception)
        {
            throw new StarterException(ExitCodes.Usage, $"{file.Name}: {exception.Message}");
        }
    }

    private static async Task RequireTakeAsync(SessionContext session, Review review)
    {
        if (review is { Take: { } take, SegmentId: { } id }
            && await new SessionTakes(session.Store).ObjectionAsync(session.Session, id, take, session.CancellationToken) is { } objection)
        {
            throw new StarterException(ExitCodes.Usage, objection);
        }
    }

    private static string SaidOf(Review review) => review switch
    {
        { Take: { } take } => $"Take {take} of {review.SegmentId} is shown.",
        { Approves: false } => "Sent back for revision.",
        { Edits.Count: 0 } => "Approved.",
        _ => $"Approved as rewritten: {string.Join(", ", review.Edits.Select(edit =>
            edit.Sentences is { Count: 0 } ? $"{edit.SegmentId} taken out" : edit.SegmentId))}.",
    };
}
