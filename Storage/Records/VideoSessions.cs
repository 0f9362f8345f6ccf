using System.Text;
using Microsoft.EntityFrameworkCore;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Storage.Records;

/// <summary>Reads and writes the table <c>video_session</c>.</summary>
internal sealed class VideoSessions(IDbContextFactory<VideoDbContext> database, TimeProvider time) : IVideoSessions
{
    private const int DecimalsOfCost = 4;

    public async Task<VideoSession?> FindAsync(SessionKey session, CancellationToken cancellationToken)
    {
        await using var context = await database.CreateDbContextAsync(cancellationToken);
        return await RowAsync(context, session, cancellationToken);
    }

    public async Task<VideoSession> OpenAsync(SessionKey session, string topic, CancellationToken cancellationToken)
    {
        try
        {
            return await MakeOrChangeAsync(session, topic, cancellationToken);
        }
        catch (DbUpdateException) when (!cancellationToken.IsCancellationRequested)
        {
            // Another attempt may have made the row in this moment: it is found now. Anything else happens again.
            return await MakeOrChangeAsync(session, topic, cancellationToken);
        }
    }

    public async Task CloseAsync(
        SessionKey session, VideoOutcome outcome, string? videoKey, string? error, decimal cost, CancellationToken cancellationToken)
    {
        await using var context = await database.CreateDbContextAsync(cancellationToken);
        if (await RowAsync(context, session, cancellationToken) is { } row)
        {
            (row.Outcome, row.VideoKey, row.Error) = (outcome.ToString(), videoKey, error is null ? null : Storable(error));
            row.Cost = Math.Round(cost, DecimalsOfCost, MidpointRounding.AwayFromZero);
            row.CompletedAt = StoredTime.Now(time);
            await context.SaveChangesAsync(cancellationToken);
        }
    }

    private async Task<VideoSession> MakeOrChangeAsync(SessionKey session, string topic, CancellationToken cancellationToken)
    {
        await using var context = await database.CreateDbContextAsync(cancellationToken);
        var row = await RowAsync(context, session, cancellationToken);
        if (row is null)
        {
            row = new VideoSession
            {
                Id = session.SessionId,
                UserId = session.UserId,
                Topic = Storable(topic),
                CreatedAt = StoredTime.Now(time),
            };
            context.Sessions.Add(row);
        }

        row.Topic = Storable(topic);
        await context.SaveChangesAsync(cancellationToken);
        return row;
    }

    private static Task<VideoSession?> RowAsync(VideoDbContext context, SessionKey session, CancellationToken cancellationToken) =>
        context.Sessions.SingleOrDefaultAsync(row => row.Id == session.SessionId && row.UserId == session.UserId, cancellationToken);

    /// <summary>PostgreSQL refuses U+0000 and halves of surrogate pairs, which may stand in what a tool said: they become U+FFFD.</summary>
    private static string Storable(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\0', '\uFFFD');
}
