using TemporalVideo.Workflows.Contracts;
using TemporalVideo.Workflows.Jobs;

namespace TemporalVideo.Workflows.Tests.Jobs;

/// <summary>Conditions × outcomes × one to three parents, against the requirement's own words.</summary>
public sealed class NeedTableTests
{
    private static readonly NeedCondition[] Conditions = Enum.GetValues<NeedCondition>();
    private static readonly JobState[] Outcomes = [JobState.Completed, JobState.Failed, JobState.Skipped, JobState.Cancelled];

    /// <summary>What a condition takes, written out by hand.</summary>
    private static readonly HashSet<(NeedCondition, JobState)> Taken =
    [
        (NeedCondition.Success, JobState.Completed),
        (NeedCondition.Failure, JobState.Failed),
        (NeedCondition.Always, JobState.Completed), (NeedCondition.Always, JobState.Failed),
        (NeedCondition.Always, JobState.Skipped), (NeedCondition.Always, JobState.Cancelled),
    ];

    [Theory]
    [InlineData(1, 12)]
    [InlineData(2, 144)]
    [InlineData(3, 1728)]
    public void Decide_AllCombinations_RunOnlyWhenEachNeedIsMet(int parents, int expected)
    {
        var rows = 0;
        foreach (var row in Rows(parents))
        {
            rows++;
            var graph = GraphOf(row, index => row[index].Outcome);
            graph.Begin();

            var allowed = row.All(pair => Taken.Contains(pair));
            graph["child"].State.Should().Be(allowed ? JobState.Queued : JobState.Skipped, string.Join(" ", row));
            var culprit = row.Select((pair, index) => (pair, index)).FirstOrDefault(item => !Taken.Contains(item.pair));
            if (!allowed)
            {
                graph["child"].Reason.Should().Contain($"'p{culprit.index}'")
                    .And.Contain($"condition {culprit.pair.When.ToString().ToLowerInvariant()}");
            }
        }

        rows.Should().Be(expected);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Decide_ParentStillRuns_NeverRunsBeforeItHasEnded(int parents)
    {
        foreach (var row in Rows(parents))
        {
            var graph = GraphOf(row, index => index == parents - 1 ? JobState.Running : row[index].Outcome);
            graph.Begin();

            var refused = row.Take(parents - 1).Any(pair => !Taken.Contains(pair));
            graph["child"].State.Should().Be(refused ? JobState.Skipped : JobState.Pending, string.Join(" ", row));
        }
    }

    private static JobGraph GraphOf((NeedCondition When, JobState Outcome)[] row, Func<int, JobState> stateOf) => new(
        [
            .. row.Select((_, index) => new JobNode { Id = $"p{index}", Type = "command" }),
            new JobNode { Id = "child", Type = "command", Needs = [.. row.Select((pair, index) => new JobNeed($"p{index}", pair.When))] },
        ],
        row.Select((_, index) => new JobProgress($"p{index}", stateOf(index), 1, 0, 0, null)));

    private static IEnumerable<(NeedCondition When, JobState Outcome)[]> Rows(int parents)
    {
        var pairs = Conditions.SelectMany(when => Outcomes.Select(outcome => (when, outcome))).ToArray();
        IEnumerable<(NeedCondition, JobState)[]> rows = [[]];
        for (var parent = 0; parent < parents; parent++)
        {
            rows = rows.SelectMany(row => pairs.Select(pair => row.Append(pair).ToArray()));
        }

        return rows;
    }
}
