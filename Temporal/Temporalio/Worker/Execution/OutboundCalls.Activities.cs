using Temporalio.Exceptions;
using Temporalio.Worker.Interceptors;
using Temporalio.Worker.Runs;

namespace Temporalio.Worker.Execution;

/// <summary>Activities.</summary>
internal sealed partial class OutboundCalls
{
    public override async Task<TResult> ScheduleActivityAsync<TResult>(ScheduleActivityInput input)
    {
        var options = input.Options;
        if (options.ScheduleToCloseTimeout is null && options.StartToCloseTimeout is null)
        {
            throw new ArgumentException($"Activity {input.Activity} needs a ScheduleToCloseTimeout or a StartToCloseTimeout");
        }

        var token = options.CancellationToken ?? context.Cancellation.Token;
        if (token.IsCancellationRequested)
        {
            throw new CanceledFailureException("Activity cancelled before scheduled");
        }

        var seq = context.Commands.NextActivity();
        context.Commands.Add(new WorkflowCommand.ScheduleActivity(
            seq,
            new()
            {
                ActivityId = options.ActivityId ?? $"{seq}",
                ActivityType = new() { Name = input.Activity },
                TaskQueue = new() { Name = options.TaskQueue ?? context.Info.TaskQueue },
                Header = ToHeader(input.Headers),
                Input = ToPayloads(input.Args),
                ScheduleToCloseTimeout = ToDuration(options.ScheduleToCloseTimeout),
                ScheduleToStartTimeout = ToDuration(options.ScheduleToStartTimeout),
                StartToCloseTimeout = ToDuration(options.StartToCloseTimeout),
                HeartbeatTimeout = ToDuration(options.HeartbeatTimeout),
                RetryPolicy = options.RetryPolicy?.ToProto(),
                Priority = options.Priority?.ToProto(),
            },
            options.CancellationType,
            ToMetadata(options.Summary, null)));
        var source = context.Pending.Activities[seq] = new();
        using (context.Awaits.Enter($"activity {options.ActivityId ?? $"{seq}"} ({input.Activity})"))
        using (token.Register(() => CancelIf(context.Pending.Activities.ContainsKey(seq), WorkflowCommand.Cancel.Of<WorkflowCommand.ScheduleActivity>(seq))))
        {
            return ReadActivity<TResult>((WorkflowJob.ActivityResolved)await source.Task);
        }
    }

    public override async Task<TResult> ScheduleLocalActivityAsync<TResult>(ScheduleLocalActivityInput input)
    {
        var options = input.Options;
        if (options.ScheduleToCloseTimeout is null && options.StartToCloseTimeout is null)
        {
            throw new ArgumentException($"Local activity {input.Activity} needs a ScheduleToCloseTimeout or a StartToCloseTimeout");
        }

        var token = options.CancellationToken ?? context.Cancellation.Token;
        if (token.IsCancellationRequested)
        {
            throw new CanceledFailureException("Activity cancelled before scheduled");
        }

        var seq = context.Commands.NextActivity();
        var request = new LocalActivityRequest
        {
            Seq = seq,
            ActivityId = options.ActivityId ?? $"{seq}",
            ActivityType = input.Activity,
            Arguments = ToPayloads(input.Args),
            Headers = input.Headers ?? new Dictionary<string, Api.Common.V1.Payload>(),
            Attempt = 1,
            ScheduleToClose = options.ScheduleToCloseTimeout,
            ScheduleToStart = options.ScheduleToStartTimeout,
            StartToClose = options.StartToCloseTimeout,
            RetryPolicy = (options.RetryPolicy ?? new()).ToProto(),
            LocalRetryThreshold = options.LocalRetryThreshold ?? TimeSpan.FromMinutes(1),
            CancellationType = options.CancellationType,
        };
        while (true)
        {
            switch (await RunLocalAsync(request, token))
            {
                case WorkflowJob.ActivityResolved resolved:
                    return ReadActivity<TResult>(resolved);
                case WorkflowJob.LocalActivityBackoff backoff:
                    await context.Outbound.DelayAsync(new(backoff.Backoff, token, null));
                    request = request with
                    {
                        Seq = context.Commands.NextActivity(),
                        Attempt = backoff.Attempt,
                        FirstScheduled = backoff.FirstScheduled,
                    };
                    break;
            }
        }
    }

    private async Task<WorkflowJob> RunLocalAsync(LocalActivityRequest request, CancellationToken token)
    {
        context.Commands.Add(new WorkflowCommand.ScheduleLocalActivity(request));
        var source = context.Pending.Activities[request.Seq] = new();
        using (context.Awaits.Enter($"local activity {request.ActivityId} ({request.ActivityType})"))
        using (token.Register(() =>
            CancelIf(context.Pending.Activities.ContainsKey(request.Seq), WorkflowCommand.Cancel.Of<WorkflowCommand.ScheduleLocalActivity>(request.Seq))))
        {
            return await source.Task;
        }
    }

    private TResult ReadActivity<TResult>(WorkflowJob.ActivityResolved resolved) =>
        resolved.Failure is { } failure ? throw context.ToException(failure) : Read<TResult>(resolved.Result);
}
