using Temporalio.Activities;
using Temporalio.Exceptions;
using Temporalio.Worker.Interceptors;
using TemporalVideo.Studio;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Worker.Interceptors;

/// <summary>
/// Tells the workflow what an activity's end means: heartbeats carry the number of the attempt, a worker that shuts down is told apart from
/// a step that
/// failed, and a service that says when it may be asked again is not asked before.
/// </summary>
internal sealed class StepAnswers : IWorkerInterceptor
{
    public ActivityInboundInterceptor InterceptActivity(ActivityInboundInterceptor nextInterceptor) => new Inbound(nextInterceptor);

    private sealed class Inbound(ActivityInboundInterceptor next) : ActivityInboundInterceptor(next)
    {
        public override void Init(ActivityOutboundInterceptor outbound) => base.Init(new Outbound(outbound));

        public override async Task<object?> ExecuteActivityAsync(ExecuteActivityInput input)
        {
            var context = ActivityExecutionContext.Current;
            try
            {
                return await base.ExecuteActivityAsync(input);
            }
            catch (Exception failure) when (context.CancelReason == ActivityCancelReason.WorkerShutdown
                && TemporalException.IsCanceledException(failure))
            {
                throw new ApplicationFailureException(
                    "The worker was shut down before the step was done.", failure, FailureTypes.WorkerStopped,
                        details: [context.Info.Attempt]);
            }
            catch (Exception failure) when (RetryLaterException.In(failure) is { } busy)
            {
                var known = failure as ApplicationFailureException;
                throw new ApplicationFailureException(
                    failure.Message, failure, known?.ErrorType ?? FailureTypes.ServiceBusy, known?.NonRetryable
                        ?? false, nextRetryDelay: busy.After);
            }
        }
    }

    private sealed class Outbound(ActivityOutboundInterceptor next) : ActivityOutboundInterceptor(next)
    {
        public override void Heartbeat(HeartbeatInput input)
        {
            if (input.Details.Length == AttemptDetail.Place)
            {
                input = new HeartbeatInput([.. input.Details, ActivityExecutionContext.Current.Info.Attempt]);
            }

            base.Heartbeat(input);
        }
    }
}
