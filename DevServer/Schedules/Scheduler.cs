using System.Collections.Concurrent;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Microsoft.Extensions.Logging;
using Temporalio.Api.Schedule.V1;
using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Errors;
using TemporalVideo.DevServer.Namespaces;
using TemporalVideo.DevServer.Rpc;
using TemporalVideo.DevServer.Time;

namespace TemporalVideo.DevServer.Schedules;

/// <summary>All schedules.</summary>
internal sealed class Scheduler(ScheduleStore store, InternalCalls calls, ServerClock clock, ILogger<Scheduler> logger)
{
    private readonly ConcurrentDictionary<(string NamespaceId, string ScheduleId), ScheduleRunner> _runners = new();
    private readonly ScheduleActions _actions = new(calls, clock, logger);
    private readonly WorkflowWatcher _watcher = new(calls);

    /// <summary>Takes up the schedules that are stored.</summary>
    public async Task ResumeAsync()
    {
        foreach (var record in store.Load())
        {
            var runner = Runner(record);
            _runners[runner.Key] = runner;
            await runner.ResumeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Makes a schedule.</summary>
    /// <param name="owner">Its namespace.</param>
    /// <param name="request">The request, with a compiled schedule and normalised attributes.</param>
    /// <returns>The schedule's version.</returns>
    /// <exception cref="Errors.ServiceException">AlreadyExists.</exception>
    public async Task<ByteString> CreateAsync(NamespaceRecord owner, CreateScheduleRequest request)
    {
        var now = clock.UtcNow;
        var patch = ScheduleRequests.Check(request.InitialPatch);
        var runner = Runner(new ScheduleRecord
        {
            NamespaceName = owner.Name,
            NamespaceId = owner.Id,
            ScheduleId = request.ScheduleId,
            Description = new DescribeScheduleResponse
            {
                Schedule = request.Schedule,
                Info = new ScheduleInfo { CreateTime = now.ToTimestamp() },
                Memo = request.Memo,
                SearchAttributes = request.SearchAttributes,
            },
            Progress = new ScheduleProgress
            {
                RunId = Guid.CreateVersion7().ToString(),
                CreateRequestId = request.RequestId,
                ProcessedUntil = now,
            },
        });
        var known = _runners.GetOrAdd(runner.Key, runner);
        if (known != runner)
        {
            return request.RequestId.Length > 0 && known.CreateRequestId == request.RequestId
                ? known.ConflictToken
                : throw ServiceErrors.WorkflowAlreadyStarted($"schedule \"{request.ScheduleId}\" is already registered",
                    known.CreateRequestId, "");
        }

        var created = runner.ConflictToken;
        await runner.PatchAsync(patch).ConfigureAwait(false);
        return created;
    }

    /// <summary>The schedule of that id.</summary>
    /// <exception cref="Errors.ServiceException">NotFound.</exception>
    public ScheduleRunner Require(NamespaceRecord owner, string scheduleId) =>
        _runners.TryGetValue((owner.Id, scheduleId), out var runner) ? runner : throw NotFound(scheduleId);

    /// <summary>Deletes a schedule.</summary>
    /// <exception cref="Errors.ServiceException">NotFound.</exception>
    public Task DeleteAsync(NamespaceRecord owner, string scheduleId) =>
        _runners.TryRemove((owner.Id, scheduleId), out var runner) ? runner.DeleteAsync() : throw NotFound(scheduleId);

    /// <summary>Deletes all schedules of a namespace.</summary>
    public async Task DeleteAllAsync(NamespaceRecord owner)
    {
        foreach (var (_, scheduleId) in _runners.Keys.Where(key => key.NamespaceId == owner.Id))
        {
            await DeleteAsync(owner, scheduleId).ConfigureAwait(false);
        }
    }

    private static Errors.ServiceException NotFound(string scheduleId) =>
        ServiceErrors.NotFound($"workflow not found for ID: {ScheduleRecord.WorkflowIdPrefix}{scheduleId}");

    private ScheduleRunner Runner(ScheduleRecord record) => new(record, store, _actions, _watcher, clock, logger);
}
