using System.Diagnostics;
using Temporalio.Activities;
using Temporalio.Exceptions;
using TemporalVideo.Activities.Jobs.Kinds;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Storage.Records.Jobs;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Jobs;

/// <summary>Does an attempt of a job, in a workspace of its own.</summary>
internal sealed class RunJob(IObjectStore store, IPipelineTables tables, IEnumerable<IJobKind> kinds) : IRunJob
{
    private const int LastWords = 50;
    private static readonly TimeSpan KeepingLog = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, IJobKind> _kinds = kinds.ToDictionary(kind => kind.Type);

    [Activity]
    public async Task<string> RunJobAsync(JobTask task)
    {
        var context = ActivityExecutionContext.Current;
        var cancellationToken = context.CancellationToken;
        await using var heartbeats = new Heartbeats(context, null);
        var files = new AttemptFiles(store, tables, task);
        var (plan, spec) = await files.PlanAsync(cancellationToken);
        using var workspace = new JobWorkspace();
        var consumed = await files.FurnishAsync(workspace, cancellationToken);
        var cache = spec.Cache ? new JobCache(store, task, plan, spec, consumed) : null;
        var (found, note) = cache is null ? (null, null) : await cache.FindAsync(cancellationToken);
        if (found is not null)
        {
            await files.KeepAsync(found, cancellationToken);
            return $"It was not run ({note}), and left {Counted.Of(found.Artifacts.Count, "artifact")}.";
        }

        var environment = workspace.EnvironmentOf(plan, spec, task);
        var secrets = AddSecrets(spec, environment);
        var log = new JobLog(store, files.Layout.Log(task.Node.Id, task.Attempt), secrets);
        var desk = new SpawnDesk(task, workspace, store, files.Layout, files.Shelf, () => context.TemporalClient);
        var clock = Stopwatch.StartNew();
        var attempt = new JobAttempt(task, plan, spec, workspace, environment, log);
        var outcome = await RunAsync(attempt, desk, cancellationToken);
        var artifacts = await files.Shelf.KeepAsync(workspace, spec, cancellationToken);
        if (outcome.Code != 0)
        {
            var last = Path.Combine(workspace.Folder, "error_context.txt");
            await File.WriteAllTextAsync(last, $"Exit code {outcome.Code}\n{log.Tail(LastWords)}\n", cancellationToken);
            artifacts.Add(await files.Shelf.PutAsync(workspace, last, ArtifactType.ErrorContext, cancellationToken));
        }

        var record = new JobRecord
        {
            ExitCode = outcome.Code,
            Seconds = clock.Elapsed.TotalSeconds,
            Artifacts = artifacts,
            Consumed = consumed,
            Cache = note,
        };
        await files.KeepAsync(record, cancellationToken);
        if (cache is not null && outcome.Code == 0)
        {
            await cache.KeepAsync(record, cancellationToken);
        }

        return outcome.Code == 0
            ? $"It took {record.Seconds:0.0} s and left {Counted.Of(artifacts.Count, "artifact")}."
            : throw new ApplicationFailureException(
                log.Masked(outcome.Reason!), errorType: FailureTypes.JobFailed, nonRetryable: outcome.IsFinal);
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

    private async Task<JobOutcome> RunAsync(JobAttempt attempt, SpawnDesk desk, CancellationToken cancellationToken)
    {
        var node = attempt.Task.Node;
        var kind = _kinds.GetValueOrDefault(node.Type) ?? throw new ApplicationFailureException(
            $"This worker knows no jobs of type '{node.Type}'; it knows {string.Join(", ", _kinds.Keys)}.",
            errorType: FailureTypes.InputUnusable, nonRetryable: true);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(node.TimeoutSeconds));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop.Token);
        var besides = Task.WhenAll(desk.WatchAsync(over.Token), KeepLogAsync(attempt.Log, over.Token));
        try
        {
            return await kind.RunAsync(attempt, stop.Token);
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
            await attempt.Log.KeepAsync(CancellationToken.None);
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
