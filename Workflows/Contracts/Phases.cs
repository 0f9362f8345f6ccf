using System.Text.Json;
using System.Text.Json.Serialization;

namespace TemporalVideo.Workflows.Contracts;

/// <summary>Phases of a video with their progress (R-C1). JSON: names in snake case.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<VideoPhase>))]
public enum VideoPhase
{
    /// <summary>The story is being written; 10.</summary>
    [JsonStringEnumMemberName("planning")] Planning = 10,

    /// <summary>Scenes are drawn and spoken; 25.</summary>
    [JsonStringEnumMemberName("storyboarding")] Storyboarding = 25,

    /// <summary>Clips are rendered; 40.</summary>
    [JsonStringEnumMemberName("generating_chunks")] GeneratingChunks = 40,

    /// <summary>Clips are joined; 70.</summary>
    [JsonStringEnumMemberName("stitching")] Stitching = 70,

    /// <summary>Music is added, and the video measured; 85.</summary>
    [JsonStringEnumMemberName("adding_music")] AddingMusic = 85,

    /// <summary>There is what was ordered; 100.</summary>
    [JsonStringEnumMemberName("complete")] Complete = 100,

    /// <summary>It ended without.</summary>
    [JsonStringEnumMemberName("failed")] Failed = -1,
}

/// <summary>Stages of a generation (R-E7). JSON: lower-case names.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<GenerationStage>))]
public enum GenerationStage
{
    /// <summary>Nothing is made yet.</summary>
    [JsonStringEnumMemberName("pending")] Pending,

    /// <summary>The story is written or reviewed.</summary>
    [JsonStringEnumMemberName("story")] Story,

    /// <summary>What the pictures have in common is described.</summary>
    [JsonStringEnumMemberName("references")] References,

    /// <summary>Scenes are drawn, spoken or reviewed.</summary>
    [JsonStringEnumMemberName("scenes")] Scenes,

    /// <summary>The video is composed.</summary>
    [JsonStringEnumMemberName("videos")] Videos,

    /// <summary>There is what was ordered.</summary>
    [JsonStringEnumMemberName("completed")] Completed,

    /// <summary>It ended without.</summary>
    [JsonStringEnumMemberName("failed")] Failed,
}

/// <summary>Phases and stages as views of a session's one state.</summary>
public static class VideoPhases
{
    /// <summary>The phase of a state.</summary>
    /// <param name="state">The state.</param>
    public static VideoPhase PhaseOf(VideoState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var progress = state.Agents.FirstOrDefault(message => message.Agent == AgentName.Orchestrator)?.Progress ?? 0;
        return GenerationOf(state.Stage, state.Outcome) switch
        {
            GenerationStage.Failed => VideoPhase.Failed,
            GenerationStage.Completed => VideoPhase.Complete,
            GenerationStage.Videos => progress >= (int)VideoPhase.AddingMusic ? VideoPhase.AddingMusic
                : progress >= (int)VideoPhase.Stitching ? VideoPhase.Stitching : VideoPhase.GeneratingChunks,
            GenerationStage.Scenes => VideoPhase.Storyboarding,
            _ => VideoPhase.Planning,
        };
    }

    /// <summary>What was charged in each phase, in US dollars, by the phase's JSON name; a phase without cost is not there.</summary>
    /// <param name="costs">What the pieces cost.</param>
    public static IReadOnlyDictionary<string, decimal> CostsOf(CostReport costs)
    {
        ArgumentNullException.ThrowIfNull(costs);
        return costs.Items.Where(item => item.Charged > 0)
            .GroupBy(item => PhaseOf(item.Kind))
            .OrderBy(group => group.Key)
            .ToDictionary(group => NameOf(group.Key), group => group.Sum(item => item.Charged));
    }

    /// <summary>The JSON name of a phase.</summary>
    /// <param name="phase">The phase.</param>
    public static string NameOf(VideoPhase phase) => JsonSerializer.SerializeToElement(phase).GetString()!;

    /// <summary>The JSON name of a stage.</summary>
    /// <param name="stage">The stage.</param>
    public static string NameOf(GenerationStage stage) => JsonSerializer.SerializeToElement(stage).GetString()!;

    private static VideoPhase PhaseOf(PieceKind kind) => kind switch
    {
        PieceKind.Story => VideoPhase.Planning,
        PieceKind.Clip or PieceKind.Image or PieceKind.Footage => VideoPhase.GeneratingChunks,
        PieceKind.Stitch => VideoPhase.Stitching,
        PieceKind.Music => VideoPhase.AddingMusic,
        _ => VideoPhase.Storyboarding,
    };

    /// <summary>The stage of generation.</summary>
    /// <param name="stage">How far the session has come.</param>
    /// <param name="outcome">How it ended, or that it has not.</param>
    public static GenerationStage GenerationOf(VideoStage stage, VideoOutcome outcome) => (stage, outcome) switch
    {
        (_, VideoOutcome.Failed or VideoOutcome.Cancelled) => GenerationStage.Failed,
        (_, VideoOutcome.Finished or VideoOutcome.FinishedByFallback) => GenerationStage.Completed,
        (VideoStage.Opening, _) => GenerationStage.Pending,
        (VideoStage.Story or VideoStage.StoryReview, _) => GenerationStage.Story,
        (VideoStage.References, _) => GenerationStage.References,
        (VideoStage.Scenes or VideoStage.ScenesReview, _) => GenerationStage.Scenes,
        _ => GenerationStage.Videos,
    };
}
