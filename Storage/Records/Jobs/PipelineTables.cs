using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Storage.Records.Jobs;

/// <summary>Reads and writes the tables of pipelines.</summary>
internal sealed class PipelineTables(IDbContextFactory<VideoDbContext> database, TimeProvider time) : IPipelineTables
{
    private const int Tries = 5;

    public Task RecordAsync(PipelineChanges changes, Func<Task<PipelineOrder>> order, CancellationToken cancellationToken) =>
        database.PatientlyAsync(
            Tries, context => new PipelineWriting(context, changes).RunAsync(order, cancellationToken), cancellationToken);

    public Task KeepAsync(SessionKey pipeline, string job, int attempt, JobRecord record, CancellationToken cancellationToken) =>
        database.PatientlyAsync(
            Tries, context => KeepAsync(context, pipeline, job, attempt, record, cancellationToken), cancellationToken);

    public async Task<PipelineRecord?> FindAsync(SessionKey pipeline, CancellationToken cancellationToken)
    {
        var (user, id) = (pipeline.UserId, pipeline.SessionId);
        await using var context = await database.CreateDbContextAsync(cancellationToken);
        var found = await context.Pipelines.AsNoTracking()
            .SingleOrDefaultAsync(row => row.UserId == user && row.Id == id, cancellationToken);
        return found is null ? null : new PipelineRecord
        {
            Pipeline = found,
            Stages = await context.PipelineStages.AsNoTracking().Where(row => row.UserId == user && row.PipelineId == id)
                .OrderBy(row => row.Position).ToListAsync(cancellationToken),
            Jobs = await context.PipelineJobs.AsNoTracking().Where(row => row.UserId == user && row.PipelineId == id)
                .OrderBy(row => row.Position).ToListAsync(cancellationToken),
            Dependencies = await context.PipelineDependencies.AsNoTracking().Where(row => row.UserId == user && row.PipelineId == id)
                .OrderBy(row => row.JobId).ThenBy(row => row.Needs).ToListAsync(cancellationToken),
            Artifacts = await context.PipelineArtifacts.AsNoTracking().Where(row => row.UserId == user && row.PipelineId == id)
                .OrderBy(row => row.JobId).ThenBy(row => row.Attempt).ThenBy(row => row.Path).ToListAsync(cancellationToken),
            Consumptions = await context.PipelineConsumptions.AsNoTracking().Where(row => row.UserId == user && row.PipelineId == id)
                .OrderBy(row => row.JobId).ThenBy(row => row.Attempt).ThenBy(row => row.Path).ToListAsync(cancellationToken),
        };
    }

    public async Task<IReadOnlyList<PipelineRow>> ListAsync(
        string? userId, int limit, CancellationToken cancellationToken, DateTime? before = null)
    {
        await using var context = await database.CreateDbContextAsync(cancellationToken);
        return await context.Pipelines.AsNoTracking()
            .Where(row => (userId == null || row.UserId == userId) && (before == null || row.CreatedAt < before))
            .OrderByDescending(row => row.CreatedAt).ThenBy(row => row.Id).Take(limit).ToListAsync(cancellationToken);
    }

    private async Task<int> KeepAsync(
        VideoDbContext context, SessionKey pipeline, string job, int attempt, JobRecord record, CancellationToken cancellationToken)
    {
        var (user, id, now) = (pipeline.UserId, pipeline.SessionId, StoredTime.Now(time));
        var left = await context.PipelineArtifacts
            .Where(row => row.UserId == user && row.PipelineId == id && row.JobId == job && row.Attempt == attempt)
            .Select(row => row.Path).ToListAsync(cancellationToken);
        context.PipelineArtifacts.AddRange(record.Artifacts.Where(each => !left.Contains(StoredText.Of(each.Path)))
            .Select(each => new ArtifactRow
            {
                UserId = user,
                PipelineId = id,
                JobId = job,
                Attempt = attempt,
                Path = StoredText.Of(each.Path),
                Type = JsonNamingPolicy.SnakeCaseLower.ConvertName(each.Type.ToString()),
                Sha256 = each.Sha256,
                Bytes = each.Bytes,
                CreatedAt = now,
            }));
        var found = await context.PipelineConsumptions
            .Where(row => row.UserId == user && row.PipelineId == id && row.JobId == job && row.Attempt == attempt)
            .Select(row => new { row.SourceJob, row.SourceAttempt, row.Path }).ToListAsync(cancellationToken);
        context.PipelineConsumptions.AddRange(record.Consumed.DistinctBy(each => (each.Job, each.Attempt, each.Path))
            .Where(each => !found.Contains(new { SourceJob = each.Job, SourceAttempt = each.Attempt, Path = StoredText.Of(each.Path) }))
            .Select(each => new ConsumptionRow
            {
                UserId = user,
                PipelineId = id,
                JobId = job,
                Attempt = attempt,
                SourceJob = each.Job,
                SourceAttempt = each.Attempt,
                Path = StoredText.Of(each.Path),
                Sha256 = each.Sha256,
                At = now,
            }));
        return await context.SaveChangesAsync(cancellationToken);
    }
}
