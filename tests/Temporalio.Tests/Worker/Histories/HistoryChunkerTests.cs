using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using Temporalio.Worker.Histories;

namespace Temporalio.Tests.Worker.Histories;

public class HistoryChunkerTests
{
    [Fact]
    public void Split_OneActivity_EndsSequencesAtStarts() => Borders(
        "Started wftS wftT wftC actS actT actC wftS wftT wftC Completed").Should().Equal(3, 9, 11);

    [Fact]
    public void C065_FailedAndTimedOutTasks_AreSkipped() => Borders(
        "Started wftS wftT wftFailed wftS wftT wftTimedOut wftS wftT wftC actS").Should().Equal(9, 11);

    [Fact]
    public void Split_LiveTask_EndsAtItsStart() => Borders("Started wftS wftT").Should().Equal(3);

    [Fact]
    public void Split_EmptyTask_IsMergedIntoTheNext() => Borders("Started wftS wftT wftC wftS wftT wftC actS").Should().Equal(6, 8);

    [Fact]
    public void Split_SignalAfterEmptyTask_KeepsTheBorder() => Borders("Started wftS wftT wftC Signaled wftS wftT wftC actS").Should().Equal(3, 7, 9);

    [Fact]
    public void Split_EmptyTaskBeforeLiveTask_IsMerged() => Borders("Started wftS wftT wftC wftS wftT").Should().Equal(6);

    [Fact]
    public void Split_CommandsBeforeEmptyTask_KeepTheBorder() => Borders(
        "Started wftS wftT wftC actS wftS wftT wftC wftS wftT wftC actS").Should().Equal(3, 7, 10, 12);

    [Fact]
    public void Split_UpdateAfterMergedTask_KeepsItsOwnSequence() => Borders(
        "Started wftS wftT wftC wftS wftT wftC UpdateAccepted", sequencing: 5).Should().Equal(3, 6, 8);

    [Fact]
    public void Split_UpdateInLiveTaskAfterEmptyTask_KeepsItsOwnSequence() => HistoryChunker
        .Split(Parse("Started wftS wftT wftC wftS wftT", 0), messageEventId: 5).Select(s => s.Last.EventId).Should().Equal(3, 6);

    [Fact]
    public void Split_Terminated_EndsWithoutTask() => Borders("Started wftS wftT Terminated").Should().Equal(4);

    [Fact]
    public void Split_Outcome_HoldsTheCommandsOfTheTask()
    {
        var sequences = HistoryChunker.Split(Parse("Started wftS wftT wftC actS Marker Signaled wftS wftT", 0));

        sequences[0].Outcome.Select(e => e.EventId).Should().Equal(5, 6);
        sequences[0].Completion.Should().NotBeNull();
        sequences[1].Outcome.Should().BeEmpty();
    }

    private static IEnumerable<long> Borders(string history, long sequencing = 0) =>
        HistoryChunker.Split(Parse(history, sequencing)).Select(s => s.Last.EventId);

    private static IReadOnlyList<HistoryEvent> Parse(string history, long sequencing) => [.. history.Split(' ').Select((word, i) =>
    {
        var e = new HistoryEvent { EventId = i + 1, EventType = TypeOf(word) };
        if (e.EventType == EventType.WorkflowTaskCompleted)
        {
            e.WorkflowTaskCompletedEventAttributes = new();
        }

        if (e.EventType == EventType.WorkflowExecutionUpdateAccepted)
        {
            e.WorkflowExecutionUpdateAcceptedEventAttributes = new() { AcceptedRequestSequencingEventId = sequencing };
        }

        return e;
    })];

    private static EventType TypeOf(string word) => word switch
    {
        "Started" => EventType.WorkflowExecutionStarted,
        "wftS" => EventType.WorkflowTaskScheduled,
        "wftT" => EventType.WorkflowTaskStarted,
        "wftC" => EventType.WorkflowTaskCompleted,
        "wftFailed" => EventType.WorkflowTaskFailed,
        "wftTimedOut" => EventType.WorkflowTaskTimedOut,
        "actS" => EventType.ActivityTaskScheduled,
        "actT" => EventType.ActivityTaskStarted,
        "actC" => EventType.ActivityTaskCompleted,
        "Marker" => EventType.MarkerRecorded,
        "Signaled" => EventType.WorkflowExecutionSignaled,
        "UpdateAccepted" => EventType.WorkflowExecutionUpdateAccepted,
        "Completed" => EventType.WorkflowExecutionCompleted,
        "Terminated" => EventType.WorkflowExecutionTerminated,
        _ => throw new ArgumentException($"unknown event {word}"),
    };
}
