using Microsoft.EntityFrameworkCore;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Storage.Records.Generations;

/// <summary>Reads and writes the table <c>generations</c>.</summary>
internal sealed class GenerationTable(IDbContextFactory<VideoDbContext> database, TimeProvider time) : IGenerations
{
    private const int Tries = 2;

    public async Task<Generation?> FindAsync(SessionKey session, CancellationToken cancellationToken)
    {
        await using var context = await database.CreateDbContextAsync(cancellationToken);
        return await RowAsync(context, session, cancellationToken);
    }

    public async Task<IReadOnlyDictionary<SessionKey, decimal>> CostsAsync(
        IReadOnlyCollection<SessionKey> sessions, CancellationToken cancellationToken)
    {
        var (users, ids) = (sessions.Select(each => each.UserId).Distinct().ToList(), sessions.Select(each => each.SessionId).ToList());
        await using var context = await database.CreateDbContextAsync(cancellationToken);
        var rows = await context.Generations.AsNoTracking()
            .Where(row => users.Contains(row.UserId) && ids.Contains(row.SessionId))
            .Select(row => new { row.UserId, row.SessionId, row.Cost }).ToListAsync(cancellationToken);
        return rows.ToDictionary(row => new SessionKey(row.UserId, row.SessionId), row => row.Cost);
    }

    public Task BeginAsync(
        SessionKey session, string spec, string config, string brandAssets, CancellationToken cancellationToken)
    {
        var row = new Generation
        {
            UserId = session.UserId,
            SessionId = session.SessionId,
            Spec = StoredText.OfJson(spec),
            Config = StoredText.OfJson(config),
            BrandAssets = StoredText.OfJson(brandAssets),
            CreatedAt = StoredTime.Now(time),
        };
        return database.PatientlyAsync(Tries, context => PutAsync(context, row, cancellationToken), cancellationToken);
    }

    public async Task ChangeAsync(SessionKey session, Action<Generation> change, CancellationToken cancellationToken)
    {
        await using var context = await database.CreateDbContextAsync(cancellationToken);
        if (await RowAsync(context, session, cancellationToken) is { } row)
        {
            change(row);
            (row.StoryText, row.Error) = (StoredText.OfMaybe(row.StoryText), StoredText.OfMaybe(row.Error));
            (row.Scenes, row.Cost) = (StoredText.OfJson(row.Scenes), StoredText.Dollars(row.Cost));
            row.CompletedAt = row.GenerationSeconds is null ? null : StoredTime.Now(time);
            await context.SaveChangesAsync(cancellationToken);
        }
    }

    private static async Task<int> PutAsync(VideoDbContext context, Generation row, CancellationToken cancellationToken)
    {
        var known = await context.Generations.AnyAsync(
            other => other.UserId == row.UserId && other.SessionId == row.SessionId, cancellationToken);
        context.Entry(row).State = known ? EntityState.Modified : EntityState.Added;
        return await context.SaveChangesAsync(cancellationToken);
    }

    private static Task<Generation?> RowAsync(VideoDbContext context, SessionKey session, CancellationToken cancellationToken) =>
        context.Generations.SingleOrDefaultAsync(
            row => row.UserId == session.UserId && row.SessionId == session.SessionId, cancellationToken);
}
