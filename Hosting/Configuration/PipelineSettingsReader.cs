using TemporalVideo.Hosting.Configuration.Binding;
using TemporalVideo.Hosting.Configuration.Providers;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Hosting.Configuration;

/// <summary>Reads <c>config/pipelines/*.yaml</c> and <c>config/prices.yaml</c>.</summary>
internal static class PipelineSettingsReader
{
    private const string Folder = "config/pipelines";

    /// <summary>All pipelines by name, and the length of a video of each where none is asked for.</summary>
    /// <param name="root">The folder of the configuration.</param>
    /// <param name="renderQueue">Task queue of the steps that run ffmpeg.</param>
    /// <param name="prices">What pieces cost.</param>
    /// <param name="faults">Receives what is wrong.</param>
    public static IReadOnlyDictionary<string, Pipeline> Read(
        string root, string renderQueue, PriceList prices, List<string> faults)
    {
        var files = YamlFile.In(root, Folder, faults);
        var pipelines = files.ToDictionary(
            path => Path.GetFileNameWithoutExtension(path), path => Read(root, path, prices, renderQueue, faults));
        if (!pipelines.ContainsKey(Pipeline.Default))
        {
            faults.Add($"{Folder}/{Pipeline.Default}.yaml: the file is missing in {root}");
        }

        return pipelines;
    }

    private static Pipeline Read(string root, string path, PriceList prices, string renderQueue, List<string> faults)
    {
        var (file, yaml) = SettingsBinder.Read<PipelineFile>(root, path, faults);
        if (file.Quality.Acceptable > file.Quality.Good)
        {
            yaml.Section("quality").Fault(
                "acceptable", $"expected at most the {file.Quality.Good} of 'good', found '{file.Quality.Acceptable}'");
        }

        if (file.OnFailure.Limit is not (FailurePolicy.Park or FailurePolicy.Fail))
        {
            yaml.Section("on_failure").Fault(
                "limit", $"expected park or fail, found '{file.OnFailure.Limit.ToString().ToLowerInvariant()}'");
        }

        var (timeouts, phases) = (file.Timeouts, file.Phases);
        var settings = new PipelineSettings
        {
            Name = Path.GetFileNameWithoutExtension(path),
            RenderTaskQueue = renderQueue,
            Stages = new StageFlags
            {
                Story = file.Stages.Story,
                ReferenceImages = file.Stages.ReferenceImages,
                Scenes = file.Stages.Scenes,
                Videos = file.Stages.Videos,
            },
            StoryRounds = file.MaxIterations.Story,
            SceneRounds = file.MaxIterations.Scenes,
            VideoRounds = file.MaxIterations.Videos,
            Quality = new QualityThresholds
            {
                Enabled = file.Quality.Enabled,
                Good = file.Quality.Good,
                Acceptable = file.Quality.Acceptable,
            },
            StorySeconds = Math.Min(timeouts.Story, phases.Planning),
            SceneSeconds = Math.Min(timeouts.Scenes, phases.Storyboarding),
            VideoSeconds = Math.Min(timeouts.Videos, phases.GeneratingChunks),
            StitchSeconds = Math.Min(timeouts.Videos, phases.Stitching),
            MusicSeconds = Math.Min(timeouts.Videos, phases.AddingMusic),
            HeartbeatSeconds = timeouts.Heartbeat,
            MaxLostWorkers = timeouts.LostWorkers,
            MaxParallel = file.ParallelGeneration.Enabled ? file.ParallelGeneration.MaxConcurrent : 1,
            FallbackImagesParallel = file.ParallelGeneration.FallbackImages,
            MaxRevisions = file.Review.MaxRevisions,
            ReviewHours = file.Review.Hours,
            MaxVideoSeconds = file.Video.MaxSeconds,
            OnFailure = new FailureHandling
            {
                Interactive = file.OnFailure.Interactive,
                Automated = file.OnFailure.Automated,
                Limit = file.OnFailure.Limit,
                Hours = file.OnFailure.Hours,
            },
            Prices = prices,
        };
        return new Pipeline(settings, file.Video.TargetSeconds == 0 ? null : file.Video.TargetSeconds);
    }

    /// <summary>What pieces and models cost.</summary>
    public static (PriceList Prices, ModelPrices Models) ReadPrices(string root, List<string> faults)
    {
        var yaml = YamlFile.Open(root, "config/prices.yaml", faults);
        var estimates = yaml.Section("estimates");
        var prices = new PriceList
        {
            Estimates = Enum.GetValues<PieceKind>()
                .ToDictionary(kind => kind, kind => estimates.Money(kind.ToString().ToLowerInvariant(), 0)),
            Charged = yaml.Choices<PieceKind>("charged"),
        };
        var models = ModelPrices.Read(yaml.Section("models"), faults);
        estimates.End();
        yaml.End();
        return (prices, models);
    }
}

/// <summary>A pipeline of the configuration.</summary>
/// <param name="Settings">What a workflow carries with it.</param>
/// <param name="TargetSeconds">Length of a video when none is asked for, in seconds; null for as long as its lesson takes.</param>
public sealed record Pipeline(PipelineSettings Settings, int? TargetSeconds)
{
    /// <summary>Name of the pipeline that is used where none is named.</summary>
    public const string Default = "default";
}
