using Microsoft.EntityFrameworkCore;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Storage.Records.Jobs;

/// <summary>
/// Keeps places in the tables <c>job_place</c> and <c>job_line</c>. Each change is one transaction that begins by locking the user's line,
/// so that of two who ask for the last place one finds it taken.
/// </summary>
internal sealed class JobPlaces(IDbContextFactory<VideoDbContext> database, TimeProvider time) : IJobPlaces
{
    /// <summary>Who has not asked for so long lets others go first; its turn is kept.</summary>
    public static readonly TimeSpan Absence = TimeSpan.FromMinutes(1);

    public Task<PlaceTurn> TakeAsync(PlaceOrder order, CancellationToken cancellationToken) =>
        database.InTransactionAsync(context => TakeAsync(context, order, cancellationToken), cancellationToken);

    public Task LeaveAsync(SessionKey pipeline, IReadOnlyList<JobPlace> places, bool hasEnded, CancellationToken cancellationToken) =>
        database.InTransactionAsync(
            async context =>
            {
                await NextTicketAsync(context, pipeline.UserId, cancellationToken);
                foreach (var place in places)
                {
                    var row = await FindAsync(context, pipeline, place.Job, cancellationToken) ?? Add(context, pipeline, place.Job);
                    if (row.Attempt <= place.Attempt)
                    {
                        (row.Attempt, row.State) = (place.Attempt, PlaceState.Left);
                    }
                }

                await context.SaveChangesAsync(cancellationToken);
                return !hasEnded ? 0 : await context.JobPlaces
                    .Where(row => row.UserId == pipeline.UserId && row.PipelineId == pipeline.SessionId && row.State == PlaceState.Left)
                    .ExecuteDeleteAsync(cancellationToken);
            },
            cancellationToken);

    public async Task<IReadOnlyList<PlaceRun>> RunsAsync(string userId, CancellationToken cancellationToken)
    {
        await using var context = await database.CreateDbContextAsync(cancellationToken);
        var runs = await context.JobPlaces.Where(row => row.UserId == userId && row.State != PlaceState.Left)
            .Select(row => new { row.PipelineId, row.RunId }).Distinct().ToListAsync(cancellationToken);
        return [.. runs.Select(run => new PlaceRun(new SessionKey(userId, run.PipelineId), run.RunId))];
    }

    public Task ClearAsync(PlaceRun run, CancellationToken cancellationToken) => database.InTransactionAsync(
        async context =>
        {
            var (user, pipeline) = (run.Pipeline.UserId, run.Pipeline.SessionId);
            await NextTicketAsync(context, user, cancellationToken);
            return await context.JobPlaces.Where(row => row.UserId == user && row.PipelineId == pipeline && row.RunId == run.RunId)
                .ExecuteDeleteAsync(cancellationToken);
        },
        cancellationToken);

    private async Task<PlaceTurn> TakeAsync(VideoDbContext context, PlaceOrder order, CancellationToken cancellationToken)
    {
        var ((pipeline, run), place, now) = (order.Run, order.Place, StoredTime.Now(time));
        var ticket = await NextTicketAsync(context, pipeline.UserId, cancellationToken);
        var row = await FindAsync(context, pipeline, place.Job, cancellationToken) ?? Add(context, pipeline, place.Job);
        var isLate = row.Attempt > place.Attempt || (row.Attempt == place.Attempt && row.State == PlaceState.Left);
        if (row.Attempt < place.Attempt)
        {
            // What an earlier attempt had is free: it has ended, or no other one would be asked for.
            (row.Attempt, row.State, row.Ticket) = (place.Attempt, PlaceState.Waiting, ticket);
        }

        if (!isLate)
        {
            (row.RunId, row.AskedAt) = (run, now);
            await context.SaveChangesAsync(cancellationToken);
        }

        var users = context.JobPlaces.Where(each => each.UserId == pipeline.UserId);
        var taken = await users.CountAsync(each => each.State == PlaceState.Taken, cancellationToken);
        var ahead = await users.CountAsync(
            each => each.State == PlaceState.Waiting && each.Ticket < row.Ticket && each.AskedAt >= now - Absence, cancellationToken);
        if (!isLate && row.State == PlaceState.Waiting && taken + ahead < order.Limit)
        {
            row.State = PlaceState.Taken;
            await context.SaveChangesAsync(cancellationToken);
            return new PlaceTurn(true, taken + 1, ahead);
        }

        return new PlaceTurn(!isLate && row.State == PlaceState.Taken, taken, ahead);
    }

    /// <summary>Locks the user's line until the end of the transaction.</summary>
    private static async Task<long> NextTicketAsync(VideoDbContext context, string user, CancellationToken cancellationToken)
    {
        await context.Database.ExecuteSqlAsync(
            $"INSERT INTO job_line (user_id, tickets) VALUES ({user}, 0) ON CONFLICT DO NOTHING", cancellationToken);
        var line = context.JobLines.Where(row => row.UserId == user);
        await line.ExecuteUpdateAsync(set => set.SetProperty(row => row.Tickets, row => row.Tickets + 1), cancellationToken);
        return await line.Select(row => row.Tickets).SingleAsync(cancellationToken);
    }

    private static Task<JobPlaceRow?> FindAsync(
        VideoDbContext context, SessionKey pipeline, string job, CancellationToken cancellationToken) =>
        context.JobPlaces.SingleOrDefaultAsync(
            row => row.UserId == pipeline.UserId && row.PipelineId == pipeline.SessionId && row.JobId == job, cancellationToken);

    private static JobPlaceRow Add(VideoDbContext context, SessionKey pipeline, string job) => context.JobPlaces.Add(
        new JobPlaceRow { UserId = pipeline.UserId, PipelineId = pipeline.SessionId, JobId = job }).Entity;
}
