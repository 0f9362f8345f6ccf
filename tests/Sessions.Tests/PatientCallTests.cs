using Temporalio.Exceptions;

namespace TemporalVideo.Sessions.Tests;

public sealed class PatientCallTests
{
    private readonly List<string> _told = [];
    private readonly HastyTime _time = new();
    private int _calls;

    [Fact]
    public async Task MakeAsync_ConnectionBreaksForAWhile_AnswersAndTellsOnce()
    {
        var answer = await new PatientCall(_told.Add, _time).MakeAsync(() => FailingAsync(RpcException.StatusCode.Cancelled, 5), default);

        answer.Should().Be(6);
        _told.Should().ContainSingle().Which.Should().Contain("does not answer");
    }

    [Fact]
    public async Task MakeAsync_ServerStaysAway_GivesUp()
    {
        var call = () => new PatientCall(_told.Add, _time).MakeAsync(
            () => FailingAsync(RpcException.StatusCode.Unavailable, int.MaxValue), default);

        (await call.Should().ThrowAsync<RpcException>()).Which.Code.Should().Be(RpcException.StatusCode.Unavailable);
        _time.Passed.Should().BeGreaterThanOrEqualTo(PatientCall.Patience);
    }

    [Fact]
    public async Task MakeAsync_ServerRefuses_AsksOnce()
    {
        var call = () => new PatientCall(_told.Add, _time).MakeAsync(
            () => FailingAsync(RpcException.StatusCode.NotFound, int.MaxValue), default);

        await call.Should().ThrowAsync<RpcException>();
        _calls.Should().Be(1);
    }

    private Task<int> FailingAsync(RpcException.StatusCode code, int times) =>
        ++_calls <= times ? throw new RpcException(code, "operation was canceled", null) : Task.FromResult(_calls);

    /// <summary>A clock on which every delay is over at once.</summary>
    private sealed class HastyTime : TimeProvider
    {
        public TimeSpan Passed { get; private set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Passed.Ticks;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime > TimeSpan.Zero)
            {
                Passed += dueTime;
            }

            return base.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? TimeSpan.Zero : dueTime, period);
        }
    }
}
