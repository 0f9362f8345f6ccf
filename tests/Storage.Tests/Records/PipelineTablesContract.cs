using TemporalVideo.Storage.Records.Jobs;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Storage.Tests.Records;

/// <summary>What the tables of pipelines promise, in every database.</summary>
public abstract partial class VideoSessionsContract
{
    private static readonly SessionKey Pipeline = new("anna", "p1");
    private static readonly DateTime Noon = new(2026, 1, 1, 12, 0, 0, DateTimeKind.Utc);

    private static readonly JobNode[] Nodes =
    [
        new() { Id = "build", Type = JobTypes.Command, Stage = "make", MaxRetries = 2 },
        new() { Id = "ship", Type = JobTypes.Command, Stage = "sell", Needs = [new JobNeed("build", NeedCondition.Always)] },
    ];

    [SkippableFact]
    public async Task Pipeline_WrittenInAnyOrder_ShowsTheLatestOfEachJob()
    {
        Require();
        await RecordAsync(Changes(1, PipelineOutcome.Running, At("build", JobState.Queued, 0)) with { Nodes = Nodes });
        await RecordAsync(Changes(3, PipelineOutcome.Running, At("build", JobState.Completed, 1)));
        await RecordAsync(Changes(2, PipelineOutcome.Running, At("build", JobState.Running, 1)));
        await RecordAsync(Changes(4, PipelineOutcome.Running, At("build", JobState.Running, 1)));

        var (build, record) = await BuildAsync();
        build.Should().BeEquivalentTo(new { State = "Completed", Attempt = 1, Position = 0, MaxRetries = 2 }, "a final state is final");
        build.CompletedAt.Should().Be(Noon.AddSeconds(3));
        record.Pipeline.Should().BeEquivalentTo(
            new { State = "Running", TemplateVersion = 7, OriginalPrompt = "Keep it \uFFFD small", Revision = 4 });
        record.Pipeline.CreatedAt.Should().Be(Noon.AddSeconds(1));
        record.Stages.Select(stage => (stage.Name, stage.State))
            .Should().Equal(("plan", "Pending"), ("make", "Completed"), ("sell", "Pending"));
        record.Dependencies.Should().ContainSingle().Which.Should().BeEquivalentTo(
            new { JobId = "ship", Needs = "build", Condition = "Always" });
    }

    [SkippableFact]
    public async Task Pipeline_RunAgain_TakesNewAttemptsAndHearsNoEarlierRound()
    {
        Require();
        await RecordAsync(Changes(1, PipelineOutcome.Failed, At("build", JobState.Failed, 1), At("ship", JobState.Skipped, 0)) with
        {
            Nodes = Nodes,
            Error = "no\0",
        });
        await RecordAsync(Changes(1, PipelineOutcome.Running, At("build", JobState.Running, 2), At("ship", JobState.Pending, 0)) with
        {
            Nodes = Nodes,
            Round = 2,
            PlanKey = "another",
        });
        await RecordAsync(Changes(9, PipelineOutcome.Failed, At("build", JobState.Failed, 1), At("ship", JobState.Skipped, 0)));

        var (build, record) = await BuildAsync();
        build.Should().BeEquivalentTo(new { State = "Running", Attempt = 2, CompletedAt = (DateTime?)null });
        record.Jobs[1].State.Should().Be("Pending");
        record.Pipeline.Should().BeEquivalentTo(
            new { State = "Running", Round = 2, Error = (string?)null, PlanKey = "another", OriginalPrompt = "Keep it \uFFFD small" });
    }

    [SkippableFact]
    public async Task Attempt_KeptTwiceAndAtOnce_HasItsRowsOnce()
    {
        Require();
        var record = new JobRecord
        {
            ExitCode = 0,
            Seconds = 1,
            Artifacts = [new JobArtifact("дом.txt", new string('a', 64), 3_000_000_000, ArtifactType.ErrorContext)],
            Consumed =
            [
                new JobConsumption("plan", 1, "p", "b"), new JobConsumption("plan", 1, "p", "b"), new JobConsumption("dev", 1, "p", "c"),
            ],
        };
        await RecordAsync(Changes(1, PipelineOutcome.Running) with { Nodes = Nodes });

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ =>
            Task.Run(() => Bench.Pipelines.KeepAsync(Pipeline, "build", 2, record, default))));

        var (_, kept) = await BuildAsync();
        kept.Artifacts.Should().ContainSingle().Which.Should().BeEquivalentTo(
            new { JobId = "build", Attempt = 2, Path = "дом.txt", Type = "error_context", Bytes = 3_000_000_000 });
        kept.Consumptions.Select(row => (row.SourceJob, row.Sha256)).Should().BeEquivalentTo([("plan", "b"), ("dev", "c")]);
        (await Bench.Pipelines.ListAsync("anna", 5, default)).Should().ContainSingle();
        (await Bench.Pipelines.ListAsync("bert", 5, default)).Should().BeEmpty();
        var began = (await Bench.Pipelines.ListAsync("anna", 5, default))[0].CreatedAt;
        (await Bench.Pipelines.ListAsync("anna", 5, default, began)).Should().BeEmpty();
        (await Bench.Pipelines.ListAsync("anna", 5, default, began.AddSeconds(1))).Should().ContainSingle();
        (await Bench.Pipelines.FindAsync(new SessionKey("bert", "p1"), default)).Should().BeNull();
    }

    [SkippableFact]
    public async Task Template_SavedByFilePersonAndFileAgain_KeepsThePersonsVersion()
    {
        Require();
        var templates = Bench.Templates;
        var saved = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => Task.Run(() => templates.SaveAsync("t", "one", TemplateOrigins.File, default))));
        saved.Select(row => row.Version).Should().OnlyContain(version => version == 1);

        (await templates.SaveAsync("t", "two", "eva", default)).Version.Should().Be(2);
        (await templates.SaveAsync("t", "one", TemplateOrigins.File, default)).Version.Should().Be(1);
        (await templates.FindAsync("t", null, default)).Should().BeEquivalentTo(new { Version = 2, Text = "two", Origin = "eva" });
        (await templates.SaveAsync("t", "one", "eva", default)).Version.Should().Be(3, "a person may go back to it");
        (await templates.SaveAsync("s", "one", TemplateOrigins.File, default)).Version.Should().Be(1);

        (await templates.ListAsync(default)).Select(row => (row.Name, row.Version)).Should().Equal(("s", 1), ("t", 3));
        (await templates.FindAsync("t", 1, default))!.Text.Should().Be("one");
        (await templates.FindAsync("none", null, default)).Should().BeNull();
    }

    private Task RecordAsync(PipelineChanges changes) => Bench.Pipelines.RecordAsync(
        changes,
        () => Task.FromResult(new PipelineOrder(changes.Round == 1 ? "Keep it \0 small" : "harm", """{"n": "\u0000"}""", 7, ["plan"])),
        default);

    private async Task<(JobRow Build, PipelineRecord Record)> BuildAsync()
    {
        var record = (await Bench.Pipelines.FindAsync(Pipeline, default))!;
        return (record.Jobs.Single(job => job.Id == "build"), record);
    }

    private static JobProgress At(string job, JobState state, int attempt) => new(job, state, attempt, 0, 0, null);

    private static PipelineChanges Changes(int revision, PipelineOutcome outcome, params JobProgress[] jobs) => new()
    {
        Pipeline = Pipeline,
        Template = "t",
        PlanKey = "plan",
        Round = 1,
        Revision = revision,
        Outcome = outcome,
        At = Noon.AddSeconds(revision),
        Known = 0,
        Nodes = [],
        Jobs = jobs,
    };
}
