using Temporalio.Api.TestService.V1;
using Temporalio.Client;

namespace Temporalio.Testing;

/// <summary>
/// This environment's part of the server's lock counter: unlocked by the first who asks, locked by the last who is done,
/// because the server refuses to be unlocked twice.
/// </summary>
internal sealed class TimeSkippingLock(TestService service)
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private int _unlocked;

    /// <summary>Unlocks time skipping until disposed.</summary>
    public async Task<IAsyncDisposable> UnlockAsync()
    {
        await _gate.WaitAsync().ConfigureAwait(false);
        try
        {
            if (_unlocked == 0)
            {
                await service.UnlockTimeSkippingAsync(new UnlockTimeSkippingRequest()).ConfigureAwait(false);
            }

            _unlocked++;
        }
        finally
        {
            _gate.Release();
        }

        return new Unlocked(this);
    }

    /// <summary>Skips a time; a time already unlocked is only waited for.</summary>
    public Task SleepAsync(SleepRequest request, RpcOptions options) =>
        Volatile.Read(ref _unlocked) > 0 ? service.SleepAsync(request, options) : service.UnlockTimeSkippingWithSleepAsync(request, options);

    private async ValueTask LockAsync()
    {
        await _gate.WaitAsync().ConfigureAwait(false);
        try
        {
            if (--_unlocked == 0)
            {
                await service.LockTimeSkippingAsync(new LockTimeSkippingRequest()).ConfigureAwait(false);
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    private sealed class Unlocked(TimeSkippingLock owner) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => owner.LockAsync();
    }
}
