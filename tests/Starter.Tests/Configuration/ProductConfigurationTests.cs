using Temporalio.Api.Enums.V1;
using TemporalVideo.Hosting.Configuration;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Starter.Tests.Configuration;

public sealed class ProductConfigurationTests : IDisposable
{
    private readonly ConfiguredFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_RepositorysFiles_GivesTheirValues()
    {
        var configuration = Read();

        configuration.Engine.Should()
            .BeEquivalentTo(new
            {
                Address = "",
                Namespace = "default",
                LightTaskQueue = "video",
                RenderTaskQueue = "video-render",
                UsesEmbeddedServer = true
            });
        configuration.Engine.SearchAttributes.Should().ContainKey("VideoStage").WhoseValue.Should().Be(IndexedValueType.Keyword);
        configuration.Engine.Embedded.DataFile.Should().Be(_folder.PathOf("out/temporal.db"));
        configuration.Pipeline.Should()
            .BeEquivalentTo(
            new { StorySeconds = 60, SceneSeconds = 180, VideoSeconds = 600, MaxParallel = 5, FallbackImagesParallel = 2 });
        configuration.Pipeline.Prices.EstimateOf(PieceKind.Image).Should().Be(0.02m);
        configuration.Pipeline.Prices.ChargeOf(PieceKind.Image, AgentName.Agent6).Should().Be(0);
        configuration.TargetSeconds.Should().BeNull();
        configuration.Pipeline.MaxVideoSeconds.Should().Be(600);
        configuration.Worker.RenderConcurrency.Should().BePositive();
    }

    [Fact]
    public void Read_ChangedYaml_ChangesTheSettings()
    {
        _folder.Replace("config/pipelines/default.yaml", "max_concurrent: 5", "max_concurrent: 3")
            .Replace("config/prices.yaml", "charged: []", "charged: [image, clip]");

        var pipeline = Read().Pipeline;

        pipeline.MaxParallel.Should().Be(3);
        pipeline.Prices.ChargeOf(PieceKind.Image, AgentName.Agent6).Should().Be(0.02m);
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("3", 3)]
    [InlineData("-1", null)]
    [InlineData("many", null)]
    public void Read_LimitOfRunningJobs_IsAWholeNumber(string written, int? limit)
    {
        _folder.Replace("config/worker.yaml", "max_running_per_user: 16", $"max_running_per_user: {written}");

        var read = () => Read().Worker.MaxRunningJobsPerUser;

        if (limit is { } number)
        {
            read().Should().Be(number);
        }
        else
        {
            read.Should().Throw<ConfigurationException>()
                .WithMessage($"*config/worker.yaml*jobs.max_running_per_user*0 to 10000*{written}*");
        }
    }

    [Fact]
    public void Read_ParallelGenerationOff_MakesOneAtATime()
    {
        _folder.Replace("config/pipelines/default.yaml", "enabled: true\n  max", "enabled: false\n  max");

        Read().Pipeline.MaxParallel.Should().Be(1);
    }

    [Fact]
    public void Read_Bucket_IsTheStoreWithItsSettings()
    {
        _folder.Replace("config/worker.yaml", "store: out/store", "store: s3://my-videos/").Replace(
            "config/worker.yaml", "link_hours: 24", "link_hours: 2");

        var worker = Read().Worker;

        worker.Store.Should().BeNull();
        worker.S3.Should().BeEquivalentTo(new { Bucket = "my-videos", LinkHours = 2, PathStyle = false, Endpoint = "" });
    }

    [Theory]
    [InlineData("s3://my-videos/with/a/folder", "link_hours: 24", "TEMPORAL_VIDEO_STORE: expected a folder or s3://BUCKET")]
    [InlineData("s3://", "link_hours: 24", "TEMPORAL_VIDEO_STORE: expected a folder or s3://BUCKET")]
    [InlineData("s3://videos", "link_hours: 200", "s3.link_hours: expected a whole number from 1 to 168")]
    public void Read_UnusableBucket_IsAFault(string store, string hours, string fault)
    {
        _folder.Replace("config/worker.yaml", "link_hours: 24", hours);

        var read = () => ProductConfiguration.Read(_folder.Root, name => name == "TEMPORAL_VIDEO_STORE" ? store : null);

        read.Should().Throw<ConfigurationException>().Which.Message.Should().Contain(fault);
    }

