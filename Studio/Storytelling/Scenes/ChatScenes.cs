using TemporalVideo.Studio.Providers;
using TemporalVideo.Studio.Storytelling.Prompts;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Storytelling.Scenes;

/// <summary>
/// Has a language model write, judge and fit the scenes. Texts on the screen trace to the narration beside them: what does not is sent back
/// once, and then left out. Diagrams stay the planner's: they have the lesson's data.
/// </summary>
/// <param name="chat">The model.</param>
/// <param name="prompts">What it is told.</param>
public sealed class ChatScenes(IChatModel chat, PromptCatalog prompts) : ISceneRoom
{
    private const int MostRecurring = 6;

    /// <inheritdoc/>
    public string Identity =>
        $"scenes/1 {chat.Identity} {prompts.FingerprintOf(PromptName.SceneWriter, PromptName.SceneCohesor)}";

    /// <inheritdoc/>
    public bool Writes => true;

    /// <inheritdoc/>
    public async Task<StoryLook?> LookAsync(Story story, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(story);
        var (system, user) = prompts[PromptName.ReferenceArtist].Fill(new Dictionary<string, object>
        {
            ["title"] = story.Title,
            ["subject"] = story.Subject,
            ["scenes"] = story.Segments.Select(segment => Line(segment, isWritten: false)).ToList(),
        });
        var described = await chat.AskAsync<DescribedLook>(
            new ChatQuestion("reference_artist", system, user),
            answer =>
            [
                .. string.IsNullOrWhiteSpace(answer.Style) ? (string[])["style is empty."] : [],
                .. answer.Recurring.Count > MostRecurring ? [$"recurring: at most {MostRecurring}."] : (string[])[],
            ],
            cancellationToken);
        return new StoryLook(described.Style.Trim(), [.. described.Recurring.Select(thing => $"{thing.Name}: {thing.Looks}")]);
    }

    /// <inheritdoc/>
    public async Task<Story> WriteAsync(SceneOrder order, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(order);
        var story = order.Story;
        var wanted = story.Segments.Where(segment => order.SegmentIds.Contains(segment.Id)).ToList();
        var (system, user) = prompts[PromptName.SceneWriter].Fill(new Dictionary<string, object>
        {
            ["title"] = story.Title,
            ["subject"] = story.Subject,
            ["scenes"] = story.Segments.Select(segment => Line(segment, isWritten: segment.GuidedBy is not null)).ToList(),
            ["look"] = story.Look is { } look ? [.. look.Recurring.Prepend(look.Style).Where(text => text.Length > 0)]
                : new List<string>(),
            ["wanted"] = order.SegmentIds,
            ["critique"] = order.Critique.Select(score => $"{score.SegmentId}, {score.Score} of 100: {score.Remark}").ToList(),
        });
        var isFirst = true;
        var written = await chat.AskAsync<WrittenPictures>(
            new ChatQuestion("scene_writer", system, user),
            answer =>
            {
                var faults = FaultsOf(answer, wanted, tracesTexts: isFirst && !order.Verbatim);
                isFirst = false;
                return faults;
            },
            cancellationToken);
        var scenes = written.Scenes.ToDictionary(scene => scene.Id);
        return story with
        {
            Segments = [.. story.Segments.Select(segment => scenes.TryGetValue(segment.Id, out var scene)
                ? Written(segment, scene, order.Verbatim) : segment)],
        };
    }

    /// <inheritdoc/>
    public async Task<ScenesVerdict> JudgeAsync(Story story, int good, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(story);
        var (system, user) = prompts[PromptName.SceneCritic].Fill(new Dictionary<string, object>
        {
            ["title"] = story.Title,
            ["scenes"] = story.Segments.Select(segment => Line(segment, isWritten: true)).ToList(),
            ["good"] = good,
        });
        var judged = await chat.AskAsync<JudgedPictures>(
            new ChatQuestion("scene_critic", system, user),
            answer =>
            [
                .. FaultsOfIds([.. answer.Scenes.Select(scene => scene.Id)], story.Segments),
                .. answer.Scenes.Where(scene => scene.Score is < 0 or > 100)
                    .Select(scene => $"{scene.Id}: the score {scene.Score} is not within 0 to 100."),
            ],
            cancellationToken);
        var scores = judged.Scenes.ToDictionary(scene => scene.Id);
        return new ScenesVerdict([.. story.Segments.Select(segment =>
            new SceneScore(segment.Id, scores[segment.Id].Score, scores[segment.Id].Remark))]);
    }

