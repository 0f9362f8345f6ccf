using TemporalVideo.Activities.Jobs;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Tests.Jobs;

/// <summary>Jobs whose earlier attempts are used again when their inputs are the same.</summary>
public sealed class JobCacheTests : IDisposable
{
    private readonly string _runs = Path.GetTempFileName();

    [Fact]
    public async Task Run_SameInputs_IsNotRunAgainAndSaysWhy()
    {
        await using var bench = await JobBench.StartAsync();
        var source = await bench.LeaveAsync("plan", "p.md", "one");

        await RunAsync(bench, 1, [source], ("n", "1"), ("other", "1"));
        await RunAsync(bench, 2, [source], ("n", "1"), ("other", "2"));

        File.ReadAllLines(_runs).Should().HaveCount(1, "the parameter that differs is not among those that the job finds");
        var second = await bench.RecordAsync(2);
        second.Cache.Should().Be("hit: the same inputs as attempt 1 of 'work' in p1");
        second.Consumed.Should().ContainSingle();
        (await bench.LeftAsync("out.txt", 2)).Should().Be("one1\n");
        (await bench.Tables.FindAsync(JobBench.Pipeline, default))?.Artifacts.Should().Contain(row => row.Attempt == 2);
    }

    [Fact]
    public async Task Run_OtherInputsOrLostArtifact_IsRunAndSaysWhatIsAnother()
    {
        await using var bench = await JobBench.StartAsync();
        var source = await bench.LeaveAsync("plan", "p.md", "one");
        await RunAsync(bench, 1, [source], ("n", "1"), ("other", "1"));
        (await bench.RecordAsync(1)).Cache.Should().Be("miss: nothing is kept of this job");

        await RunAsync(bench, 2, [await bench.LeaveAsync("plan", "p.md", "two")], ("n", "2"), ("other", "1"));

        (await bench.RecordAsync(2)).Cache.Should()
            .Be("miss: since attempt 1 of 'work' in p1 there changed: parameter n, plan/p.md");
        (await bench.LeftAsync("out.txt", 2)).Should().Be("two2\n");

        var left = (await bench.RecordAsync(2)).Artifacts.Single(each => each.Path == "out.txt");
        await bench.Store.DeleteAsync(new PipelineLayout(JobBench.Pipeline).Artifact(left.Sha256), default);
        await RunAsync(bench, 3, [source with { Attempt = 1 }], ("n", "2"), ("other", "1"));

        (await bench.RecordAsync(3)).Cache.Should().Contain("out.txt").And.Contain("is not in the store any more");
        File.ReadAllLines(_runs).Should().HaveCount(3);
    }

    public void Dispose() => File.Delete(_runs);

    private async Task RunAsync(
        JobBench bench, int attempt, IReadOnlyList<JobSource> sources, params (string Name, string Value)[] parameters)
    {
        var spec = new JobSpec
        {
            Command = ["sh", "-euc", $"echo run >>{_runs}; echo \"$(cat inputs/plan/p.md)$PARAM_N${{PARAM_OTHER:-}}\" >out.txt"],
            Artifacts = ["out.txt"],
            Uses = ["n"],
            Cache = true,
        };
        var task = await bench.OrderAsync(
            JobTypes.Command, spec, parameters.ToDictionary(each => each.Name, each => each.Value), attempt);
        await bench.RunAsync<RunJob, string>(job => job.RunJobAsync(task with { Sources = sources }));
    }
}
