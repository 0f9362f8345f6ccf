using TemporalVideo.Hosting.Configuration;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Starter.Tests.Configuration;

public sealed class PipelineTests : IDisposable
{
    private const string File = "config/pipelines/default.yaml";

    private readonly ConfiguredFolder _folder = new();

    public static TheoryData<string, string, Func<PipelineSettings, object>, object> Keys => new()
    {
        { "stages:\n  story: true", "stages:\n  story: false", settings => settings.Stages.Story, false },
        { "reference_images: true", "reference_images: false", settings => settings.Stages.ReferenceImages, false },
        { "  scenes: true", "  scenes: false", settings => settings.Stages.Scenes, false },
        { "  videos: true", "  videos: false", settings => settings.Stages.Videos, false },
        { "  story: 3", "  story: 2", settings => settings.StoryRounds, 2 },
        { "  scenes: 2", "  scenes: 4", settings => settings.SceneRounds, 4 },
        { "  videos: 2", "  videos: 1", settings => settings.VideoRounds, 1 },
        { "quality:\n  enabled: true", "quality:\n  enabled: false", settings => settings.Quality.Enabled, false },
        { "good: 80", "good: 90", settings => settings.Quality.Good, 90 },
        { "acceptable: 60", "acceptable: 50", settings => settings.Quality.Acceptable, 50 },
        { "story: 120", "story: 40", settings => settings.StorySeconds, 40 },
        { "scenes: 180", "scenes: 170", settings => settings.SceneSeconds, 170 },
        { "videos: 600", "videos: 500", settings => settings.VideoSeconds, 500 },
        { "heartbeat: 12", "heartbeat: 6", settings => settings.HeartbeatSeconds, 6 },
        { "lost_workers: 10", "lost_workers: 3", settings => settings.MaxLostWorkers, 3 },
        { "planning: 60", "planning: 30", settings => settings.StorySeconds, 30 },
        { "storyboarding: 300", "storyboarding: 100", settings => settings.SceneSeconds, 100 },
        { "generating_chunks: 600", "generating_chunks: 90", settings => settings.VideoSeconds, 90 },
        { "stitching: 60", "stitching: 70", settings => settings.StitchSeconds, 70 },
        { "adding_music: 120", "adding_music: 10", settings => settings.MusicSeconds, 10 },
        { "parallel_generation:\n  enabled: true", "parallel_generation:\n  enabled: false", settings => settings.MaxParallel, 1 },
        { "max_concurrent: 5", "max_concurrent: 3", settings => settings.MaxParallel, 3 },
        { "fallback_images: 2", "fallback_images: 4", settings => settings.FallbackImagesParallel, 4 },
        { "max_revisions: 5", "max_revisions: 0", settings => settings.MaxRevisions, 0 },
        { "hours: 168", "hours: 24", settings => settings.ReviewHours, 24 },
        { "max_seconds: 600", "max_seconds: 45", settings => settings.MaxVideoSeconds, 45 },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Keys))]
    public void Read_EachKeyOfThePipeline_ChangesItsSetting(
        string written, string changed, Func<PipelineSettings, object> setting, object expected)
    {
        setting(Read().Pipeline).Should().NotBe(expected);
        _folder.Replace(File, written, changed);

        setting(Read().Pipeline).Should().Be(expected);
    }

    [Fact]
    public void Read_EmptyPipeline_IsAsTheDefaultsOfTheContract()
    {
        System.IO.File.WriteAllText(_folder.PathOf("config/pipelines/empty.yaml"), "stages: {}\n");

        // R-C2's limit of the planning phase is shorter than R-E3's of the story stage.
        Read().With("empty").Pipeline.Should().BeEquivalentTo(
            new PipelineSettings { Name = "empty", StorySeconds = 60 }, options => options.Excluding(settings => settings.Prices));
    }

    [Fact]
    public void With_NameOfAPipeline_IsThatOne()
    {
        System.IO.File.WriteAllText(
            _folder.PathOf("config/pipelines/quick.yaml"), "quality: {enabled: false}\nvideo: {target_seconds: 30}\n");

        var quick = Read().With("quick");

        quick.Pipeline.Should().BeEquivalentTo(new { Name = "quick", Quality = new { Enabled = false } });
        quick.TargetSeconds.Should().Be(30);
        FluentActions.Invoking(() => Read().With("quik")).Should().Throw<ConfigurationException>()
            .WithMessage("*config/pipelines/quik.yaml: there is no such pipeline; expected one of default, quick*");
    }

    [Fact]
    public void Read_FaultsInSeveralPipelines_AreToldTogetherWithTheirLines()
    {
        System.IO.File.WriteAllText(_folder.PathOf("config/pipelines/quick.yaml"), "quality:\n  good: 50\nstage:\n  story: no\n");
        _folder.Replace(File, "story: 3", "story: 11").Replace(File, "videos: true", "videos: sometimes");

        var faults = FluentActions.Invoking(() => Read()).Should().Throw<ConfigurationException>().Which.Faults;

        faults.Should().HaveCount(4);
        faults.Should().ContainMatch("config/pipelines/quick.yaml: quality.acceptable: expected at most the 50 of 'good', found '60' *");
        faults.Should().ContainMatch("config/pipelines/quick.yaml: stage: unknown key; expected one of *stages* (line 3)");
        faults.Should().ContainMatch($"{File}: max_iterations.story: expected a whole number from 1 to 10, found '11' (line *)");
        faults.Should().ContainMatch($"{File}: stages.videos: expected true or false, found 'sometimes' (line *)");
    }

    private ProductConfiguration Read() => ProductConfiguration.Read(_folder.Root, _ => null);
}
