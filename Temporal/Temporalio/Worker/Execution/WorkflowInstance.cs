using System.Reflection;
using System.Runtime.ExceptionServices;
using Temporalio.Api.Query.V1;
using Temporalio.Worker.Runs;

namespace Temporalio.Worker.Execution;

/// <summary>The code of one run: takes what has happened, runs until it can do nothing more, and gives what it asks for.</summary>
internal sealed class WorkflowInstance
{
    private readonly WorkflowContext _context;
    private readonly WorkflowOutcome _outcome;
    private readonly SignalDispatcher _signals;
    private readonly UpdateDispatcher _updates;
    private bool _created;
    private bool _instanceQueued;

    public WorkflowInstance(WorkflowContext context)
    {
        _context = context;
        _outcome = new(context);
        _signals = new(context, _outcome);
        _updates = new(context);
    }

    public WorkflowContext Context => _context;

    /// <summary>One activation. Called by one thread at a time; the calling thread runs the workflow's code.</summary>
    /// <returns>What the code asks for, in order.</returns>
    /// <exception cref="Exception">Whatever fails the workflow task.</exception>
    public IReadOnlyList<WorkflowCommand> Activate(Activation activation)
    {
        _context.IsReplaying = activation.Replaying;
        _context.Now = activation.Now;
        _context.HistoryLength = activation.HistoryLength;
        _context.HistorySize = activation.HistorySize;
        _context.ContinueAsNewSuggested = activation.ContinueAsNewSuggested;
        OnThisThread(() =>
        {
            if (activation.ModernEventLoop)
            {
                RunModern(activation.Jobs);
            }
            else
            {
                RunOld(activation.Jobs);
            }
        });
        return _context.Commands.Take();
    }

    /// <summary>Whether a query has asked for something or moved the workflow on, which no replay would do: it must not be used any more.</summary>
    public bool IsSpoiled => _context.Commands.HasRefused || _context.Fault is not null;

    /// <summary>Answers a query with the state as it is.</summary>
    public WorkflowQueryResult Query(string id, WorkflowQuery query)
    {
        WorkflowQueryResult? result = null;
        var replaying = _context.IsReplaying;
        _context.IsReplaying = true;
        try
        {
            OnThisThread(() => result = new QueryDispatcher(_context).Answer(id, query));
        }
        catch (Exception) when (result is not null)
        {
            // The handler's fault is in the answer.
        }
        finally
        {
            _context.IsReplaying = replaying;
        }

        return result!;
    }

    private void OnThisThread(Action run)
    {
        _context.ActiveThread = Environment.CurrentManagedThreadId;
        using var watch = _context.WatchesTasks ? ForeignTaskListener.Watch(_context) : null;
        try
        {
            run();
        }
        finally
        {
            _context.ActiveThread = 0;
        }

        if (_context.Fault is { } fault)
        {
            ExceptionDispatchInfo.Throw(fault);
        }
    }

    /// <summary>All jobs, the main method last, then conditions one at a time.</summary>
    private void RunModern(IReadOnlyList<WorkflowJob> jobs)
    {
        foreach (var job in jobs)
        {
            Apply(job);
        }

        if (!_created)
        {
            _created = true;
            QueueMain();
        }

        _context.Scheduler.RunUntilIdle();
        while (ReleaseConditions(all: false))
        {
            _context.Scheduler.RunUntilIdle();
        }
    }

    /// <summary>The order of histories from before the modern loop.</summary>
    private void RunOld(IReadOnlyList<WorkflowJob> jobs)
    {
        foreach (var job in jobs.OrderBy(OldRank))
        {
            Apply(job);
            if (job is WorkflowJob.Initialize && !_created)
            {
                _created = true;
                QueueMain();
            }

            RunWithAllConditions();
        }
    }

    private static int OldRank(WorkflowJob job) => job switch
    {
        WorkflowJob.PatchKnown or WorkflowJob.NewRandomSeed => 0,
        WorkflowJob.Signal or WorkflowJob.Update => 1,
        WorkflowJob.Initialize => 2,
        _ => 3,
    };

    private void RunWithAllConditions()
    {
        do
        {
            EnsureInstance();
            _context.Scheduler.RunUntilIdle();
        }
        while (ReleaseConditions(all: true));
    }

    /// <summary>Checks the conditions as workflow code, so that they can use what it can.</summary>
    private bool ReleaseConditions(bool all)
    {
        if (_context.Fault is not null || _context.Conditions.IsEmpty)
        {
            return false;
        }

        var released = false;
        _context.Scheduler.Queue(() => { released = _context.Conditions.Release(all); });
        _context.Scheduler.RunUntilIdle();
        return released;
    }

    private void EnsureInstance()
    {
        if (!_instanceQueued)
        {
            _instanceQueued = true;
            _context.Scheduler.Queue(CreateInstance);
            _context.Scheduler.RunUntilIdle();
        }
    }

    private void Apply(WorkflowJob job)
    {
        EnsureInstance();
        switch (job)
        {
            case WorkflowJob.Initialize:
                break;
            case WorkflowJob.PatchKnown patch:
                _context.Patches.Learn(patch.Id);
                break;
            case WorkflowJob.NewRandomSeed seed:
                _context.Random.Reseed(DeterministicRandom.SeedOf(seed.RunId));
                break;
            case WorkflowJob.Signal signal:
                _signals.Dispatch(signal.Attributes);
                break;
            case WorkflowJob.Update update:
                _updates.Dispatch(update);
                break;
            case WorkflowJob.CancelRequested:
                _outcome.CancelRequested = true;
                _context.Scheduler.Queue(_context.Cancellation.Cancel);
                break;
            default:
                // Inside of the scheduler, so that a continuation that has left it is noticed and does not run here.
                _context.Scheduler.Queue(() => _context.Pending.Resolve(job));
                break;
        }
    }

    private void CreateInstance()
    {
        try
        {
            _context.CreateInstance();
        }
        catch (Exception e)
        {
            _context.SetFault(e);
        }
    }

    private void QueueMain() => _context.Scheduler.Queue(async () =>
    {
        try
        {
            MethodInfo run = _context.Definition.RunMethod;
            var args = Arguments.Decode(_context.PayloadConverter, run, _context.Started.Input, 0);
            _outcome.Complete(await _context.Inbound.ExecuteWorkflowAsync(new(_context.Instance, run, args, _context.Info.Headers)));
        }
        catch (Exception e)
        {
            _outcome.EndBy(e);
        }
    });
}
