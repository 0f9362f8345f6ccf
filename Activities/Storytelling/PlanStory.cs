using System.Text;
using Microsoft.Extensions.Options;
using Temporalio.Activities;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Narration;
using TemporalVideo.Studio.Pictures.Typography;
using TemporalVideo.Studio.Storytelling;
using TemporalVideo.Studio.Storytelling.Beats;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Storytelling;

/// <summary>Plans the story from the session's source, and answers with its digest.</summary>
internal sealed class PlanStory(
    Pieces pieces,
    IObjectStore store,
    OwnPictures pictures,
    IStoryPlanner planner,
    INarrator narrator,
    IOptions<StoryOptions> options) : IPlanStory
{
    [Activity]
    public Task<StoryDigest> PlanStoryAsync(StoryTask task) => ActivityBody.RunAsync(task, null, async (_, cancellationToken) =>
    {
        var layout = new SessionLayout(task.Session);
        var request = new StoryRequest
        {
            Source = Encoding.UTF8.GetString((await store.ReadAsync(layout.Source, cancellationToken)).Bytes.Span),
            SourceKind = task.SourceKind,
            TargetSeconds = task.TargetSeconds,
            MaxSeconds = task.MaxSeconds,
            Verbatim = task.Verbatim,
            LessonFolder = task.LessonFolder,
            Sound = task.Sound,
            Size = task.Size,
            Shape = planner.FollowsWishes ? task.Shape : Eased(task.Shape, task.Round),
            Audience = task.Audience,
            Product = task.Product,
            Critique = planner.FollowsWishes ? [.. task.Critique ?? [], .. task.Feedback] : null,
            Pronunciation = options.Value.Pronunciation,
            OwnLanguages = narrator.OwnLanguages,
            LessonsFolder = Path.GetFullPath(options.Value.LessonsFolder),
        };
        var madeOf = request with { LessonsFolder = "" };
        var version = Fingerprint.Of(
            "plan", planner.Identity, madeOf, task.LessonPictures, task.Feedback, await LessonsAsync(request, cancellationToken));
        var made = await pieces.DocumentAsync(
            new PieceOrder(layout.Story(version), version, task.Price),
            async () =>
            {
                using var folder = new TemporaryFolder();
                var keys = await pictures.LayOutAsync(task.Session, task.LessonPictures, folder, cancellationToken);
                var here = keys.Count > 0 ? request with { LessonFolder = folder.Path } : request;
                return OwnPictures.WithKeys(StoryFonts.Require(await PlanAsync(here, task.Feedback, cancellationToken)), keys);
            },
            cancellationToken);
        var story = await pieces.ReadAsync<Story>(made.Key, cancellationToken);
        if (made.Found)
        {
            // It may have been planned where there are other fonts.
            StoryFonts.Require(story.Content);
        }

        await narrator.RequireAsync(
            new SpeechManner(story.Content.Language, story.Content.Sound.Voice, story.Content.Sound.Speed), cancellationToken);
        return StoryDigest.Of(story.Content, version) with
        {
            Found = made.Found,
            Making = made.Making,
            CanRevise = story.Content.WrittenBy is not null || request.Shape is { Creativity: > 0 },
        };
    });

    /// <summary>What a planner that invents nothing can do about a critique: keep nearer to the lesson's own order.</summary>
    private static StoryShape? Eased(StoryShape? shape, int round) => shape is null || round <= 1 ? shape : shape with
    {
        Creativity = round == 2 && shape.Creativity >= StoryShape.MovesParts ? BeatLibrary.UsualCreativity : 0,
    };

    private async Task<Story> PlanAsync(StoryRequest request, IReadOnlyList<string> feedback, CancellationToken cancellationToken)
    {
        if (feedback.Count == 0 || planner.FollowsWishes)
        {
            return await planner.PlanAsync(request, cancellationToken);
        }

        // "Shorter" is said of the length that a person saw.
        var seconds = request.TargetSeconds ?? (await planner.PlanAsync(request, cancellationToken)).Duration;
        return await planner.PlanAsync(request with { TargetSeconds = LengthWish.Apply(seconds, feedback) }, cancellationToken);
    }

    /// <summary>What a topic's story is made from: it is looked up among the lessons.</summary>
    private static async Task<IReadOnlyList<string>> LessonsAsync(StoryRequest request, CancellationToken cancellationToken)
    {
        var lessons = new List<string>();
        if (request.SourceKind == SourceKind.Topic && Directory.Exists(request.LessonsFolder))
        {
            foreach (var file in Directory.EnumerateFiles(request.LessonsFolder, "*.md").Order(StringComparer.Ordinal))
            {
                lessons.Add($"{Path.GetFileName(file)}\n{await File.ReadAllTextAsync(file, cancellationToken)}");
            }
        }

        return lessons;
    }
}
