using Temporalio.Api.WorkflowService.V1;
using Temporalio.Client;
using TemporalVideo.Grpc;

namespace Temporalio.Tests.Client;

public class RpcRetryTests
{
    private static readonly GrpcException Unavailable = new(GrpcStatusCode.Unavailable, "away");

    [Theory]
    [InlineData(1, 100)]
    [InlineData(2, 150)]
    [InlineData(3, 225)]
    public void Next_Failures_WaitLongerEachTime(int attempt, double milliseconds) =>
        new RpcRetry(new RpcRetryOptions(), longPoll: false).Next(Unavailable, attempt, TimeSpan.Zero, 0.5)
            .Should().Be(TimeSpan.FromMilliseconds(milliseconds));

    [Theory]
    [InlineData(0, 80)]
    [InlineData(1, 120)]
    public void Next_Random_SpreadsByTheFactor(double random, double milliseconds) =>
        new RpcRetry(new RpcRetryOptions(), longPoll: false).Next(Unavailable, 1, TimeSpan.Zero, random)!.Value.TotalMilliseconds
            .Should().BeApproximately(milliseconds, 0.01);

    [Fact]
    public void Next_LimitsReached_IsFinal()
    {
        var retry = new RpcRetry(new RpcRetryOptions(), longPoll: false);

        retry.Next(Unavailable, 11, TimeSpan.Zero, 0.5).Should().BeNull();
        retry.Next(Unavailable, 1, TimeSpan.FromSeconds(10), 0.5).Should().BeNull();
        retry.Next(Unavailable, 10, TimeSpan.Zero, 0.5).Should().NotBeNull();
    }

    [Fact]
    public void Next_LongPoll_GoesOnWithoutLimit()
    {
        var retry = new RpcRetry(new RpcRetryOptions(), longPoll: true);

        retry.Next(Unavailable, 1000, TimeSpan.FromHours(5), 0.5).Should().Be(TimeSpan.FromSeconds(10));
        retry.Next(new GrpcException(GrpcStatusCode.DeadlineExceeded, ""), 1, TimeSpan.Zero, 0.5).Should().NotBeNull();
        retry.Next(new GrpcException(GrpcStatusCode.NotFound, ""), 1, TimeSpan.Zero, 0.5).Should().BeNull();
    }

    [Fact]
    public void Next_ResourceExhausted_WaitsASecondUnlessTheMessageWasTooLarge()
    {
        var retry = new RpcRetry(new RpcRetryOptions(), longPoll: false);

        retry.Next(new GrpcException(GrpcStatusCode.ResourceExhausted, "limit"), 1, TimeSpan.Zero, 0.5).Should().Be(TimeSpan.FromSeconds(1));
        retry.Next(new GrpcException(GrpcStatusCode.ResourceExhausted, "grpc: received message larger than max (5 vs. 4)"), 1, TimeSpan.Zero, 0.5)
            .Should().BeNull();
    }

    [Fact]
    public void IsLongPoll_Requests_AreToldApart()
    {
        RpcRetry.IsLongPoll(new PollWorkflowTaskQueueRequest()).Should().BeTrue();
        RpcRetry.IsLongPoll(new GetWorkflowExecutionHistoryRequest { WaitNewEvent = true }).Should().BeTrue();
        RpcRetry.IsLongPoll(new GetWorkflowExecutionHistoryRequest()).Should().BeFalse();
        RpcRetry.IsLongPoll(new StartWorkflowExecutionRequest()).Should().BeFalse();
    }
}
