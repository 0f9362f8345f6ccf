using System.Text;
using Microsoft.Extensions.Options;
using Temporalio.Activities;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Studio.Storytelling;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Storytelling;

/// <summary>Keeps a version of the story with a person's words in it, and answers with its digest.</summary>
internal sealed class EditStory(
    Pieces pieces, IObjectStore store, Stories stories, StoryEditor editor, IOptions<StoryOptions> options) : IEditStory
{
    [Activity]
    public Task<StoryDigest> EditStoryAsync(EditTask task) => ActivityBody.RunAsync(task, null, async (_, cancellationToken) =>
    {
        var layout = new SessionLayout(task.Session);
        var pronunciation = options.Value.Pronunciation;
        var version = Fingerprint.Of("edit", editor.Identity, task.Version, task.Edits, pronunciation);
        var made = await pieces.DocumentAsync(
            new PieceOrder(layout.Story(version), version, task.Price),
            async () => editor.Edit(
                await stories.ReadAsync(task, cancellationToken),
                task.Edits,
                Encoding.UTF8.GetString((await store.ReadAsync(layout.Source, cancellationToken)).Bytes.Span),
                pronunciation),
            cancellationToken);
        var story = await pieces.ReadAsync<Story>(made.Key, cancellationToken);
        return StoryDigest.Of(story.Content, version) with { Found = made.Found, Making = made.Making };
    });
}
