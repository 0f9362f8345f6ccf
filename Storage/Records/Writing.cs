using Microsoft.EntityFrameworkCore;

namespace TemporalVideo.Storage.Records;

/// <summary>Writing where others write in the same moment.</summary>
internal static class Writing
{
    /// <summary>
    /// Where another has written in the same moment, what stands there is read and written again. Anything else happens again.
    /// </summary>
    /// <param name="database">Gives each try a context of its own: what a failed one has tracked is not to be saved by the next.</param>
    /// <param name="tries">How often it is tried at most.</param>
    /// <param name="write">Reads and writes.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<T> PatientlyAsync<T>(
        this IDbContextFactory<VideoDbContext> database,
        int tries,
        Func<VideoDbContext, Task<T>> write,
        CancellationToken cancellationToken)
    {
        for (var left = tries; ; left--)
        {
            await using var context = await database.CreateDbContextAsync(cancellationToken);
            try
            {
                return await write(context);
            }
            catch (DbUpdateException) when (left > 1 && !cancellationToken.IsCancellationRequested)
            {
                // Again, with what stands there now.
            }
        }
    }

    /// <summary>All or nothing; again, where the connection was lost.</summary>
    /// <param name="database">Gives each try a context of its own: what a failed one has tracked is not to be saved by the next.</param>
    /// <param name="work">Reads and writes; done again after a lost answer, it must know that it was done.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="isToKeep">Whether what was written is kept, by its result; default always.</param>
    public static async Task<T> InTransactionAsync<T>(
        this IDbContextFactory<VideoDbContext> database,
        Func<VideoDbContext, Task<T>> work,
        CancellationToken cancellationToken,
        Func<T, bool>? isToKeep = null)
    {
        await using var first = await database.CreateDbContextAsync(cancellationToken);
        return await first.Database.CreateExecutionStrategy().ExecuteAsync(async stop =>
        {
            await using var context = await database.CreateDbContextAsync(stop);
            await using var transaction = await context.Database.BeginTransactionAsync(stop);
            var result = await work(context);
            if (isToKeep?.Invoke(result) != false)
            {
                await transaction.CommitAsync(stop);
            }

            return result;
        }, cancellationToken);
    }
}
