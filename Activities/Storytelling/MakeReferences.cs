using Temporalio.Activities;
using TemporalVideo.Activities.Money;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Studio.Pictures;
using TemporalVideo.Studio.Storytelling.Scenes;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Storytelling;

/// <summary>
/// Has described what all pictures have in common, gives pictures of a brand their place, and keeps the story that has both, with the
/// pictures to be painted.
/// </summary>
internal sealed class MakeReferences(
    Stories stories, Pieces pieces, IObjectStore store, ISceneRoom room, ReferencePainter painter, ISceneIllustrator illustrator)
    : IMakeReferences
{
    [Activity]
    public Task<References> MakeReferencesAsync(ReferencesTask task) => ActivityBody.RunAsync(
        task, null, (_, cancellationToken) => MakeAsync(task, cancellationToken));

    private async Task<References> MakeAsync(ReferencesTask task, CancellationToken cancellationToken)
    {
        var layout = new SessionLayout(task.Session);
        var story = await stories.ReadAsync(task, cancellationToken);
        var count = (await store.ListAsync(layout.LessonPictures, cancellationToken)).Count;
        if (story.Look is { } kept)
        {
            return new References(task.Version, 0, count) { ToPaint = ToPaint(kept) };
        }

        var maker = task.Local ? room.Local : room.Current;
        var described = await maker.LookAsync(story, cancellationToken);
        var brand = new BrandPlacement(request => illustrator.Current.KeepsToPictures(request));
        var branded = task.Brand is { } brought ? brand.In(story, brought) : story;
        LookPicture[] pictures = [.. described is null ? [] : Wanted(story, described, layout), .. brand.References];
        var look = pictures.Length == 0 ? described : (described ?? new StoryLook("", [])) with { Pictures = pictures };
        if (look is null && task.Brand is null)
        {
            return new References(task.Version, 0, count);
        }

        var version = Fingerprint.Of("references", maker.Identity, task.Version, look, task.Brand, brand.Notes);
        await pieces.DocumentAsync(
            new PieceOrder(layout.Story(version), version), () => Task.FromResult(branded with { Look = look }), cancellationToken);
        return new References(version, described is null ? 0 : 1 + described.Recurring.Count, count)
        {
            Cost = PayingStep.Current!.Paid,
            ToPaint = ToPaint(look),
            Notes = brand.Notes.Count > 0 ? brand.Notes : null,
        };
    }

    /// <summary>The pictures that are to be painted, where there is a painter.</summary>
    private IEnumerable<LookPicture> Wanted(Story story, StoryLook look, SessionLayout layout) =>
        painter.PicturesOf(story, look).Select(picture =>
        {
            var content = Fingerprint.KeyPart(Fingerprint.Of("prompt", "1", picture.Prompt));
            return new LookPicture(picture.Id, picture.Name, $"{layout.References}{picture.Id}-{content}.png", picture.Prompt);
        });

    private static List<string>? ToPaint(StoryLook? look)
    {
        var ids = (look?.Pictures ?? []).Where(picture => picture.Prompt is not null).Select(picture => picture.Id).ToList();
        return ids.Count > 0 ? ids : null;
    }
}
