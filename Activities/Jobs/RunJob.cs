using System.Diagnostics;
using System.Text.Json;
using Temporalio.Activities;
using Temporalio.Exceptions;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Storage.Records.Jobs;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Jobs;

/// <summary>Does an attempt of a job: a command in a workspace of its own.</summary>
internal sealed class RunJob(IObjectStore store, IPipelineTables tables) : IRunJob
{
    private const int LastWords = 50;
    private static readonly TimeSpan KeepingLog = TimeSpan.FromSeconds(1);

    [Activity]
    public async Task<string> RunJobAsync(JobTask task)
    {
        var context = ActivityExecutionContext.Current;
        var cancellationToken = context.CancellationToken;
        await using var heartbeats = new Heartbeats(context, null);
        var layout = new PipelineLayout(task.Pipeline);
        var plan = await PlanOfAsync(task, layout, cancellationToken);
        var spec = plan.Jobs[task.Node.SpecOf ?? task.Node.Id];
        using var workspace = new JobWorkspace();
        var shelf = new ArtifactShelf(store, layout);
        var consumed = await FurnishAsync(task, workspace, shelf, cancellationToken);
        var environment = workspace.EnvironmentOf(plan, spec, task);
        var log = new JobLog(store, layout.Log(task.Node.Id, task.Attempt), AddSecrets(spec, environment));
        var desk = new SpawnDesk(task, workspace, store, layout, shelf, context.TemporalClient);
        var clock = Stopwatch.StartNew();
        var code = await RunAsync(task.Node, spec, workspace, environment, log, desk, cancellationToken);
        var artifacts = await shelf.KeepAsync(workspace, spec, cancellationToken);
        if (code != 0)
        {
            var last = Path.Combine(workspace.Folder, "error_context.txt");
            await File.WriteAllTextAsync(last, $"Exit code {code}\n{log.Tail(LastWords)}\n", cancellationToken);
            artifacts.Add(await shelf.PutAsync(workspace, last, ArtifactType.ErrorContext, cancellationToken));
        }

        var record = new JobRecord
        {
            ExitCode = code,
            Seconds = clock.Elapsed.TotalSeconds,
            Artifacts = artifacts,
            Consumed = consumed,
        };
        await store.PutAsync(
            layout.Record(task.Node.Id, task.Attempt), JsonSerializer.SerializeToUtf8Bytes(record), ObjectTags.None, cancellationToken);
        await tables.KeepAsync(task.Pipeline, task.Node.Id, task.Attempt, record, cancellationToken);
        return code == 0
            ? $"It took {record.Seconds:0.0} s and left {artifacts.Count} artifacts."
            : throw new ApplicationFailureException(
                $"It ended with exit code {code}: {log.Tail(1)}",
                errorType: FailureTypes.JobFailed,
                nonRetryable: spec.FinalExitCodes.Contains(code));
    }

    private async Task<JobPlan> PlanOfAsync(JobTask task, PipelineLayout layout, CancellationToken cancellationToken)
    {
        var bytes = (await store.ReadAsync(task.PlanKey, cancellationToken)).Bytes;
        return layout.Plan(PipelineLayout.HashOf(bytes.Span)) == task.PlanKey
            ? JsonSerializer.Deserialize<JobPlan>(bytes.Span)!
            : throw new ApplicationFailureException(
                $"The plan {task.PlanKey} in the store is not the one that was ordered: somebody has changed it. Start the pipeline anew.",
                errorType: FailureTypes.InputUnusable, nonRetryable: true);
    }

    private async Task<List<JobConsumption>> FurnishAsync(
        JobTask task, JobWorkspace workspace, ArtifactShelf shelf, CancellationToken cancellationToken)
    {
        var consumed = new List<JobConsumption>();
        foreach (var source in task.Sources)
        {
            consumed.AddRange(await shelf.LayAsync(source, Path.Combine(workspace.Inputs, source.Job), cancellationToken));
        }

        if (task.Node.RegressionKey is { } key)
        {
            var handed = JsonSerializer.Deserialize<List<JobArtifact>>((await store.ReadAsync(key, cancellationToken)).Bytes.Span)!;
            await shelf.LayAsync(handed, workspace.Regression, cancellationToken);
            consumed.AddRange(handed.Select(each => new JobConsumption(task.Node.ParentJob!, 0, each.Path, each.Sha256)));
        }

        return consumed;
    }

    private static List<string> AddSecrets(JobSpec spec, Dictionary<string, string> environment)
    {
        var secrets = new List<string>();
        foreach (var name in spec.Secrets)
        {
            var value = Environment.GetEnvironmentVariable(name) ?? throw new ApplicationFailureException(
                $"The secret {name} is not in the environment of the worker.", errorType: FailureTypes.JobFailed, nonRetryable: true);
            environment[name] = value;
            secrets.AddRange(value.Length > 0 ? [value] : []);
        }

        return secrets;
    }

    private static async Task<int> RunAsync(
        JobNode node,
        JobSpec spec,
        JobWorkspace workspace,
        Dictionary<string, string> environment,
        JobLog log,
        SpawnDesk desk,
        CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(node.TimeoutSeconds));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop.Token);
        var besides = Task.WhenAll(desk.WatchAsync(over.Token), KeepLogAsync(log, over.Token));
        try
        {
            return await ProcessGroup.RunAsync(
                spec.Command, workspace.Folder, environment, workspace.ExitCode, log.ReadAsync, stop.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new ApplicationFailureException(
                $"It took longer than its limit of {node.TimeoutSeconds} seconds (timeout_seconds) and was stopped.",
                errorType: FailureTypes.Timeout);
        }
        finally
        {
            await over.CancelAsync();
            await besides.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await log.KeepAsync(CancellationToken.None);
        }
    }

    private static async Task KeepLogAsync(JobLog log, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(KeepingLog);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            await log.KeepAsync(cancellationToken);
        }
    }
}
