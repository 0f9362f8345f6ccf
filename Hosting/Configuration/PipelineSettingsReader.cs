using TemporalVideo.Hosting.Configuration.Providers;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Hosting.Configuration;

/// <summary>Reads <c>config/pipelines/default.yaml</c> and <c>config/prices.yaml</c>.</summary>
internal static class PipelineSettingsReader
{
    public static (PipelineSettings Settings, int? TargetSeconds, ModelPrices Models) Read(string root, List<string> faults)
    {
        var (prices, models) = ReadPrices(root, faults);
        var yaml = YamlFile.Open(root, "config/pipelines/default.yaml", faults);
        var (timeouts, parallel, review, video) =
            (yaml.Section("timeouts"), yaml.Section("parallel_generation"), yaml.Section("review"), yaml.Section("video"));
        var (enabled, most) = (parallel.Flag("enabled", true), parallel.Whole("max_concurrent", 5, 1, 100));
        var settings = new PipelineSettings
        {
            StorySeconds = timeouts.Whole("story", 120, 1, 86400),
            SceneSeconds = timeouts.Whole("scenes", 180, 1, 86400),
            VideoSeconds = timeouts.Whole("videos", 600, 1, 86400),
            HeartbeatSeconds = timeouts.Whole("heartbeat", 12, 6, 600),
            MaxLostWorkers = timeouts.Whole("lost_workers", 10, 1, 1000),
            MaxParallel = enabled ? most : 1,
            FallbackImagesParallel = parallel.Whole("fallback_images", 2, 1, 100),
            MaxRevisions = review.Whole("max_revisions", 5, 0, 100),
            ReviewHours = review.Whole("hours", 168, 1, 8760),
            Prices = prices,
        };
        var seconds = video.Whole("target_seconds", 0, 0, 600);
        settings = settings with { MaxVideoSeconds = video.Whole("max_seconds", 600, 15, 600) };
        foreach (var section in new[] { timeouts, parallel, review, video, yaml })
        {
            section.End();
        }

        return (settings, seconds == 0 ? null : seconds, models);
    }

    private static (PriceList Prices, ModelPrices Models) ReadPrices(string root, List<string> faults)
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
