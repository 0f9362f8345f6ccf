using System.Runtime.CompilerServices;
using Temporalio.Client;
using Temporalio.Client.Schedules;
using Temporalio.Exceptions;
using TemporalVideo.Workflows;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Sessions.Jobs;

/// <summary>A schedule of a pipeline.</summary>
/// <param name="Name">Whose, and its name.</param>
/// <param name="Template">The template that it runs.</param>
/// <param name="Next">When it is due next; null when it never is.</param>
/// <param name="Last">When it was due last; null before the first time.</param>
/// <param name="Paused">Whether it is paused.</param>
internal sealed record PipelineSchedule(SessionKey Name, string Template, DateTime? Next, DateTime? Last, bool Paused);

/// <summary>Temporal's schedules that run pipelines: <c>pipeline-schedule:{user}:{name}</c>.</summary>
internal sealed class PipelineSchedules(ITemporalClient client)
{
    /// <summary>Room for the time that is put behind the name.</summary>
    public const int LongestName = 48;

    private const string TemplateMemo = "template";

    /// <summary>Makes a schedule. A pipeline that is due while the last one runs is left out.</summary>
    /// <param name="input">The pipeline; its id is the name of the schedule.</param>
    /// <param name="cron">When, as cron says it (UTC): minute, hour, day, month, day of the week.</param>
    /// <param name="taskQueue">The queue of the workflows.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ScheduleAlreadyRunningException">There is one of that name.</exception>
    public Task CreateAsync(JobPipelineInput input, string cron, string taskQueue, CancellationToken cancellationToken)
    {
        var (due, id) = (input with { Interactive = false }, PipelineScheduleId.Of(input.Pipeline));
        var action = ScheduleActionStartWorkflow.Create(
            (ScheduledPipelineWorkflow workflow) => workflow.RunAsync(due), new WorkflowOptions(id, taskQueue));
        return client.CreateScheduleAsync(
            id,
            new Schedule(action, new ScheduleSpec { CronExpressions = [cron] })
            {
                Policy = new SchedulePolicy { CatchupWindow = TimeSpan.FromHours(1) },
            },
            new ScheduleOptions
            {
                Memo = new Dictionary<string, object> { [TemplateMemo] = input.Template },
                Rpc = new RpcOptions { CancellationToken = cancellationToken },
            });
    }

    /// <summary>All of them.</summary>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async IAsyncEnumerable<PipelineSchedule> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var options = new ScheduleListOptions { Rpc = new RpcOptions { CancellationToken = cancellationToken } };
        await foreach (var each in client.ListSchedulesAsync(options))
        {
            if (!PipelineScheduleId.TryParse(each.Id, out var name))
            {
                continue;
            }

            var template = each.Memo.TryGetValue(TemplateMemo, out var raw) ? await raw.ToValueAsync<string>() : "";
            yield return new PipelineSchedule(
                name, template, each.Info?.NextActionTimes.FirstOrDefault() is { Year: > 1 } next ? next : null,
                each.Info?.RecentActions.LastOrDefault()?.ScheduledAt, each.Schedule?.State?.Paused ?? false);
        }
    }

    /// <summary>Deletes a schedule; pipelines that run go on.</summary>
    /// <param name="name">Whose, and its name.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="RpcException">There is none of that name.</exception>
    public Task DeleteAsync(SessionKey name, CancellationToken cancellationToken) =>
        client.GetScheduleHandle(PipelineScheduleId.Of(name)).DeleteAsync(new RpcOptions { CancellationToken = cancellationToken });
}
