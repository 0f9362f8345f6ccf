using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;

namespace Temporalio.Worker.Histories;

/// <summary>Cuts a history into the sequences that its workflow tasks worked on.</summary>
internal static class HistoryChunker
{
    /// <summary>Cuts events that follow one another without a gap.</summary>
    /// <param name="events">A whole history, or what follows the start of a workflow task.</param>
    /// <param name="messageEventId">Event after which the live task's first update came; null when it brought none.</param>
    /// <returns>The sequences; all but the last end in the start of a task.</returns>
    public static IReadOnlyList<WorkflowTaskSequence> Split(IReadOnlyList<HistoryEvent> events, long? messageEventId = null)
    {
        var spans = new List<ArraySegment<HistoryEvent>>();
        var all = events as HistoryEvent[] ?? [.. events];
        for (var start = 0; start < all.Length;)
        {
            var end = FindBorder(all, start, messageEventId);
            spans.Add(new(all, start, end - start + 1));
            start = end + 1;
        }

        return [.. spans.Select((span, i) => ToSequence(span, i + 1 < spans.Count ? spans[i + 1] : ArraySegment<HistoryEvent>.Empty))];
    }

    private static WorkflowTaskSequence ToSequence(ArraySegment<HistoryEvent> span, ArraySegment<HistoryEvent> next) =>
        new(span, [.. next.Where(e => e.EventType.IsCommandEvent())])
        {
            Completion = next.FirstOrDefault(e => e.EventType == EventType.WorkflowTaskCompleted)?.WorkflowTaskCompletedEventAttributes,
        };

    /// <summary>Index of the event that ends the sequence beginning at <paramref name="start"/>.</summary>
    private static int FindBorder(HistoryEvent[] events, int start, long? messageEventId)
    {
        var sawCommand = false;
        var merged = new List<int>();
        for (var i = start; i < events.Length; i++)
        {
            var type = events[i].EventType;
            if (type.ClosesWorkflow())
            {
                return i;
            }

            sawCommand |= type.IsCommandEvent();
            if (type != EventType.WorkflowTaskStarted)
            {
                continue;
            }

            var next = At(i + 1);
            if (next.AbandonsStartedTask())
            {
                continue;
            }

            if (next == EventType.WorkflowTaskCompleted && At(i + 2) == EventType.WorkflowTaskScheduled && !sawCommand)
            {
                // An empty task, or one that only asked for more time: the next one goes on with its events.
                merged.Add(i);
                continue;
            }

            // An update comes with a task of its own, which must not swallow the one before: be the update in history or only in a message.
            var before = SequencingId(i) is { } sequencing ? merged.FindLastIndex(m => events[m].EventId < sequencing) : -1;
            return before < 0 ? i : merged[before];
        }

        return events.Length - 1;

        long? SequencingId(int started) => started == events.Length - 1
            ? messageEventId
            : At(started + 1) == EventType.WorkflowTaskCompleted && At(started + 2) == EventType.WorkflowExecutionUpdateAccepted
                ? events[started + 2].WorkflowExecutionUpdateAcceptedEventAttributes.AcceptedRequestSequencingEventId
                : null;

        EventType At(int index) => index < events.Length ? events[index].EventType : EventType.Unspecified;
    }
}
