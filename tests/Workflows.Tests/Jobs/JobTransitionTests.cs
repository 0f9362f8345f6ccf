using TemporalVideo.Workflows.Contracts;
using TemporalVideo.Workflows.Jobs;

namespace TemporalVideo.Workflows.Tests.Jobs;

public sealed class JobTransitionTests
{
    private static readonly JobState[] Final = [JobState.Completed, JobState.Failed, JobState.Skipped, JobState.Cancelled];

    [Fact]
    public void Table_FinalState_HasNoWayOut() => JobTransitions.Table.Should().NotContain(line => Final.Contains(line.From));

    [Fact]
    public void Table_EachOpenState_CanBeCancelled() => Enum.GetValues<JobState>().Except(Final)
        .Should().OnlyContain(state => JobTransitions.Find(state, JobEvent.Cancel)!.To == JobState.Cancelled);

    [Fact]
    public void Table_EndOfAJob_SettlesWhoNeedsIt() => JobTransitions.Table
        .Should().OnlyContain(line => line.Effects.HasFlag(JobEffects.Settle) == Final.Contains(line.To));

    [Fact]
    public void Apply_AnotherAttempt_ChangesNothing()
    {
        var graph = Started();
        graph.Apply(new JobMessage("a", JobEvent.Lose, 1));
        graph.Apply(new JobMessage("a", JobEvent.Start, 1));

        graph.Apply(new JobMessage("a", JobEvent.Succeed, 1)).Should().BeEmpty("the first attempt was lost");
        graph["a"].Should().Be(new JobProgress("a", JobState.Running, 2, 0, 1, null));
    }

    [Fact]
    public void Apply_Retry_KeepsTheCountAndBacksOff()
    {
        var graph = Started();

        var change = graph.Apply(new JobMessage("a", JobEvent.Retry, 1, "exit code 1")).Should().ContainSingle().Subject;

        change.Effects.Should().Be(JobEffects.BackOff | JobEffects.Enqueue);
        change.After.Should().Be(new JobProgress("a", JobState.Queued, 1, 1, 0, "exit code 1"));
    }

    [Fact]
    public void Apply_Waiting_TakesNoPlace()
    {
        var graph = Started();
        graph.Running.Should().Be(1);

        graph.Apply(new JobMessage("a", JobEvent.Wait, 1));

        (graph.Running, graph.Open).Should().Be((0, 1));
    }

    [Fact]
    public void Apply_Hold_StaysQueuedWithTheReasonUntilItStarts()
    {
        var graph = Started();
        graph.Apply(new JobMessage("a", JobEvent.Retry, 1, "exit code 1"));

        graph.Apply(new JobMessage("a", JobEvent.Hold, 1, "There is no place."));
        graph["a"].Should().Be(new JobProgress("a", JobState.Queued, 1, 1, 0, "There is no place."));

        graph.Apply(new JobMessage("a", JobEvent.Start, 1));
        graph["a"].Reason.Should().BeNull();
    }

    private static JobGraph Started()
    {
        var graph = new JobGraph([new JobNode { Id = "a", Type = "command" }]);
        graph.Begin();
        graph.Apply(new JobMessage("a", JobEvent.Start, 0));
        return graph;
    }
}
