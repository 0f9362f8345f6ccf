using Temporalio.Exceptions;
using Temporalio.Workflows;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Workflows.Jobs;

/// <summary>Where jobs wait for a person's word.</summary>
internal sealed class ApprovalDesk(JobGraph graph, IReadOnlyDictionary<string, DateTime>? since)
{
    private readonly Dictionary<string, DateTime> _since = since?.ToDictionary() ?? [];
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);

    private readonly Dictionary<string, JobApproval> _words = [];

    /// <summary>Since when which job waits: a new run does not give a person more time.</summary>
    public IReadOnlyDictionary<string, DateTime> Since => _since;

    /// <summary>Says why a word does not fit now; null when it does.</summary>
    public string? ObjectionTo(JobApproval approval)
    {
        if (!graph.Has(approval.Job) || graph.Node(approval.Job).Type != JobTypes.Approval)
        {
            return $"There is no approval '{approval.Job}' in this pipeline.";
        }

        return graph[approval.Job].State != JobState.Waiting || _words.ContainsKey(approval.Job)
                ? $"'{approval.Job}' does not wait for a word: it is {graph[approval.Job].State}."
            : string.IsNullOrWhiteSpace(approval.By) ? "A word needs the name of who gives it."
            : graph.Node(approval.Job).Approvers is { Count: > 0 } may && !may.Contains(approval.By)
                ? $"'{approval.By}' may not approve '{approval.Job}'; {string.Join(", ", may)} may."
            : null;
    }

    public void Take(JobApproval approval) => _words[approval.Job] = approval;

    /// <summary>Waits for the word, as long as the job's time limit, earlier runs included.</summary>
    public async Task<JobMessage> AwaitAsync(JobNode node, int attempt, CancellationToken cancellationToken)
    {
        _since.TryAdd(node.Id, Workflow.UtcNow);
        var left = _since[node.Id] + TimeSpan.FromSeconds(node.TimeoutSeconds) - Workflow.UtcNow;
        try
        {
            var given = await Workflow.WaitConditionWithOptionsAsync(new WaitConditionOptions
            {
                ConditionCheck = () => _words.ContainsKey(node.Id),
                Timeout = left > Shortest ? left : Shortest,
                TimeoutSummary = $"how long '{node.Id}' waits for a person's word",
                CancellationToken = cancellationToken,
            });
            _since.Remove(node.Id);
            return !given
                ? new JobMessage(node.Id, JobEvent.Fail, attempt, $"Nobody gave a word within {Counted.Of(node.TimeoutSeconds, "second")}.")
                : Told(node, attempt, _words[node.Id]);
        }
        catch (Exception stop) when (TemporalException.IsCanceledException(stop))
        {
            if (_words.TryGetValue(node.Id, out var word))
            {
                _since.Remove(node.Id);
                return Told(node, attempt, word);
            }

            return new JobMessage(node.Id, JobEvent.Lose, attempt, "It is asked again in the next run.");
        }
        finally
        {
            _words.Remove(node.Id);
        }
    }

    private static JobMessage Told(JobNode node, int attempt, JobApproval word) => new(
        node.Id,
        word.Approves ? JobEvent.Succeed : JobEvent.Fail,
        attempt,
        $"{(word.Approves ? "Approved" : "Rejected")} by {word.By}{(word.Comment is { } comment ? $": {comment}" : ".")}");
}
