using System.CommandLine;
using TemporalVideo.Starter.Engine;
using TemporalVideo.Storage.Records.Jobs;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Starter.Commands.Pipelines;

/// <summary><c>starter pipeline import</c>: the tables of the older tool become rows of pipelines.</summary>
internal static class PipelineImportCommand
{
    private static readonly Argument<string> From = new("file") { Description = "SQLite file with the tables tasks and agent_state." };

    public static Command Build() =>
        new Command("import", "Bring tasks and agent states of the older tool into the database; the file is only read.")
        {
            From, PipelineContext.User,
        }.Does(ImportAsync);

    private static async Task<int> ImportAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var file = parsed.GetRequiredValue(From);
        if (!File.Exists(file))
        {
            throw new StarterException(ExitCodes.NotFound, $"There is no file '{file}'.");
        }

        var user = PipelineContext.KeyOf("import", parsed.GetRequiredValue(PipelineContext.User)).UserId;
        var store = StoreAccess.Open(CommonOptions.Configuration(parsed));
        try
        {
            var (pipelines, jobs, artifacts) = await WorkerDatabase.WithAsync<IPipelineTables, (int, int, int)>(
                parsed, tables => new OldTaskImport(tables, store).RunAsync(file, user, cancellationToken), cancellationToken);
            await Console.Out.WriteLineAsync(
                $"In the database: {Counted.Of(pipelines, "pipeline")} with {Counted.Of(jobs, "job")} and "
                    + $"{Counted.Of(artifacts, "artifact")}.");
            return ExitCodes.Ok;
        }
        catch (InvalidDataException fault)
        {
            throw new StarterException(ExitCodes.Usage, fault.Message);
        }
    }
}
