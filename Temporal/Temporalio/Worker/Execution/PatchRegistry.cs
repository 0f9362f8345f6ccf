using Temporalio.Worker.Runs;

namespace Temporalio.Worker.Execution;

/// <summary>Answers whether code may take the way of a patch.</summary>
internal sealed class PatchRegistry(CommandSink commands, Func<bool> isReplaying)
{
    private readonly HashSet<string> _known = [];
    private readonly Dictionary<string, bool> _answers = [];

    /// <summary>History shows the patch.</summary>
    public void Learn(string id) => _known.Add(id);

    public bool Use(string id, bool deprecated)
    {
        if (_answers.TryGetValue(id, out var answer))
        {
            return answer;
        }

        if (commands.ReadOnlyBecause is not null)
        {
            // Nothing is decided by asking: the workflow itself has not come to this patch yet.
            return _known.Contains(id);
        }

        answer = !isReplaying() || _known.Contains(id);
        _answers[id] = answer;
        if (answer)
        {
            commands.Add(new WorkflowCommand.SetPatch(id, deprecated));
        }

        return answer;
    }
}
