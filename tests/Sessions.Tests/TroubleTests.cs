using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.Workflow.V1;
using Temporalio.Converters;
using Temporalio.Exceptions;

namespace TemporalVideo.Sessions.Tests;

public sealed class TroubleTests
{
    private static readonly DateTime Next = new(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);

    [Fact]
    public async Task OfAsync_WaitingForItsThirdAttempt_SaysHowOftenWhenAndWhy()
    {
        var trouble = (await Trouble.OfAsync([Failing()], DataConverter.Default)).Single();

        trouble.ToString().Should().Be("PutPiece failed (attempt 2), tried again at 03:04:05 UTC: No space left on device");
    }

    [Fact]
    public async Task OfAsync_LimitedAttempts_SaysHowManyThereAre()
    {
        var activity = Failing();
        activity.MaximumAttempts = 3;
        activity.State = PendingActivityState.Started;

        (await Trouble.OfAsync([activity], DataConverter.Default)).Single().ToString().Should()
            .Be("PutPiece failed (attempt 2 of 3), tried again now: No space left on device");
    }

    [Fact]
    public async Task OfAsync_FirstAttempt_IsNone()
    {
        var first = new PendingActivityInfo { ActivityType = new() { Name = "PutPiece" }, Attempt = 1 };

        (await Trouble.OfAsync([first], DataConverter.Default)).Should().BeEmpty();
    }

    [Fact]
    public async Task OfAsync_EncryptedFailure_IsReadWithTheClientsConverter()
    {
        var converter = DataConverter.Default with
        {
            PayloadCodec = new ReversingCodec(),
            FailureConverter = new DefaultFailureConverter.WithEncodedCommonAttributes(),
        };
        var activity = Failing();
        activity.LastFailure = await converter.ToFailureAsync(new ApplicationFailureException("No space left on device"));

        activity.LastFailure.ToString().Should().NotContain("space");
        (await Trouble.OfAsync([activity], converter)).Single().LastFailure.Should().Be("No space left on device");
        activity.LastFailure.ToString().Should().NotContain("space", "the server's answer is left as it is");
    }

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
