using Temporalio.Workflows;

namespace TemporalVideo.Workflows.Video;

/// <summary>Work side by side, where the first failure stops the rest.</summary>
internal static class Together
{
    /// <summary>Runs all; when one fails the others are cancelled and awaited, then the first failure is thrown.</summary>
    public static Task RunAsync(CancellationToken cancellationToken, params Func<CancellationToken, Task>[] works) =>
        ForEachAsync(works, works.Length, (work, token) => work(token), cancellationToken);

    /// <summary>Works on all items, so many at a time; after the first failure no other is begun.</summary>
    public static async Task ForEachAsync<T>(
        IReadOnlyList<T> items, int atATime, Func<T, CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Exception? first = null;
        var next = 0;
        await Workflow.WhenAllAsync(Enumerable.Range(0, Math.Min(atATime, items.Count)).Select(_ => LaneAsync()));
        if (first is not null)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(first);
        }

        async Task LaneAsync()
        {
            while (first is null && next < items.Count)
            {
                try
                {
                    await work(items[next++], stop.Token);
                }
                catch (Exception failure)
                {
                    first ??= failure;
                    stop.Cancel();
                }
            }
        }
    }
}
