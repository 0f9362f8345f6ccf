using System.Collections.Frozen;
using Google.Protobuf;
using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.Grpc;

namespace Temporalio.Client;

/// <summary>Whether and when a failed call is repeated; the rules are those of the core that the official SDKs share.</summary>
/// <param name="options">Waits and limits.</param>
/// <param name="longPoll">A long poll is repeated without limit, also after its time ran out.</param>
internal sealed class RpcRetry(RpcRetryOptions options, bool longPoll)
{
    private static readonly RpcRetryOptions LongPollOptions = new()
    {
        InitialInterval = TimeSpan.FromMilliseconds(200),
        Multiplier = 2,
        MaxInterval = TimeSpan.FromSeconds(10),
        MaxElapsedTime = null,
        MaxRetries = int.MaxValue,
    };

    private static readonly RpcRetryOptions ThrottledOptions = new()
    {
        InitialInterval = TimeSpan.FromSeconds(1),
        Multiplier = 2,
        MaxInterval = TimeSpan.FromSeconds(10),
    };

    private static readonly FrozenSet<GrpcStatusCode> Retryable = new[]
    {
        GrpcStatusCode.DataLoss, GrpcStatusCode.Internal, GrpcStatusCode.Unknown, GrpcStatusCode.ResourceExhausted,
        GrpcStatusCode.Aborted, GrpcStatusCode.OutOfRange, GrpcStatusCode.Unavailable,
    }.ToFrozenSet();

    private readonly RpcRetryOptions _limits = longPoll ? LongPollOptions : options;

    /// <summary>Whether a call waits on the server for something to happen.</summary>
    public static bool IsLongPoll(IMessage request) => request switch
    {
        PollWorkflowTaskQueueRequest or PollActivityTaskQueueRequest or PollNexusTaskQueueRequest => true,
        PollWorkflowExecutionUpdateRequest { WaitPolicy: not null } => true,
        GetWorkflowExecutionHistoryRequest { WaitNewEvent: true } => true,
        _ => false,
    };

    /// <summary>The wait before the next attempt, or null if the failure is final.</summary>
    /// <param name="failure">How the last attempt ended.</param>
    /// <param name="attempt">Number of the last attempt, from 1.</param>
    /// <param name="elapsed">Time since the first attempt began.</param>
    /// <param name="random">A random number from 0 to 1.</param>
    public TimeSpan? Next(GrpcException failure, int attempt, TimeSpan elapsed, double random)
    {
        if (!IsRetryable(failure) || attempt > _limits.MaxRetries)
        {
            return null;
        }

        var waits = failure.Code == GrpcStatusCode.ResourceExhausted ? ThrottledOptions : _limits;
        var wait = waits.InitialInterval.TotalMilliseconds * Math.Pow(waits.Multiplier, attempt - 1);
        wait = Math.Min(wait, waits.MaxInterval.TotalMilliseconds);
        wait *= 1 + (((2 * random) - 1) * waits.RandomizationFactor);
        var delay = TimeSpan.FromMilliseconds(wait);
        return elapsed + delay > _limits.MaxElapsedTime ? null : delay;
    }

    private bool IsRetryable(GrpcException failure) => failure.Code switch
    {
        GrpcStatusCode.DeadlineExceeded or GrpcStatusCode.Cancelled => longPoll,
        GrpcStatusCode.ResourceExhausted => !failure.Message.Contains("message larger than max", StringComparison.Ordinal),
        _ => Retryable.Contains(failure.Code),
    };
}
