using System.Text.Json;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Workflows.Tests.Contracts;

public sealed class VideoPhasesTests
{
    [Theory]
    [InlineData(VideoStage.Opening, 0, "planning", "pending")]
    [InlineData(VideoStage.Story, 10, "planning", "story")]
    [InlineData(VideoStage.StoryReview, 15, "planning", "story")]
    [InlineData(VideoStage.References, 20, "planning", "references")]
    [InlineData(VideoStage.Scenes, 25, "storyboarding", "scenes")]
    [InlineData(VideoStage.Composing, 40, "generating_chunks", "videos")]
    [InlineData(VideoStage.Composing, 70, "stitching", "videos")]
    [InlineData(VideoStage.Fallback, 45, "generating_chunks", "videos")]
    [InlineData(VideoStage.Composing, 85, "adding_music", "videos")]
    public void Phase_RunningState_IsAViewOfIt(VideoStage stage, int progress, string phase, string generation)
    {
        var json = JsonSerializer.SerializeToElement(State(stage, VideoOutcome.Running, progress));

        json.GetProperty("Phase").GetString().Should().Be(phase);
        json.GetProperty("Generation").GetString().Should().Be(generation);
    }

    [Theory]
    [InlineData(VideoOutcome.Finished, VideoPhase.Complete, GenerationStage.Completed)]
    [InlineData(VideoOutcome.FinishedByFallback, VideoPhase.Complete, GenerationStage.Completed)]
    [InlineData(VideoOutcome.Failed, VideoPhase.Failed, GenerationStage.Failed)]
    [InlineData(VideoOutcome.Cancelled, VideoPhase.Failed, GenerationStage.Failed)]
    public void Phase_EndedState_SaysHow(VideoOutcome outcome, VideoPhase phase, GenerationStage generation) =>
        State(VideoStage.Closed, outcome, 40).Should().BeEquivalentTo(new { Phase = phase, Generation = generation });

    private static VideoState State(VideoStage stage, VideoOutcome outcome, int progress) => new()
    {
        Session = new SessionKey("anna", "s1"),
        Stage = stage,
        Outcome = outcome,
        LastSequence = 1,
        Agents =
        [
            new StatusMessage
            {
                Sequence = 1,
                Agent = AgentName.Orchestrator,
                UserId = "anna",
                SessionId = "s1",
                Status = AgentStatus.Processing,
                Timestamp = 0,
                Progress = progress,
            },
        ],
    };
}
