using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Converters;
using Temporalio.Exceptions;

namespace Temporalio.Tests.Converters;

public class FailureConverterTests
{
    private static readonly DataConverter Plain = DataConverter.Default;

    private static readonly DataConverter Encoding =
        Plain with { FailureConverter = new DefaultFailureConverter.WithEncodedCommonAttributes(), PayloadCodec = new ReversingCodec() };

    [Fact]
    public async Task C027_RoundTrip_ApplicationFailure_KeepsEverything()
    {
        var cause = new CanceledFailureException("stopped", details: ["why", 3]);
        var original = new ApplicationFailureException(
            "broken", cause, "Kind", nonRetryable: true, details: ["a", 7], TimeSpan.FromSeconds(5), ApplicationErrorCategory.Benign);

        var failure = await Plain.ToFailureAsync(Thrown(original));
        var restored = await Plain.ToExceptionAsync(failure);

        var application = restored.Should().BeOfType<ApplicationFailureException>().Subject;
        application.Message.Should().Be("broken");
        application.ErrorType.Should().Be("Kind");
        application.NonRetryable.Should().BeTrue();
        application.NextRetryDelay.Should().Be(TimeSpan.FromSeconds(5));
        application.Category.Should().Be(ApplicationErrorCategory.Benign);
        application.Details.Count.Should().Be(2);
        application.Details.ElementAt<string>(0).Should().Be("a");
        application.Details.ElementAt<int>(1).Should().Be(7);
        application.StackTrace.Should().Contain(nameof(Thrown));
        var canceled = application.InnerException.Should().BeOfType<CanceledFailureException>().Subject;
        canceled.Message.Should().Be("stopped");
        canceled.Details.ElementAt<int>(1).Should().Be(3);
    }

    [Fact]
    public async Task C027_ToFailure_AnyOtherException_BecomesAnApplicationFailureOfItsTypeName()
    {
        var failure = await Plain.ToFailureAsync(new InvalidOperationException("outer", new FileNotFoundException("inner")));

        failure.Message.Should().Be("outer");
        failure.Source.Should().NotBeEmpty();
        failure.ApplicationFailureInfo.Type.Should().Be("InvalidOperationException");
        failure.ApplicationFailureInfo.NonRetryable.Should().BeFalse();
        failure.Cause.ApplicationFailureInfo.Type.Should().Be("FileNotFoundException");
    }

    [Fact]
    public async Task C027_ToFailure_ExceptionMadeFromAFailure_GivesThatFailureAgain()
    {
        var failure = ActivityFailure();

        (await Plain.ToFailureAsync(await Plain.ToExceptionAsync(failure))).Should().Be(failure);
    }

    [Fact]
    public async Task C027_ToException_ActivityFailure_TellsWhatFailedAndWhy()
    {
        var exception = (await Plain.ToExceptionAsync(ActivityFailure())).Should().BeOfType<ActivityFailureException>().Subject;

        exception.ActivityType.Should().Be("Paint");
        exception.ActivityId.Should().Be("4");
        exception.RetryState.Should().Be(RetryState.MaximumAttemptsReached);
        exception.InnerException.Should().BeOfType<TimeoutFailureException>()
            .Which.TimeoutType.Should().Be(TimeoutType.Heartbeat);
    }

    public static TheoryData<Failure, Type> Kinds => new()
    {
        { new Failure { ApplicationFailureInfo = new ApplicationFailureInfo() }, typeof(ApplicationFailureException) },
        { new Failure { TimeoutFailureInfo = new TimeoutFailureInfo() }, typeof(TimeoutFailureException) },
        { new Failure { CanceledFailureInfo = new CanceledFailureInfo() }, typeof(CanceledFailureException) },
        { new Failure { TerminatedFailureInfo = new TerminatedFailureInfo() }, typeof(TerminatedFailureException) },
        { new Failure { ServerFailureInfo = new ServerFailureInfo() }, typeof(ServerFailureException) },
        { new Failure { ActivityFailureInfo = new ActivityFailureInfo() }, typeof(ActivityFailureException) },
        { new Failure { ChildWorkflowExecutionFailureInfo = new ChildWorkflowExecutionFailureInfo() }, typeof(ChildWorkflowFailureException) },
        { new Failure { NexusOperationExecutionFailureInfo = new NexusOperationFailureInfo() }, typeof(NexusOperationFailureException) },
        { new Failure { ResetWorkflowFailureInfo = new ResetWorkflowFailureInfo() }, typeof(FailureException) },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task C027_ToException_EachInfo_HasItsType(Failure failure, Type expected) =>
        (await Plain.ToExceptionAsync(failure)).Should().BeOfType(expected);

    [Fact]
    public async Task C028_ToFailure_EncodedAttributes_HideMessagesOfTheWholeChain()
    {
        var failure = await Encoding.ToFailureAsync(new ApplicationFailureException("secret", new InvalidOperationException("deep secret")));

        failure.Message.Should().Be("Encoded failure");
        failure.Cause.Message.Should().Be("Encoded failure");
        failure.StackTrace.Should().BeEmpty();
        failure.ToString().Should().NotContain("secret");
        ReversingCodec.IsEncoded(failure.EncodedAttributes).Should().BeTrue();
    }

    [Fact]
    public async Task C028_ToException_EncodedAttributes_AreRestored()
    {
        var original = new ApplicationFailureException("secret", new InvalidOperationException("deep secret"));

        var restored = await Encoding.ToExceptionAsync(await Encoding.ToFailureAsync(Thrown(original)));

        restored.Message.Should().Be("secret");
        restored.StackTrace.Should().Contain(nameof(Thrown));
        restored.InnerException!.Message.Should().Be("deep secret");
    }

    [Fact]
    public async Task C028_ToFailure_RestoredException_IsHiddenAgain()
    {
        var restored = await Encoding.ToExceptionAsync(await Encoding.ToFailureAsync(new ApplicationFailureException("secret")));

        (await Encoding.ToFailureAsync(restored)).ToString().Should().NotContain("secret");
    }

    [Fact]
    public async Task C026_ToFailure_Codec_EncodesDetails()
    {
        var converter = Plain with { PayloadCodec = new ReversingCodec() };

        var failure = await converter.ToFailureAsync(new ApplicationFailureException("m", details: ["detail"]));

        failure.ApplicationFailureInfo.Details.Payloads_.Should().ContainSingle().Which.Should().Match<Payload>(p => ReversingCodec.IsEncoded(p));
        ((ApplicationFailureException)await converter.ToExceptionAsync(failure)).Details.ElementAt<string>(0).Should().Be("detail");
    }

    private static Failure ActivityFailure() => new()
    {
        Message = "Activity task timed out",
        ActivityFailureInfo = new ActivityFailureInfo
        {
            ActivityId = "4",
            ActivityType = new ActivityType { Name = "Paint" },
            RetryState = RetryState.MaximumAttemptsReached,
        },
        Cause = new Failure { Message = "activity Heartbeat timeout", TimeoutFailureInfo = new TimeoutFailureInfo { TimeoutType = TimeoutType.Heartbeat } },
    };

    private static Exception Thrown(Exception exception)
    {
        try
        {
            throw exception;
        }
        catch (Exception e)
        {
            return e;
        }
    }
}
