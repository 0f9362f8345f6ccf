using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using TemporalVideo.Hosting.Configuration;
using TemporalVideo.Hosting.Configuration.Jobs;
using TemporalVideo.Sessions.Jobs;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Tests.Support;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Starter.Tests.Sessions;

/// <summary>What pipelines start and go on with.</summary>
public sealed class PipelineStarterTests : IDisposable
{
    private const string Yaml = """
        parameters: {n: {type: whole, default: "1"}, list: {required: true}}
        limits: {max_parallel: 7}
        jobs:
          plan: {command: [x]}
          work: {command: [x], each: list, needs: {plan: success}}
          ship: {command: [x], needs: {work: success}}
        """;

    private static readonly SessionKey Pipeline = new("anna", "p1");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("starter-test-");
    private readonly ProductConfiguration _configuration = ProductConfiguration.Read(TestPaths.RepositoryRoot, _ => null);
    private readonly IObjectStore _store;

    public PipelineStarterTests() => _store = new ServiceCollection().AddFolderObjectStore()
        .Configure<FolderObjectStoreOptions>(options => options.Folder = _folder.FullName)
        .BuildServiceProvider().GetRequiredService<IObjectStore>();

    [Fact]
    public async Task Again_OtherParameters_RunsAllJobsWithTheirIdsAttemptsAndPrompt()
    {
        var ended = await EndedAsync();

        var again = await AgainAsync(ended, null, ("list", "id\na\nc\n"));

        again.Nodes.Select(node => node.Id).Should().Equal("plan", "work-a", "work-c", "ship", "work-a.2");
        again.Progress!.Should().Contain(new JobProgress("plan", JobState.Pending, 1, 0, 0, null));
        again.Progress!.Single(job => job.Job == "work-a.2").State.Should().Be(JobState.Completed, "it was asked for in the last round");
        again.Round.Should().Be(2);
        again.MaxParallel.Should().Be(7);
        again.PlanKey.Should().NotBe(ended.PlanKey);
        var plan = await PlanAsync(again);
        plan.OriginalPrompt.Should().Be("Please.");
        plan.Parameters.Should().Contain("n", "5").And.Contain("list", "id\na\nc\n");
    }

    [Fact]
    public async Task Again_SameParameters_RunsWhatDidNotCompleteOrFromAJobOn()
    {
        var ended = await EndedAsync();

        (await AgainAsync(ended, null)).Progress!.Where(job => job.State == JobState.Pending).Select(job => job.Job)
            .Should().Equal("work-b", "ship");
        var from = await AgainAsync(ended, "work-a");
        from.Progress!.Where(job => job.State == JobState.Pending).Select(job => job.Job).Should().Equal("work-a", "ship");
        from.PlanKey.Should().Be(ended.PlanKey);
        await FluentActions.Awaiting(() => AgainAsync(ended, null, ("n", "x"))).Should().ThrowAsync<ConfigurationException>();
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task<JobPipelineState> EndedAsync()
    {
        var template = JobTemplateReader.ReadText("course", Yaml);
        var wish = new PipelineWish("Please.", new Dictionary<string, string> { ["list"] = "id\na\nb\n", ["n"] = "5" });
        var input = await PipelineStarter.OrderAsync(_store, _configuration, Pipeline, template, wish, default);
        var spawned = input.Nodes[1] with { Id = "work-a.2", SpecOf = "work-a", ParentJob = "ship" };
        return new JobPipelineState
        {
            Pipeline = Pipeline,
            Template = input.Template,
            PlanKey = input.PlanKey,
            Outcome = PipelineOutcome.Failed,
            Nodes = [.. input.Nodes, spawned],
            Jobs =
            [
                new("plan", JobState.Completed, 1, 0, 0, null), new("work-a", JobState.Completed, 1, 0, 0, null),
                new("work-b", JobState.Failed, 3, 2, 0, "no"), new("ship", JobState.Skipped, 0, 0, 0, null),
                new("work-a.2", JobState.Completed, 1, 0, 0, null),
            ],
        };
    }

    private Task<JobPipelineInput> AgainAsync(JobPipelineState ended, string? from, params (string Name, string Value)[] set) =>
        PipelineStarter.AgainAsync(
            _store, _configuration, ended, from,
            new PipelineWish("", set.ToDictionary(each => each.Name, each => each.Value)), default);

    private async Task<JobPlan> PlanAsync(JobPipelineInput input) =>
        JsonSerializer.Deserialize<JobPlan>((await _store.ReadAsync(input.PlanKey, default)).Bytes.Span)!;
}
