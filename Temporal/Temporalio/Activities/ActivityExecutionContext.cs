using Microsoft.Extensions.Logging;
using Temporalio.Client;
using Temporalio.Converters;

namespace Temporalio.Activities;

/// <summary>What a running activity can ask of Temporal. It flows with the activity's async calls.</summary>
public class ActivityExecutionContext
{
    internal static readonly AsyncLocal<ActivityExecutionContext?> Flowing = new();

    private readonly ITemporalClient? _client;

    internal ActivityExecutionContext(
        ActivityInfo info,
        CancellationToken cancellationToken,
        CancellationToken workerShutdownToken,
        ILogger logger,
        IPayloadConverter payloadConverter,
        ITemporalClient? client)
    {
        Info = info;
        CancellationToken = cancellationToken;
        WorkerShutdownToken = workerShutdownToken;
        Logger = logger;
        PayloadConverter = payloadConverter;
        _client = client;
    }

    /// <summary>Whether the calling code runs in an activity.</summary>
    public static bool HasCurrent => Flowing.Value is not null;

    /// <summary>Context of the activity whose code is running.</summary>
    /// <exception cref="InvalidOperationException">No activity is running here.</exception>
    public static ActivityExecutionContext Current =>
        Flowing.Value ?? throw new InvalidOperationException("Not in an activity: there is no current activity context");

    /// <summary>What the activity knows about its execution.</summary>
    public ActivityInfo Info { get; }

    /// <summary>Logger whose entries carry what the activity is.</summary>
    public ILogger Logger { get; }

    /// <summary>Cancelled when the activity is to stop; <see cref="CancelReason"/> says why. Requests of the workflow arrive by heartbeats only.</summary>
    public CancellationToken CancellationToken { get; }

    /// <summary>Cancelled when the worker begins to shut down, before running activities are cancelled.</summary>
    public CancellationToken WorkerShutdownToken { get; }

    /// <summary>Why the activity was cancelled.</summary>
    public ActivityCancelReason CancelReason { get; internal set; }

    /// <summary>All reasons for which the activity was cancelled; null until it is.</summary>
    public ActivityCancellationDetails? CancellationDetails { get; internal set; }

    /// <summary>Converter of the activity's values.</summary>
    public IPayloadConverter PayloadConverter { get; }

    /// <summary>Token by which this attempt can be completed from elsewhere.</summary>
    internal byte[] TaskToken => Info.TaskToken;

    /// <summary>Client of the worker.</summary>
    /// <exception cref="InvalidOperationException">There is none, as in a test environment without one.</exception>
    public ITemporalClient TemporalClient =>
        _client ?? throw new InvalidOperationException("No client is available to this activity");

    internal Action<object?[]>? Heartbeater { get; set; }

    /// <summary>
    /// Says that the activity is alive. Calls are throttled: the newest details are sent at the end of an interval of 80 % of the
    /// heartbeat timeout. Cancellation by the workflow arrives with the answer.
    /// </summary>
    /// <param name="details">Where the work stands; a later attempt finds it in <see cref="ActivityInfo.HeartbeatDetails"/>.</param>
    public void Heartbeat(params object?[] details) => Heartbeater?.Invoke(details);
}
