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
        var brought = (await store.ListAsync(layout.LessonPictures, cancellationToken)).Count;
        if (story.Look is { } kept)
        {
            return new References(task.Version, 0, brought) { ToPaint = ToPaint(kept) };
        }

        var maker = task.Local ? room.Local : room.Current;
        var look = await maker.LookAsync(story, cancellationToken);
        var described = look is null ? 0 : 1 + look.Recurring.Count;
        var brand = new BrandPlacement(request => illustrator.Current.KeepsToPictures(request));
        var branded = task.Brand is { } pictures ? brand.In(story, pictures) : story;
        look = look is null ? null : WithPictures(story, look, layout);
        look = brand.References.Count == 0 ? look
            : (look ?? new StoryLook("", [])) is var bare ? bare with { Pictures = [.. bare.Pictures ?? [], .. brand.References] } : look;
        if (look is null && task.Brand is null)
        {
            return new References(task.Version, 0, brought);
        }

        var version = Fingerprint.Of("references", maker.Identity, task.Version, look, task.Brand, brand.Notes);
        await pieces.DocumentAsync(
            new PieceOrder(layout.Story(version), version), () => Task.FromResult(branded with { Look = look }), cancellationToken);
        return new References(version, described, brought)
        {
            Cost = PayingStep.Current!.Paid,
            ToPaint = look is null ? null : ToPaint(look),
            Notes = brand.Notes.Count > 0 ? brand.Notes : null,
        };
    }

    private StoryLook WithPictures(Story story, StoryLook look, SessionLayout layout)
    {
        var wanted = painter.PicturesOf(story, look).Select(picture =>
        {
            var (id, name, prompt) = picture;
            var content = Fingerprint.KeyPart(Fingerprint.Of("prompt", "1", prompt));
            return new LookPicture(id, name, $"{layout.References}{id}-{content}.png", prompt);
        }).ToList();
        return wanted.Count == 0 ? look : look with { Pictures = wanted };
    }

    private static List<string>? ToPaint(StoryLook look)
    {
        var ids = (look.Pictures ?? []).Where(picture => picture.Prompt is not null).Select(picture => picture.Id).ToList();
        return ids.Count > 0 ? ids : null;
    }
}
