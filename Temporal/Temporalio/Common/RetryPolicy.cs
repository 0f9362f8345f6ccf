using Google.Protobuf.WellKnownTypes;
using Proto = Temporalio.Api.Common.V1;

namespace Temporalio.Common;

/// <summary>How the server retries an activity or a workflow.</summary>
public record RetryPolicy
{
    /// <summary>Wait before the first retry. Default: 1 s.</summary>
    public TimeSpan InitialInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Factor from one wait to the next. Default: 2.</summary>
    public float BackoffCoefficient { get; set; } = 2.0F;

    /// <summary>Longest wait between two attempts. Default: null, the server takes 100 times the initial interval.</summary>
    public TimeSpan? MaximumInterval { get; set; }

    /// <summary>Number of attempts including the first; 0, the default, means no limit.</summary>
    public int MaximumAttempts { get; set; }

    /// <summary>Error types (case-sensitive) that are never retried. Default: none.</summary>
    public IReadOnlyCollection<string>? NonRetryableErrorTypes { get; set; }

    internal Proto.RetryPolicy ToProto()
    {
        var proto = new Proto.RetryPolicy
        {
            InitialInterval = Duration.FromTimeSpan(InitialInterval),
            BackoffCoefficient = BackoffCoefficient,
            MaximumInterval = MaximumInterval is { } maximum ? Duration.FromTimeSpan(maximum) : null,
            MaximumAttempts = MaximumAttempts,
        };
        proto.NonRetryableErrorTypes.AddRange(NonRetryableErrorTypes ?? []);
        return proto;
    }

    internal static RetryPolicy FromProto(Proto.RetryPolicy proto) => new()
    {
        InitialInterval = proto.InitialInterval?.ToTimeSpan() ?? TimeSpan.FromSeconds(1),
        BackoffCoefficient = (float)proto.BackoffCoefficient,
        MaximumInterval = proto.MaximumInterval?.ToTimeSpan(),
        MaximumAttempts = proto.MaximumAttempts,
        NonRetryableErrorTypes = proto.NonRetryableErrorTypes.Count == 0 ? null : [.. proto.NonRetryableErrorTypes],
    };
}
