using System.CommandLine;
using System.Text.Json;
using TemporalVideo.Sessions.Jobs;

namespace TemporalVideo.Starter.Commands.Pipelines;

/// <summary><c>starter pipeline logs</c>: what a job has written.</summary>
internal static class PipelineLogsCommand
{
    private static readonly Argument<string?> Job = new("job")
    {
        Description = "Id of the job; with --search may be left out: then all jobs.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<int> Attempt = new("--attempt") { Description = "Which attempt; default the latest." };
    private static readonly Option<string?> Search = new("--search")
    {
        Description = "Only the lines with these words, of all attempts, each as job.attempt:line: text.",
    };

    private static readonly Option<bool> Follow = new("--follow", "-f") { Description = "Go on until the job has ended." };

    public static Command Build() => PipelineContext.Command(
        new Command("logs", "Show what a job has written; secrets are masked.") { Job, Attempt, Follow, Search }, ShowAsync);

    private static async Task<int> ShowAsync(PipelineContext context)
    {
        var (job, search) = (context.Parsed.GetValue(Job), context.Parsed.GetValue(Search));
        if (search is "" || (search is null && job is null))
        {
            throw new StarterException(ExitCodes.Usage, search is "" ? "--search: expected words to look for."
                : "Say which job's log, or what to look for in all of them (--search WORDS).");
        }

        try
        {
            await (search is null ? FollowAsync(context, job!) : SearchAsync(context, search, job));
        }
        catch (KeyNotFoundException missing)
        {
            throw new StarterException(ExitCodes.NotFound, missing.Message);
        }

        return ExitCodes.Ok;
    }

    private static async Task SearchAsync(PipelineContext context, string search, string? job)
    {
        var found = 0;
        await foreach (var line in new LogSearch(context.Reader).FindAsync(context.Pipeline, search, job, context.CancellationToken))
        {
            found++;
            await Console.Out.WriteLineAsync(context.Json
                ? JsonSerializer.Serialize(new { job = line.Job, attempt = line.Attempt, line = line.Line, text = line.Text })
                : $"{line.Job}.{line.Attempt}:{line.Line}: {line.Text}");
        }

        if (found is 0 or LogSearch.Most)
        {
            await Console.Error.WriteLineAsync(found == 0 ? "Nothing that was written has these words."
                : $"The first {LogSearch.Most} lines; say more of them, or in which job.");
        }
    }

    private static async Task FollowAsync(PipelineContext context, string job)
    {
        await using var output = Console.OpenStandardOutput();
        var parts = context.Reader.FollowLogAsync(
            context.Pipeline, job, context.Parsed.GetValue(Attempt), 0, context.Parsed.GetValue(Follow), context.CancellationToken);
        await foreach (var part in parts)
        {
            await output.WriteAsync(part.Bytes, context.CancellationToken);
            await output.FlushAsync(context.CancellationToken);
        }
    }
}
