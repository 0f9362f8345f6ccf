using Microsoft.EntityFrameworkCore;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Storage.Records;

/// <summary>Reads and writes the table <c>video_session</c>.</summary>
internal sealed class VideoSessions(IDbContextFactory<VideoDbContext> database, TimeProvider time) : IVideoSessions
{
    private const int Tries = 2;

    public async Task<VideoSession?> FindAsync(SessionKey session, CancellationToken cancellationToken)
    {
        await using var context = await database.CreateDbContextAsync(cancellationToken);
        return await RowAsync(context, session, cancellationToken);
    }

    public Task<VideoSession> OpenAsync(SessionKey session, string topic, CancellationToken cancellationToken) =>
        database.PatientlyAsync(Tries, context => MakeOrChangeAsync(context, session, topic, cancellationToken), cancellationToken);

    public async Task CloseAsync(
        SessionKey session, VideoOutcome outcome, string? videoKey, string? error, decimal cost, CancellationToken cancellationToken)
    {
        await using var context = await database.CreateDbContextAsync(cancellationToken);
        if (await RowAsync(context, session, cancellationToken) is { } row)
        {
            (row.Outcome, row.VideoKey, row.Error) = (outcome.ToString(), videoKey, StoredText.OfMaybe(error));
            row.Cost = StoredText.Dollars(cost);
            row.CompletedAt = StoredTime.Now(time);
            await context.SaveChangesAsync(cancellationToken);
        }
    }

    private async Task<VideoSession> MakeOrChangeAsync(
        VideoDbContext context, SessionKey session, string topic, CancellationToken cancellationToken)
    {
        var row = await RowAsync(context, session, cancellationToken);
        if (row is null)
        {
            row = new VideoSession
            {
                Id = session.SessionId,
                UserId = session.UserId,
                Topic = StoredText.Of(topic),
                CreatedAt = StoredTime.Now(time),
            };
            context.Sessions.Add(row);
        }

        row.Topic = StoredText.Of(topic);
        await context.SaveChangesAsync(cancellationToken);
        return row;
    }

    private static Task<VideoSession?> RowAsync(VideoDbContext context, SessionKey session, CancellationToken cancellationToken) =>
        context.Sessions.SingleOrDefaultAsync(row => row.Id == session.SessionId && row.UserId == session.UserId, cancellationToken);
}
