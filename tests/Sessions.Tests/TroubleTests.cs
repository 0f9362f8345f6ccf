using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.Workflow.V1;

namespace TemporalVideo.Sessions.Tests;

public sealed class TroubleTests
{
    private static readonly DateTime Next = new(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);

    [Fact]
    public void Of_WaitingForItsThirdAttempt_SaysHowOftenWhenAndWhy()
    {
        var trouble = Trouble.Of([Failing()]).Single();

        trouble.ToString().Should().Be("PutPiece failed (attempt 2), tried again at 03:04:05 UTC: No space left on device");
    }

    [Fact]
    public void Of_LimitedAttempts_SaysHowManyThereAre()
    {
        var activity = Failing();
        activity.MaximumAttempts = 3;
        activity.State = PendingActivityState.Started;

        Trouble.Of([activity]).Single().ToString().Should().Be("PutPiece failed (attempt 2 of 3), tried again now: No space left on device");
    }

    [Fact]
    public void Of_FirstAttempt_IsNone() =>
        Trouble.Of([new PendingActivityInfo { ActivityType = new() { Name = "PutPiece" }, Attempt = 1 }]).Should().BeEmpty();

    private static PendingActivityInfo Failing() => new()
    {
        ActivityType = new() { Name = "PutPiece" },
        ActivityId = "5",
        Attempt = 3,
        State = PendingActivityState.Scheduled,
        ScheduledTime = Timestamp.FromDateTime(Next),
        LastFailure = new Failure { Message = "No space left on device" },
    };
}
