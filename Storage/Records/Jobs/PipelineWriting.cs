using Microsoft.EntityFrameworkCore;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Storage.Records.Jobs;

/// <summary>Brings changes of a pipeline into its rows, all or none of them.</summary>
internal sealed class PipelineWriting(VideoDbContext context, PipelineChanges changes)
{
    private static readonly string[] Final =
        [nameof(JobState.Completed), nameof(JobState.Failed), nameof(JobState.Skipped), nameof(JobState.Cancelled)];

    private readonly string _user = changes.Pipeline.UserId;
    private readonly string _id = changes.Pipeline.SessionId;

    public async Task<int> RunAsync(Func<Task<PipelineOrder>> order, CancellationToken cancellationToken)
    {
        var stages = await PipelineAsync(order, cancellationToken);
        await JobsAsync(cancellationToken);
        await DependenciesAsync(cancellationToken);
        await StagesAsync(stages, cancellationToken);
        return await context.SaveChangesAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<string>> PipelineAsync(Func<Task<PipelineOrder>> order, CancellationToken cancellationToken)
    {
        var row = await context.Pipelines.SingleOrDefaultAsync(each => each.UserId == _user && each.Id == _id, cancellationToken);
        var ordered = row?.PlanKey == changes.PlanKey ? null : await order();
        if (row is null)
        {
            row = new PipelineRow
            {
                UserId = _user,
                Id = _id,
                Template = changes.Template,
                OriginalPrompt = StoredText.Of(ordered!.OriginalPrompt),
                CreatedAt = changes.At,
            };
            context.Pipelines.Add(row);
        }

        if ((changes.Round, changes.Revision).CompareTo((row.Round, row.Revision)) > 0)
        {
            if (ordered is not null)
            {
                (row.PlanKey, row.TemplateVersion) = (changes.PlanKey, ordered.TemplateVersion);
                row.Parameters = StoredText.OfJson(ordered.Parameters);
            }

            (row.Round, row.Revision) = (changes.Round, changes.Revision);
            (row.State, row.Error) = (changes.Outcome.ToString(), StoredText.OfMaybe(changes.Error));
            row.CompletedAt = changes.Outcome is PipelineOutcome.Pending or PipelineOutcome.Running ? null : changes.At;
        }

        return ordered?.Stages ?? [];
    }

    private async Task JobsAsync(CancellationToken cancellationToken)
    {
        var ids = changes.Nodes.Select(node => node.Id).Concat(changes.Jobs.Select(job => job.Job)).Distinct().ToList();
        var rows = await context.PipelineJobs.Where(row => row.UserId == _user && row.PipelineId == _id && ids.Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, cancellationToken);
        foreach (var (node, place) in changes.Nodes.Select((node, index) => (node, changes.Known + index)))
        {
            var row = rows.GetValueOrDefault(node.Id) ?? Made(rows, node.Id);
            (row.Position, row.Type, row.Stage, row.AllowFailure) = (place, node.Type, node.Stage, node.AllowFailure);
            (row.MaxRetries, row.ParentJob, row.SpecOf) = (node.MaxRetries, node.ParentJob, node.SpecOf);
            row.RegressionContext = StoredText.OfMaybe(node.RegressionReason);
        }

        foreach (var job in changes.Jobs)
        {
            if (rows.GetValueOrDefault(job.Job) is { } row && Takes(row, job))
            {
                Write(row, job);
            }
        }
    }

    private JobRow Made(Dictionary<string, JobRow> rows, string id)
    {
        var row = new JobRow { UserId = _user, PipelineId = _id, Id = id };
        context.PipelineJobs.Add(row);
        return rows[id] = row;
    }

    private bool Takes(JobRow row, JobProgress job) => changes.Round != row.Round ? changes.Round > row.Round
        : job.Attempt != row.Attempt ? job.Attempt > row.Attempt
        : changes.Revision > row.Revision && !Final.Contains(row.State);

    private void Write(JobRow row, JobProgress job)
    {
        if (job.State == JobState.Running && (row.Attempt != job.Attempt || row.StartedAt is null))
        {
            row.StartedAt = changes.At;
        }

        row.CompletedAt = !job.IsFinal ? null : row.CompletedAt is { } before && row.State == job.State.ToString() ? before : changes.At;
        (row.State, row.Reason, row.Attempt) = (job.State.ToString(), StoredText.OfMaybe(job.Reason), job.Attempt);
        (row.RetryCount, row.Lost) = (job.RetryCount, job.Lost);
        (row.Round, row.Revision) = (changes.Round, changes.Revision);
    }

    private async Task DependenciesAsync(CancellationToken cancellationToken)
    {
        var ids = changes.Nodes.Where(node => node.Needs.Count > 0).Select(node => node.Id).ToList();
        if (ids.Count == 0)
        {
            return;
        }

        var known = (await context.PipelineDependencies
            .Where(row => row.UserId == _user && row.PipelineId == _id && ids.Contains(row.JobId))
            .Select(row => new { row.JobId, row.Needs }).ToListAsync(cancellationToken)).ToHashSet();
        context.PipelineDependencies.AddRange(changes.Nodes
            .SelectMany(node => node.Needs.Select(need => (Job: node.Id, need.Job, need.When)))
            .Where(need => !known.Contains(new { JobId = need.Item1, Needs = need.Item2 }))
            .Select(need => new DependencyRow
            {
                UserId = _user,
                PipelineId = _id,
                JobId = need.Item1,
                Needs = need.Item2,
                Condition = need.When.ToString(),
            }));
    }

    /// <summary>A stage is as far as its jobs, those included that this writes.</summary>
    private async Task StagesAsync(IReadOnlyList<string> ordered, CancellationToken cancellationToken)
    {
        var jobs = (await context.PipelineJobs.AsNoTracking().Where(row => row.UserId == _user && row.PipelineId == _id)
            .Select(row => new { row.Id, row.Stage, row.State, row.AllowFailure, row.ParentJob }).ToListAsync(cancellationToken))
            .ToDictionary(job => job.Id);
        foreach (var row in context.ChangeTracker.Entries<JobRow>().Select(entry => entry.Entity))
        {
            jobs[row.Id] = new { row.Id, row.Stage, row.State, row.AllowFailure, row.ParentJob };
        }

        var rows = await context.PipelineStages.Where(row => row.UserId == _user && row.PipelineId == _id)
            .ToDictionaryAsync(row => row.Name, cancellationToken);
        foreach (var name in ordered.Concat(jobs.Values.Select(job => job.Stage).OfType<string>()).Distinct())
        {
            if (!rows.TryGetValue(name, out var row))
            {
                row = new StageRow { UserId = _user, PipelineId = _id, Name = name, Position = rows.Count };
                context.PipelineStages.Add(row);
                rows.Add(name, row);
            }

            var counted = jobs.Values.Where(job => job.Stage == name && job.ParentJob is null).ToList();
            row.State = StateOf(
                [.. counted.Select(job => job.State)],
                counted.Exists(job => job.State == nameof(JobState.Failed) && !job.AllowFailure));
        }
    }

    private static string StateOf(IReadOnlyList<string> states, bool failed) => (
        states.All(state => state is nameof(JobState.Pending)) ? PipelineOutcome.Pending
        : states.Any(state => !Final.Contains(state)) ? PipelineOutcome.Running
        : failed ? PipelineOutcome.Failed
        : states.Contains(nameof(JobState.Cancelled)) ? PipelineOutcome.Cancelled
        : PipelineOutcome.Completed).ToString();
}