    /// <inheritdoc/>
    public async Task<SceneCohesion> CohereAsync(Story story, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(story);
        var (system, user) = prompts[PromptName.SceneCohesor].Fill(new Dictionary<string, object>
        {
            ["title"] = story.Title,
            ["scenes"] = story.Segments.Select(segment => Line(segment, isWritten: true)).ToList(),
        });
        var segments = story.Segments.ToDictionary(segment => segment.Id);
        var answer = await chat.AskAsync<FittedPictures>(
            new ChatQuestion("scene_cohesor", system, user),
            answer =>
            [
                .. answer.Score is >= 0 and <= 100 ? [] : (string[])[$"score: {answer.Score} is not within 0 to 100."],
                .. answer.Rewritten.GroupBy(scene => scene.Id).Where(same => same.Count() > 1)
                    .Select(same => $"{same.Key}: is there twice."),
                .. answer.Rewritten.Select(scene => segments.TryGetValue(scene.Id, out var segment)
                    ? SceneTexts.FaultOfPicture(segment, scene.Picture) : $"{scene.Id}: there is no such scene.").OfType<string>(),
            ],
            cancellationToken);

        // What a person wanted, and what is drawn already, stays.
        var rewritten = answer.Rewritten
            .Where(scene => segments[scene.Id] is { Drawn: null } segment && segment.GuidedBy != Segment.ByAPerson)
            .ToDictionary(scene => scene.Id, scene => scene.Picture.Trim());
        return new SceneCohesion(
            story with
            {
                Segments = [.. story.Segments.Select(segment => rewritten.TryGetValue(segment.Id, out var picture)
                    ? segment with { VisualGuidance = picture, GuidedBy = chat.Identity } : segment)],
            },
            answer.Score,
            [.. rewritten.Keys]);
    }

    private Segment Written(Segment segment, WrittenPicture scene, bool verbatim)
    {
        var texts = verbatim || !SceneTexts.AreFree(segment) ? [] : SceneTexts.Fitting(segment, scene.OnScreen);
        return segment with
        {
            VisualGuidance = scene.Picture.Trim(),
            GuidedBy = chat.Identity,
            KeyPoints = texts.Count > 0 ? texts : segment.KeyPoints,
        };
    }

    private static List<string> FaultsOf(WrittenPictures answer, IReadOnlyList<Segment> wanted, bool tracesTexts)
    {
        var faults = FaultsOfIds([.. answer.Scenes.Select(scene => scene.Id)], wanted);
        foreach (var scene in answer.Scenes)
        {
            if (wanted.FirstOrDefault(segment => segment.Id == scene.Id) is { } segment)
            {
                faults.AddRange(SceneTexts.FaultOfPicture(segment, scene.Picture) is { } fault ? [fault] : []);
                faults.AddRange(tracesTexts && SceneTexts.AreFree(segment) ? SceneTexts.FaultsOfTexts(segment, scene.OnScreen) : []);
            }
        }

        return faults;
    }

    private static List<string> FaultsOfIds(IReadOnlyList<string> given, IReadOnlyList<Segment> wanted) =>
    [
        .. wanted.Where(segment => given.Count(id => id == segment.Id) != 1)
            .Select(segment => $"{segment.Id}: expected once, found {given.Count(id => id == segment.Id)} times."),
        .. given.Where(id => wanted.All(segment => segment.Id != id)).Distinct().Select(id => $"{id}: was not asked for."),
    ];

    private static string Line(Segment segment, bool isWritten)
    {
        var shows = segment.Diagram is { } diagram ? $" [its picture has a diagram of the lesson in it: {diagram.Kind}]" : "";
        var texts = isWritten && SceneTexts.AreFree(segment) && segment.KeyPoints.Count > 0
            ? $" TEXTS: {string.Join("; ", segment.KeyPoints)}" : "";
        var picture = isWritten ? $" PICTURE: {segment.VisualGuidance}{texts}" : "";
        return $"{segment.Id} \"{segment.Title}\": {segment.Narration}{shows}{picture}";
    }
}