    [Fact]
    public void Read_EventLog_IsAFileOrAGroupOfCloudWatch()
    {
        Read().Worker.Should().BeEquivalentTo(
            new { EventLog = _folder.PathOf("out/agent6-events.jsonl"), LogGroup = (string?)null, Aws = new { Profile = "default2" } });
        _folder.Replace("config/worker.yaml", "event_log: out/agent6-events.jsonl", "event_log: cloudwatch:/pipeline/agent6");
        Read().Worker.Should().BeEquivalentTo(new { EventLog = (string?)null, LogGroup = "/pipeline/agent6" });
        _folder.Replace("config/worker.yaml", "cloudwatch:/pipeline/agent6\n", "\"cloudwatch:not a group\"\n");

        var read = () => Read();
        read.Should().Throw<ConfigurationException>().Which.Message.Should().Contain("expected a file, or a log group");
    }

    [Fact]
    public void Read_SeveralFaults_ReportsAllWithFileKeyAndExpectation()
    {
        _folder
            .Replace("config/pipelines/default.yaml", "story: 120", "story: soon")
            .Replace("config/pipelines/default.yaml", "max_concurrent", "max_concurent")
            .Replace("config/prices.yaml", "image: 0.02", "image: -1")
            .Replace("temporal-dev.yaml", "VideoStage: Keyword", "VideoStage: Word");
        File.Delete(_folder.PathOf("config/worker.yaml"));

        var faults = FluentActions.Invoking(() => Read()).Should().Throw<ConfigurationException>().Which.Faults;

        faults.Should().HaveCount(5);
        faults.Should()
            .ContainMatch("config/pipelines/default.yaml: timeouts.story: expected a whole number from 1 to 86400, found 'soon' (line *)");
        faults.Should()
            .ContainMatch(
            "config/pipelines/default.yaml: parallel_generation.max_concurent: unknown key; expected one of *max_concurrent*");
        faults.Should()
            .ContainMatch("config/prices.yaml: estimates.image: expected an amount in US dollars, 0 or more, found '-1' (line *)");
        faults.Should().ContainMatch("temporal-dev.yaml: search_attributes.VideoStage: expected one of *Keyword*, found 'Word' (line *)");
        faults.Should().ContainMatch("config/worker.yaml: the file is missing in *");
    }

    [Theory]
    [InlineData("estimates:\n  image: 1\n clip: 2", "*config/prices.yaml: line 3: not well-formed YAML*")]
    [InlineData("estimates: {\ncharged: [", "*config/prices.yaml: *not well-formed YAML*")]
    public void Read_BrokenYaml_SaysWhereItIs(string text, string expected)
    {
        File.WriteAllText(_folder.PathOf("config/prices.yaml"), text);

        FluentActions.Invoking(() => Read()).Should().Throw<ConfigurationException>().WithMessage(expected);
    }

    [Fact]
    public void Read_Environment_ComesBeforeTheFile()
    {
        var engine = Read(("TEMPORAL_ADDRESS", "cluster:7233"), ("TEMPORAL_NAMESPACE", "videos"), ("TEMPORAL_API_KEY", "secret")).Engine;

        engine.Should().BeEquivalentTo(new { Address = "cluster:7233", Namespace = "videos", UsesEmbeddedServer = false });
        engine.ApiKey!.Reveal().Should().Be("secret");
        engine.ToString().Should().NotContain("secret");
        engine.Tls.Should().NotBeNull("an API key is only sent over TLS");
    }

    [Fact]
    public void Read_MissingCertificate_SaysWhichVariable() =>
        FluentActions.Invoking(() => Read(("TEMPORAL_TLS_CLIENT_CERT_PATH", "/nowhere/client.pem")))
            .Should().Throw<ConfigurationException>().WithMessage("*TEMPORAL_TLS_CLIENT_CERT_PATH: expected a PEM file*");

    private ProductConfiguration Read(params (string Name, string Value)[] environment) =>
        ProductConfiguration.Read(_folder.Root, name => environment.FirstOrDefault(variable => variable.Name == name).Value);
}
