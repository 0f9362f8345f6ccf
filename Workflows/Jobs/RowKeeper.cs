using Temporalio.Workflows;
using TemporalVideo.Workflows.Contracts;
using TemporalVideo.Workflows.Policies;

namespace TemporalVideo.Workflows.Jobs;

/// <summary>
/// Has the rows of the pipeline written, one activity at a time: what changes meanwhile goes with the next. Jobs do not wait for it.
/// </summary>
internal sealed class RowKeeper(JobPipelineInput input, JobGraph graph, Func<(PipelineOutcome Outcome, string? Error)> end)
{
    /// <summary>A payload of so many jobs stays far below Temporal's limit.</summary>
    private const int MostAtOnce = 500;

    private readonly HashSet<string> _changed = [];
    private readonly List<JobPlace> _left = [];
    private bool _closed;

    /// <summary>How many of the jobs have rows.</summary>
    public int Known { get; private set; } = input.KnownRows;

    /// <summary>Number of the latest change that was written.</summary>
    public int Revision { get; private set; } = input.Revision;

    /// <summary>Notes that a job has changed.</summary>
    public void Note(string job) => _changed.Add(job);

    /// <summary>Notes that a place among the user's running jobs is given back.</summary>
    public void Leave(JobPlace place) => _left.Add(place);

    /// <summary>Writes until it is closed and nothing is left to write.</summary>
    public async Task WriteAsync()
    {
        while (true)
        {
            await Workflow.WaitConditionAsync(() => _closed || HasMore, CancellationToken.None);
            if (!HasMore)
            {
                return;
            }

            var changes = Next();
            await Workflow.ExecuteActivityAsync((IRecordPipeline step) => step.RecordPipelineAsync(changes), JobPolicies.Rows(input));
        }
    }

    /// <summary>Lets it end when all is written.</summary>
    public void Close() => _closed = true;

    private bool HasMore => _changed.Count > 0 || Known < graph.Count || _left.Count > 0;

    private PipelineChanges Next()
    {
        var nodes = graph.Nodes.Skip(Known).Take(MostAtOnce).ToList();
        var jobs = nodes.Select(node => node.Id)
            .Concat(graph.Nodes.Take(Known).Select(node => node.Id).Where(_changed.Contains)).Take(MostAtOnce).ToList();
        _changed.ExceptWith(jobs);
        var (outcome, error) = end();
        var isLast = _changed.Count == 0 && Known + nodes.Count == graph.Count;
        var changes = new PipelineChanges
        {
            Pipeline = input.Pipeline,
            Template = input.Template,
            PlanKey = input.PlanKey,
            Round = input.Round,
            Revision = ++Revision,
            Outcome = isLast || outcome == PipelineOutcome.Pending ? outcome : PipelineOutcome.Running,
            Error = isLast ? error : null,
            At = Workflow.UtcNow,
            Known = Known,
            Nodes = nodes,
            Jobs = [.. jobs.Select(job => graph[job])],
            Left = _left.Count > 0 ? [.. _left] : null,
        };
        _left.Clear();
        Known += nodes.Count;
        return changes;
    }
}
