using Temporalio.Api.Command.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using Temporalio.Worker.Machines;

namespace Temporalio.Worker.Runs;

/// <summary>Patches of a run: those that history shows, and those that the code has asked for.</summary>
internal sealed class PatchLedger
{
    private readonly SortedSet<string> _asked = new(StringComparer.Ordinal);
    private readonly HashSet<string> _recorded = [];

    /// <summary>Takes note of a marker; the patch's id when it is new.</summary>
    public string? Learn(MarkerRecordedEventAttributes marker) =>
        PatchMarker.TryRead(marker.MarkerName, marker.Details) is { } patch && _recorded.Add(patch.Id) ? patch.Id : null;

    /// <summary>The commands that the code's question for a patch becomes: at its first time, unless history is replayed and has none.</summary>
    /// <param name="patch">What the code asks.</param>
    /// <param name="replaying">Whether history is replayed.</param>
    /// <param name="listsPatches">Whether the patches are listed in a search attribute.</param>
    public IEnumerable<Command> Ask(WorkflowCommand.SetPatch patch, bool replaying, Func<bool> listsPatches)
    {
        if (!_asked.Add(patch.Id) || (replaying && !_recorded.Contains(patch.Id)))
        {
            yield break;
        }

        yield return new PatchMarker(patch.Id, patch.Deprecated).ToCommand();
        if (listsPatches() && PatchMarker.ChangeVersionCommand(_asked) is { } upsert)
        {
            yield return upsert;
        }
    }

    /// <summary>
    /// How many events to pass over: the marker of a deprecated patch may be there without code that asks for it, and its search
    /// attribute goes with it.
    /// </summary>
    public static int CountDeprecated(IReadOnlyList<HistoryEvent> events, int index, CommandQueue commands)
    {
        var e = events[index];
        if (e.EventType != EventType.MarkerRecorded
            || PatchMarker.TryRead(e.MarkerRecordedEventAttributes.MarkerName, e.MarkerRecordedEventAttributes.Details) is not { Deprecated: true }
            || commands.NextMatches(e))
        {
            return 0;
        }

        return index + 1 < events.Count
            && events[index + 1] is { EventType: EventType.UpsertWorkflowSearchAttributes } upsert
            && upsert.UpsertWorkflowSearchAttributesEventAttributes.SearchAttributes.IndexedFields.ContainsKey(PatchMarker.ChangeVersion)
            ? 2
            : 1;
    }
}
