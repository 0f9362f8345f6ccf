using TemporalVideo.Studio.Providers;
using TemporalVideo.Studio.Storytelling.Prompts;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Storytelling.Directing;

/// <summary>Has a language model judge stories.</summary>
/// <param name="chat">The model.</param>
/// <param name="prompts">What it is told.</param>
public sealed class ChatCritic(IChatModel chat, PromptCatalog prompts) : IStoryCritic
{
    /// <inheritdoc/>
    public async Task<StoryVerdict> JudgeAsync(StoryToJudge judged, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(judged);
        var (system, user) = prompts[PromptName.StoryCritic].Fill(new Dictionary<string, object>
        {
            ["source"] = judged.Source ?? "",
            ["story"] = string.Join("\n\n", judged.Story.Segments.Select(segment => $"{segment.Title}\n{segment.Narration}")),
            ["audience"] = judged.Audience ?? StoryRequest.UsualAudience,
            ["seconds"] = Math.Round(judged.Seconds ?? judged.Story.Duration),
            ["good"] = judged.Good,
        });
        var judgement = await chat.AskAsync<Judgement>(
            new ChatQuestion("story_critic", system, user),
            answer => answer.Score is >= 0 and <= 100 ? [] : [$"score: {answer.Score} is not within 0 to 100."],
            cancellationToken);
        return new StoryVerdict(judgement.Score, judgement.Remarks);
    }

    private sealed record Judgement(int Score, IReadOnlyList<string> Remarks);
}
