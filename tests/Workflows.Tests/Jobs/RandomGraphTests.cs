using TemporalVideo.Workflows.Contracts;
using TemporalVideo.Workflows.Jobs;

namespace TemporalVideo.Workflows.Tests.Jobs;

/// <summary>
/// A thousand random graphs, driven in random orders with failures, retries, lost workers, spawned jobs, late answers and restarts from
/// what was kept; the outcome is that of a model which knows nothing of all this.
/// </summary>
public sealed class RandomGraphTests
{
    private const int Graphs = 1000;

    [Fact]
    public void Run_RandomGraphs_EndAsTheModelSays()
    {
        for (var seed = 0; seed < Graphs; seed++)
        {
            var random = new Random(seed);
            var (nodes, fails) = Draw(random);

            var graph = Drive(nodes, fails, random, cancelAfter: null);

            nodes.ToDictionary(node => node.Id, node => graph[node.Id].State)
                .Should().BeEquivalentTo(Model(nodes, fails), $"of seed {seed}");
            nodes.Where(node => graph[node.Id].State is JobState.Completed)
                .Should().NotContain(node => graph[node.Id].RetryCount != fails[node.Id], $"of seed {seed}");
        }
    }

    [Fact]
    public void Run_RandomGraphsCancelled_EndAndKeepWhatHadEnded()
    {
        for (var seed = 0; seed < Graphs; seed++)
        {
            var random = new Random(seed);
            var (nodes, fails) = Draw(random);
            var model = Model(nodes, fails);

            var graph = Drive(nodes, fails, random, cancelAfter: random.Next(1, 40));

            graph.Open.Should().Be(0, $"of seed {seed}");
            graph.Running.Should().Be(0);
            nodes.Where(node => graph[node.Id].State != JobState.Cancelled)
                .Should().NotContain(node => graph[node.Id].State != model[node.Id], $"of seed {seed}");
        }
    }

    /// <summary>Nodes in an order in which each needs earlier ones only, and how many attempts of each fail.</summary>
    internal static (List<JobNode> Nodes, Dictionary<string, int> Fails) Draw(Random random)
    {
        var nodes = new List<JobNode>();
        foreach (var number in Enumerable.Range(0, random.Next(1, 25)))
        {
            var parents = nodes.OrderBy(_ => random.Next()).Take(random.Next(0, 4));
            nodes.Add(new JobNode
            {
                Id = $"j{number}",
                Type = "command",
                MaxRetries = random.Next(0, 4),
                Needs = [.. parents.Select(parent => new JobNeed(parent.Id, (NeedCondition)random.Next(3)))],
            });
        }

        return (nodes, nodes.ToDictionary(node => node.Id, _ => random.Next(0, 4)));
    }

    internal static Dictionary<string, JobState> Model(List<JobNode> nodes, Dictionary<string, int> fails)
    {
        var states = new Dictionary<string, JobState>();
        foreach (var node in nodes)
        {
            var runs = node.Needs.All(need => need.When == NeedCondition.Always
                || states[need.Job] == (need.When == NeedCondition.Success ? JobState.Completed : JobState.Failed));
            states[node.Id] = !runs ? JobState.Skipped : fails[node.Id] <= node.MaxRetries ? JobState.Completed : JobState.Failed;
        }

        return states;
    }

    private static JobGraph Drive(List<JobNode> nodes, Dictionary<string, int> fails, Random random, int? cancelAfter)
    {
        var graph = new JobGraph(nodes);
        graph.Begin();
        for (var step = 0; graph.Open > 0; step++)
        {
            if (step == cancelAfter)
            {
                graph.CancelAll("cancelled");
                break;
            }

            if (random.Next(5) == 0)
            {
                // As after a kill: nothing is left but what was kept.
                graph = new JobGraph([.. graph.Nodes], [.. graph.All]);
                graph.Begin().Should().BeEmpty();
            }

            var movable = graph.All.Where(job => job.State is JobState.Queued or JobState.Running or JobState.Waiting).ToList();
            Move(graph, movable[random.Next(movable.Count)], fails, random);
        }

        return graph;
    }

    private static void Move(JobGraph graph, JobProgress job, Dictionary<string, int> fails, Random random)
    {
        // What a lost attempt still says must not be heard.
        graph.Apply(new JobMessage(job.Job, JobEvent.Succeed, job.Attempt - 1)).Should().BeEmpty();
        var isSpawned = graph.Node(job.Job).ParentJob is not null;
        if (job.State == JobState.Running && !isSpawned && random.Next(6) == 0)
        {
            graph.Apply(new JobMessage(job.Job, JobEvent.Wait, job.Attempt)).Should().ContainSingle();
            graph.Add(new JobNode { Id = $"{job.Job}.{graph.All.Count()}", Type = "command", ParentJob = job.Job });
            return;
        }

        var failed = !isSpawned && job.RetryCount < fails[job.Job];
        var next = job.State switch
        {
            JobState.Queued => JobEvent.Start,
            JobState.Waiting => JobEvent.Resume,
            _ when random.Next(4) == 0 => JobEvent.Lose,
            _ when !failed => JobEvent.Succeed,
            _ when job.RetryCount < graph.Node(job.Job).MaxRetries => JobEvent.Retry,
            _ => JobEvent.Fail,
        };
        graph.Apply(new JobMessage(job.Job, next, job.Attempt)).Should().NotBeEmpty();
    }
}
