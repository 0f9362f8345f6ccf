using Temporalio.Activities;
using TemporalVideo.Activities.Storytelling;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Pictures;
using TemporalVideo.Studio.Quality;
using TemporalVideo.Studio.Storytelling;
using TemporalVideo.Studio.Storytelling.Changing;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Agent5;

/// <summary>Looks for what of a poor video can be made better; where there is nothing it removes what the video no longer needs.</summary>
internal sealed class PlanMends(
    VideoKnowledge known, Pieces pieces, OwnPictures pictures, ISceneIllustrator illustrator, SceneTakes takes,
    Tidying tidying) : IPlanMends
{
    // Lowered three times the music is hardly there.
    private const int QuieterBy = 6;
    private const int QuietestBy = 18;

    [Activity]
    public Task<MendPlan> PlanMendsAsync(MendTask task) => ActivityBody.RunAsync(task, null, async (_, cancellationToken) =>
    {
        var faulty = task.Faulty.ToLookup(piece => piece.Kind, piece => piece.SegmentId);
        var plan = new MendPlan
        {
            Still = [.. faulty[PieceKind.Footage].OfType<string>().Intersect(task.Filmed)],
            Quieter = faulty.Contains(PieceKind.Music) && task.Quieter < QuietestBy ? QuieterBy : 0,
        };
        var evidence = await known.OfAsync(task, cancellationToken);
        if (faulty[PieceKind.Scene].OfType<string>().ToList() is { Count: > 0 } scenes)
        {
            plan = await WithScenesAsync(plan, task, scenes, evidence, cancellationToken);
        }

        if (plan.IsEmpty)
        {
            await tidying.TidyAsync(task, evidence.Story, cancellationToken);
        }

        return plan;
    });

    private async Task<MendPlan> WithScenesAsync(
        MendPlan plan, MendTask task, IReadOnlyList<string> faulty, QualityEvidence evidence, CancellationToken cancellationToken)
    {
        var layout = new SessionLayout(task.Session);
        var kept = new StoryTakes
        {
            Kept = await takes.OfAsync(task.Session, evidence.Story, cancellationToken),
            Order = $"{task.Session.SessionId}/mended",
        };
        var mends = new SceneMends(evidence, kept, (story, index) => DrawAsync(task.Session, story, index, cancellationToken));
        var (painted, drawn) = (new List<string>(), new List<string>());
        foreach (var id in faulty)
        {
            var isPainted = evidence.Scenes.GetValueOrDefault(id) is { Painting: not null };
            if (isPainted && painted.Count < task.MayPaint)
            {
                painted.Add(id);
            }
            else if (!isPainted && await mends.MendAsync(id))
            {
                drawn.Add(id);
            }
        }

        if (painted.Count + drawn.Count == 0)
        {
            return plan;
        }

        var story = painted.Aggregate(mends.Story, (story, id) => Anew(story, id, kept));
        var version = Fingerprint.Of("mended", "1", story);
        await pieces.DocumentAsync(new PieceOrder(layout.Story(version), version), () => Task.FromResult(story), cancellationToken);
        return plan with
        {
            Version = version,
            Scenes = [.. faulty.Where(id => painted.Contains(id) || drawn.Contains(id)).Select(id => new MendedScene(
                id, kept.Kept[id].Single(take => take.Shown).Number, painted.Contains(id)))],
        };
    }

    /// <summary>The story with a segment whose picture is to be painted once more, of the same words.</summary>
    private static Story Anew(Story story, string id, StoryTakes takes)
    {
        var segment = SegmentPlaces.Require(story, id);
        var number = takes.NextOf(segment);
        return SegmentPlaces.Replaced(story, segment with
        {
            Drawn = null,
            Take = new PictureTake { Number = number, Ordered = $"{takes.Order}/{number}" },
        });
    }

    private async Task<SceneArt> DrawAsync(SessionKey session, Story story, int index, CancellationToken cancellationToken)
    {
        using var folder = new TemporaryFolder();
        using var own = new TemporaryFolder();
        var request = new SceneRequest { Story = story, Index = index };
        return await illustrator.Local.IllustrateAsync(
            await pictures.AtHandAsync(session, request, own, cancellationToken), folder.Path, cancellationToken);
    }
}
