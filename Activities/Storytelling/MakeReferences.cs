using Temporalio.Activities;
using TemporalVideo.Activities.Money;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Studio.Storytelling.Scenes;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Storytelling;

/// <summary>Has described what all pictures have in common, and keeps the story that has it.</summary>
internal sealed class MakeReferences(Stories stories, Pieces pieces, IObjectStore store, ISceneRoom room) : IMakeReferences
{
    [Activity]
    public Task<References> MakeReferencesAsync(StoryboardTask task) => ActivityBody.RunAsync(task, null, async (_, cancellationToken) =>
    {
        var layout = new SessionLayout(task.Session);
        var story = await stories.ReadAsync(task, cancellationToken);
        var brought = (await store.ListAsync(layout.LessonPictures, cancellationToken)).Count;
        var maker = task.Local ? room.Local : room.Current;
        if (story.Look is not null || await maker.LookAsync(story, cancellationToken) is not { } look)
        {
            return new References(task.Version, 0, brought);
        }

        var version = Fingerprint.Of("references", maker.Identity, task.Version, look);
        await pieces.DocumentAsync(
            new PieceOrder(layout.Story(version), version), () => Task.FromResult(story with { Look = look }), cancellationToken);
        return new References(version, 1 + look.Recurring.Count, brought) { Cost = PayingStep.Current!.Paid };
    });
}
