using Microsoft.Extensions.Logging;
using Temporalio.Activities;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Client;
using Temporalio.Converters;
using Temporalio.Exceptions;
using Temporalio.Worker.Execution;
using Temporalio.Worker.Interceptors;
using Temporalio.Workflows;

namespace Temporalio.Worker.ActivityTasks;

/// <summary>Runs one attempt of an activity and says what it has come to.</summary>
internal sealed partial class ActivityRunner(
    IReadOnlyCollection<ActivityDefinition> definitions,
    DataConverter dataConverter,
    IReadOnlyList<IWorkerInterceptor> interceptors,
    ILoggerFactory loggerFactory,
    ITemporalClient? client)
{
    private readonly ILogger _logger = loggerFactory.CreateLogger("Temporalio.Activity");
    private readonly Dictionary<string, ActivityDefinition> _byName =
        definitions.Where(d => !d.Dynamic).ToDictionary(d => d.Name!);

    private readonly ActivityDefinition? _dynamic = definitions.SingleOrDefault(d => d.Dynamic);

    /// <summary>Makes the context of an attempt.</summary>
    public ActivityExecutionContext CreateContext(ActivityInfo info, CancellationToken cancellation, CancellationToken workerShutdown) =>
        new(info, cancellation, workerShutdown, new ScopedLogger(loggerFactory.CreateLogger($"Temporalio.Activity:{info.ActivityType}"), info.LoggerScope), dataConverter.PayloadConverter, client);

    /// <summary>Runs the attempt on the thread pool.</summary>
    public Task<ActivityOutcome> RunAsync(ActivityExecutionContext context, Api.Common.V1.Payloads? input, Header? header) =>
        Task.Run(async () =>
        {
            ActivityExecutionContext.Flowing.Value = context;
            try
            {
                var result = await ExecuteAsync(context, input, header).ConfigureAwait(false);
                return new ActivityOutcome.Completed(result);
            }
            catch (CompleteAsyncException)
            {
                return new ActivityOutcome.CompletesLater();
            }
            catch (Exception e)
            {
                return await ToOutcomeAsync(context, e).ConfigureAwait(false);
            }
        });

    private async Task<Payload?> ExecuteAsync(ActivityExecutionContext context, Api.Common.V1.Payloads? input, Header? header)
    {
        var definition = _byName.GetValueOrDefault(context.Info.ActivityType) ?? _dynamic ?? throw NotFound(context.Info);
        var payloads = new Api.Common.V1.Payloads();
        if (input is not null)
        {
            payloads.Payloads_.Add(dataConverter.PayloadCodec is { } codec
                ? await codec.DecodeAsync(input.Payloads_).ConfigureAwait(false)
                : input.Payloads_);
        }

        var headers = await Common.HeaderDictionary.FromProtoAsync(header, dataConverter.PayloadCodec).ConfigureAwait(false);
        ActivityInboundInterceptor inbound = new InboundActivityCalls(context);
        foreach (var interceptor in interceptors.Reverse())
        {
            inbound = interceptor.InterceptActivity(inbound);
        }

        inbound.Init(new OutboundActivityCalls(context.Heartbeater ?? (static _ => { })));
        var args = ReadArguments(definition, payloads);
        var result = await inbound.ExecuteActivityAsync(new(definition, args, headers)).ConfigureAwait(false);
        return TaskResults.TypeOf(definition.ReturnType) == typeof(void) && result is null
            ? null
            : await dataConverter.ToPayloadAsync(result).ConfigureAwait(false);
    }

    private object?[] ReadArguments(ActivityDefinition definition, Api.Common.V1.Payloads payloads)
    {
        if (definition.Dynamic)
        {
            return [Arguments.RawList(payloads.Payloads_)];
        }

        if (payloads.Payloads_.Count < definition.RequiredParameterCount)
        {
            throw new ApplicationFailureException(
                $"Activity {definition.Name} given {payloads.Payloads_.Count} parameter(s), but more than that are required by the signature");
        }

        return [.. definition.ParameterTypes.Zip(payloads.Payloads_, (type, payload) =>
            type == typeof(IRawValue) ? new RawValue(payload) : dataConverter.PayloadConverter.ToValue(payload, type))];
    }

    private ApplicationFailureException NotFound(ActivityInfo info)
    {
        var known = string.Join(", ", _byName.Keys.Order(StringComparer.Ordinal));
        return new(
            $"Activity {info.ActivityType} is not registered on this worker, available activities: {known}", errorType: "NotFoundError");
    }

    private async Task<ActivityOutcome> ToOutcomeAsync(ActivityExecutionContext context, Exception e)
    {
        if (TemporalException.IsCanceledException(e))
        {
            switch (context.CancelReason)
            {
                case ActivityCancelReason.CancelRequested:
                case ActivityCancelReason.GoneFromServer:
                    var canceled = e as CanceledFailureException ?? new CanceledFailureException("Canceled");
                    return new ActivityOutcome.Canceled(await dataConverter.ToFailureAsync(canceled).ConfigureAwait(false));
                case ActivityCancelReason.WorkerShutdown:
                    e = new ApplicationFailureException("Worker is shutting down and this activity did not complete in time", e, "WorkerShutdown");
                    break;
                case ActivityCancelReason.Paused:
                    e = new ApplicationFailureException("Activity paused", e, "ActivityPause");
                    break;
                case ActivityCancelReason.Reset:
                    e = new ApplicationFailureException("Activity reset", e, "ActivityReset");
                    break;
            }
        }

        if (e is not ApplicationFailureException { Category: Api.Enums.V1.ApplicationErrorCategory.Benign })
        {
            LogFailed(_logger, e, context.Info.ActivityType, context.Info.ActivityId, context.Info.Attempt, context.Info.WorkflowId);
        }

        var failure = await dataConverter.ToFailureAsync(e).ConfigureAwait(false);
        return new ActivityOutcome.Failed(failure.ApplicationFailureInfo is not null ? failure : Wrap(failure, e));
    }

    /// <summary>The server takes application failures only.</summary>
    private static Failure Wrap(Failure failure, Exception e) => new()
    {
        Message = failure.Message,
        Source = failure.Source,
        StackTrace = failure.StackTrace,
        Cause = failure,
        ApplicationFailureInfo = new() { Type = e.GetType().Name },
    };

    [LoggerMessage(1010, LogLevel.Warning, "Activity {ActivityType} ({ActivityId}, attempt {Attempt}) of workflow {WorkflowId} failed")]
    private static partial void LogFailed(
        ILogger logger, Exception e, string activityType, string activityId, int attempt, string workflowId);

    private sealed class InboundActivityCalls(ActivityExecutionContext context) : ActivityInboundInterceptor
    {
        public override void Init(ActivityOutboundInterceptor outbound) =>
            context.Heartbeater = details => outbound.Heartbeat(new(details));

        public override Task<object?> ExecuteActivityAsync(ExecuteActivityInput input) => input.Activity.InvokeAsync(input.Args);
    }

    private sealed class OutboundActivityCalls(Action<object?[]> heartbeat) : ActivityOutboundInterceptor
    {
        public override void Heartbeat(HeartbeatInput input) => heartbeat(input.Details);
    }
}
