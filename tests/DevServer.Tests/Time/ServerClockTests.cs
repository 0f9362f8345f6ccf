using TemporalVideo.DevServer.Time;

namespace TemporalVideo.DevServer.Tests.Time;

public sealed class ServerClockTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly ManualTime _time = new();

    [Fact]
    public async Task Schedule_DueIsPast_FiresAtOnce()
    {
        using var clock = new ServerClock(real: _time);
        var fired = new TaskCompletionSource();

        clock.Schedule(clock.UtcNow - TimeSpan.FromDays(1), fired.SetResult);

        await fired.Task.WaitAsync(Limit);
    }

    [Fact]
    public async Task Schedule_TimePasses_FiresInOrderAndNotBefore()
    {
        using var clock = new ServerClock(real: _time);
        var second = clock.WaitUntilAsync(clock.UtcNow + TimeSpan.FromDays(2), default);
        var first = clock.WaitUntilAsync(clock.UtcNow + TimeSpan.FromDays(1), default);

        _time.Advance(TimeSpan.FromDays(1));
        await first.WaitAsync(Limit);
        second.IsCompleted.Should().BeFalse();

        _time.Advance(TimeSpan.FromDays(1));
        await second.WaitAsync(Limit);
    }

    [Fact]
    public async Task Dispose_OfATimer_KeepsItFromFiring()
    {
        using var clock = new ServerClock(real: _time);
        var fired = 0;
        var due = clock.UtcNow + TimeSpan.FromSeconds(1);
        var cancelled = Enumerable.Range(0, 5000).Select(_ => clock.Schedule(due, () => Interlocked.Increment(ref fired))).ToList();
        var later = clock.WaitUntilAsync(due + TimeSpan.FromSeconds(1), default);

        cancelled.ForEach(timer => timer.Dispose());
        _time.Advance(TimeSpan.FromSeconds(2));

        await later.WaitAsync(Limit);
        fired.Should().Be(0);
    }

    [Fact]
    public async Task C197_UnlockedAndIdle_JumpsToEachTimerInTurn()
    {
        using var clock = new ServerClock(timeSkipping: true, _time);
        var start = clock.UtcNow;
        var seen = new List<DateTimeOffset>();
        var done = new TaskCompletionSource();
        clock.Schedule(start.AddDays(1), () => seen.Add(clock.UtcNow));
        clock.Schedule(start.AddDays(365), () =>
        {
            seen.Add(clock.UtcNow);
            done.SetResult();
        });

        clock.TryUnlock().Should().BeTrue();
        await done.Task.WaitAsync(Limit);

        seen.Should().Equal(start.AddDays(1), start.AddDays(365));
    }

    [Fact]
    public async Task C198_Held_DoesNotJumpUntilReleased()
    {
        using var clock = new ServerClock(timeSkipping: true, _time);
        var hold = clock.Hold("activity");
        clock.TryUnlock();
        var waited = clock.WaitUntilAsync(clock.UtcNow.AddHours(1), default);
        var before = clock.UtcNow;

        waited.IsCompleted.Should().BeFalse();
        hold.Dispose();
        hold.Dispose();
        await waited.WaitAsync(Limit);

        clock.UtcNow.Should().Be(before.AddHours(1));
    }

    [Fact]
    public void C199_LockCount_IsNeverBelowZero()
    {
        using var clock = new ServerClock(timeSkipping: true, _time);
        clock.Lock();

        clock.TryUnlock().Should().BeTrue();
        clock.TryUnlock().Should().BeTrue();
        clock.TryUnlock().Should().BeFalse();
    }

    [Fact]
    public async Task SleepUnlocked_LaterTimer_IsNotReached()
    {
        using var clock = new ServerClock(timeSkipping: true, _time);
        var start = clock.UtcNow;
        var later = clock.WaitUntilAsync(start.AddDays(2), default);

        // Often: what locks again too late jumps to the later timer only now and then.
        for (var i = 1; i <= 20; i++)
        {
            await clock.SleepUnlockedAsync(TimeSpan.FromHours(2), default).WaitAsync(Limit);
            clock.UtcNow.Should().Be(start.AddHours(2 * i));
        }

        later.IsCompleted.Should().BeFalse();
    }

    [Fact]
    public async Task SleepUnlocked_GivenUp_LocksAgain()
    {
        using var clock = new ServerClock(timeSkipping: true, _time);
        clock.AddWorking(1);
        using var giveUp = new CancellationTokenSource();
        var start = clock.UtcNow;
        var sleeping = clock.SleepUnlockedAsync(TimeSpan.FromHours(2), giveUp.Token);

        await giveUp.CancelAsync();
        await sleeping.Awaiting(slept => slept).Should().ThrowAsync<OperationCanceledException>();
        var later = clock.WaitUntilAsync(start.AddHours(1), default);
        clock.AddWorking(-1);

        later.IsCompleted.Should().BeFalse();
        clock.UtcNow.Should().Be(start);
    }

    [Fact]
    public async Task SleepUnlocked_OneOfTwoActivities_WaitsForTheOther()
    {
        using var clock = new ServerClock(timeSkipping: true, _time);
        clock.TryUnlock();
        clock.AddWorking(2);
        var start = clock.UtcNow;

        var sleeping = clock.SleepUnlockedAsync(TimeSpan.FromHours(2), default);
        sleeping.IsCompleted.Should().BeFalse();
        clock.UtcNow.Should().Be(start);
        clock.AddWorking(-1);

        await sleeping.WaitAsync(Limit);
        clock.UtcNow.Should().Be(start.AddHours(2));
    }

    [Fact]
    public void Schedule_WithoutSkipping_NeverJumps()
    {
        using var clock = new ServerClock(timeSkipping: false, _time);
        var before = clock.UtcNow;

        var waited = clock.WaitUntilAsync(before.AddHours(1), default);

        waited.IsCompleted.Should().BeFalse();
        clock.UtcNow.Should().Be(before);
    }
}
