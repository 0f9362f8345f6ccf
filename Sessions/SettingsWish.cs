using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Sessions;

/// <summary>What an order wants otherwise than its pipeline has it.</summary>
/// <param name="Good">Score below which story and scenes are made again, 0 to 100; null: the pipeline's.</param>
/// <param name="Parallel">How many pieces are made at the same time, 1 to 100; null: the pipeline's.</param>
/// <param name="IsJudged">Whether story, scenes and video are judged; null: as the pipeline says.</param>
internal sealed record SettingsWish(int? Good, int? Parallel, bool? IsJudged)
{
    /// <summary>The settings with it.</summary>
    /// <param name="settings">The pipeline's.</param>
    public PipelineSettings Over(PipelineSettings settings) => settings with
    {
        MaxParallel = Parallel ?? settings.MaxParallel,
        Quality = settings.Quality with
        {
            Enabled = IsJudged ?? settings.Quality.Enabled,
            Good = Good ?? settings.Quality.Good,
            Acceptable = Math.Min(Good ?? settings.Quality.Good, settings.Quality.Acceptable),
        },
    };
}
