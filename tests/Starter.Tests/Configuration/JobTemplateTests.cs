using TemporalVideo.Hosting.Configuration;
using TemporalVideo.Hosting.Configuration.Jobs;
using TemporalVideo.Tests.Support;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Starter.Tests.Configuration;

public sealed class JobTemplateTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory().FullName;

    [Fact]
    public void Read_TemplatesOfTheProduct_HaveNoFault()
    {
        var templates = JobTemplateReader.Read(TestPaths.RepositoryRoot);

        templates["plan-dev-test-verify"].Nodes.Select(job => job.Id).Should().Equal("plan", "dev", "test", "verify");
    }

    [Theory]
    [InlineData("  a: {command: [x], needs: {b: success}}\n  b: {command: [x], needs: {a: always}}",
        "jobs.a.needs: the jobs need each other: a → b → a (line 2)")]
    [InlineData("  a: {command: [x], needs: {c: success}}", "jobs.a.needs.c: there is no such job")]
    [InlineData("  a: {command: [x], needs: {a: success}}", "the jobs need each other: a → a")]
    [InlineData("  a: {comand: [x]}", "jobs.a.comand: unknown key")]
    [InlineData("  a: {command: [x], timeout_seconds: soon}", "jobs.a.timeout_seconds: expected a whole number")]
    [InlineData("  a: {command: [x], needs: {b: maybe}}\n  b: {command: [x]}",
        "expected one of Success, Failure, Always, found 'maybe' (line 2)")]
    [InlineData("  a: {command: [x], artifacts: [../secret]}", "jobs.a.artifacts: expected patterns inside of the workspace")]
    [InlineData("  a: {command: [x], matrix: {os: [b]}}\n  a-b: {command: [x]}", "which another job has")]
    [InlineData("  a: {type: dance}", "jobs.a.type: expected one of command, approval, http, video, agent, found 'dance'")]
    [InlineData("  a: {type: video}", "jobs.a.video.lesson: expected a lesson, or a topic")]
    [InlineData("  a: {type: video, video: {lesson: a, topic: b}}", "jobs.a.video.topic: expected a lesson or a topic, found both")]
    [InlineData("  a: {type: http, http: {url: 'https://x/${PARAM_M}'}}", "jobs.a.http.url: ${PARAM_M} is no parameter")]
    [InlineData("  a: {type: http, http: {url: x, expect: [20]}}", "jobs.a.http.expect: expected status codes")]
    [InlineData("  a: {type: agent, command: [x], agent: {task: t}}", "jobs.a.command: belongs to jobs of type command")]
    public void Read_Fault_IsToldWithItsPlace(string jobs, string expected)
    {
        Write($"jobs:\n{jobs}\n");

        FluentActions.Invoking(() => JobTemplateReader.Read(_root)).Should().Throw<ConfigurationException>()
            .Which.Message.Should().Contain("config/job-pipelines/mine.yaml: ").And.Contain(expected);
    }

    [Fact]
    public void Read_Matrix_MakesAJobForEachCellAndNeedsAllOfThem()
    {
        Write("jobs:\n  build: {command: [x], matrix: {os: [linux, mac], size: [s]}}\n  ship: {command: [x], needs: {build: success}}\n");

        var template = JobTemplateReader.Read(_root)["mine"];

        template.Nodes[^1].Needs.Select(need => need.Job).Should().Equal("build-linux-s", "build-mac-s");
        template.Specs["build-mac-s"].Matrix.Should().Equal(new Dictionary<string, string> { ["os"] = "mac", ["size"] = "s" });
        template.Nodes[^1].Needs.Should().OnlyContain(need => need.When == NeedCondition.Success);
    }

    [Fact]
    public void Plan_AgentWithoutModel_IsRefusedBeforeAnythingRuns()
    {
        Write("limits: {max_cost: '0.5'}\njobs:\n  a: {type: agent, agent: {task: t}}\n  v: {type: video, video: {topic: t}}\n");
        var template = JobTemplateReader.Read(_root)["mine"];
        var configuration = ProductConfiguration.Read(TestPaths.RepositoryRoot, _ => null);

        FluentActions.Invoking(() => template.Plan(configuration, "", new Dictionary<string, string>()))
            .Should().Throw<ConfigurationException>().Which.Message.Should().Contain("mine: a: ").And.Contain("config/providers.yaml");

        var withModel = ProductConfiguration.Read(TestPaths.RepositoryRoot, Services);
        var plan = template.Plan(withModel, "", new Dictionary<string, string>());
        plan.Video.Should().BeSameAs(withModel.Pipeline);
        plan.CostLimit.Should().Be(0.5m);
        template.Nodes.Select(node => node.TimeoutSeconds).Should().Equal(600, 7200);
    }

    private static string? Services(string name) => name switch
    {
        "TEMPORAL_VIDEO_SERVICES" => "openai",
        "OPENAI_API_KEY" => "sk-test",
        _ => null,
    };

    [Fact]
    public void Plan_WrongValues_AreToldTogether()
    {
        Write("parameters:\n  n: {type: whole}\n  who: {required: true}\njobs:\n  a: {command: [x]}\n");
        var template = JobTemplateReader.Read(_root)["mine"];

        var plan = () => template.Plan("", new Dictionary<string, string> { ["n"] = "two", ["x"] = "1" });

        plan.Should().Throw<ConfigurationException>().Which.Faults.Should().HaveCount(3);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private void Write(string yaml)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_root, "config", "job-pipelines"));
        File.WriteAllText(Path.Combine(folder.FullName, "mine.yaml"), yaml);
    }
}
