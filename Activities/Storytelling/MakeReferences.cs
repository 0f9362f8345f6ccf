using Temporalio.Activities;
using TemporalVideo.Activities.Money;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Studio.Pictures;
using TemporalVideo.Studio.Storytelling.Scenes;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Storytelling;

/// <summary>Has described what all pictures have in common, and keeps the story that has it, with the pictures to be painted.</summary>
internal sealed class MakeReferences(Stories stories, Pieces pieces, IObjectStore store, ISceneRoom room, ReferencePainter painter)
    : IMakeReferences
{
    [Activity]
    public Task<References> MakeReferencesAsync(StoryboardTask task) => ActivityBody.RunAsync(task, null, async (_, cancellationToken) =>
    {
        var layout = new SessionLayout(task.Session);
        var story = await stories.ReadAsync(task, cancellationToken);
        var brought = (await store.ListAsync(layout.LessonPictures, cancellationToken)).Count;
        if (story.Look is { } kept)
        {
            return new References(task.Version, 0, brought) { ToPaint = ToPaint(kept) };
        }

        var maker = task.Local ? room.Local : room.Current;
        if (await maker.LookAsync(story, cancellationToken) is not { } look)
        {
            return new References(task.Version, 0, brought);
        }

        look = WithPictures(story, look, layout);
        var version = Fingerprint.Of("references", maker.Identity, task.Version, look);
        await pieces.DocumentAsync(
            new PieceOrder(layout.Story(version), version), () => Task.FromResult(story with { Look = look }), cancellationToken);
        return new References(version, 1 + look.Recurring.Count, brought)
        {
            Cost = PayingStep.Current!.Paid,
            ToPaint = ToPaint(look),
        };
    });

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
