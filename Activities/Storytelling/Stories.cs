using Temporalio.Exceptions;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Studio.Pictures;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Storytelling;

/// <summary>The versions of a session's story in the object store.</summary>
internal sealed class Stories(Pieces pieces)
{
    /// <summary>Reads a version.</summary>
    /// <exception cref="ObjectMissingException">It is not in the store.</exception>
    public async Task<Story> ReadAsync(StoryboardTask task, CancellationToken cancellationToken)
    {
        if (task.Version.Length == 0)
        {
            throw new ApplicationFailureException(
                $"The session {task.Session} was begun by an earlier release, which kept its story elsewhere. "
                + "Cancel it and start it again.",
                errorType: FailureTypes.InputMissing,
                nonRetryable: true);
        }

        return (await pieces.ReadAsync<Story>(new SessionLayout(task.Session).Story(task.Version), cancellationToken)).Content;
    }

    /// <summary>Reads a version, for the picture of a segment.</summary>
    /// <exception cref="ObjectMissingException">It is not in the store.</exception>
    public async Task<SceneRequest> SegmentAsync(SegmentTask task, CancellationToken cancellationToken)
    {
        var story = await ReadAsync(task, cancellationToken);
        var index = story.Segments.Select(segment => segment.Id).ToList().IndexOf(task.SegmentId);
        return index >= 0 ? new SceneRequest { Story = story, Index = index } : throw new ApplicationFailureException(
            $"The story {task.Version} of {task.Session} has no segment '{task.SegmentId}'.",
            errorType: FailureTypes.InputMissing,
            nonRetryable: true);
    }

    /// <summary>
    /// Adds a person's wishes to the segments that they are about, first in their visual guidance: they outweigh what was planned. A take
    /// that is wished is shown as it is; one that is not there changes nothing.
    /// </summary>
    /// <param name="story">The story without wishes.</param>
    /// <param name="wishes">The wishes, oldest first.</param>
    /// <param name="takes">The takes of each segment, by its id.</param>
    public static Story With(
        Story story, IReadOnlyList<SceneWish> wishes, IReadOnlyDictionary<string, IReadOnlyList<SegmentTake>> takes) => story with
        {
            Segments =
            [
                .. story.Segments.Select(segment => wishes
                    .Where(wish => wish.SegmentId is null || wish.SegmentId == segment.Id)
                    .Aggregate(segment, (wished, wish) => With(wished, wish, takes.GetValueOrDefault(segment.Id, [])))),
            ],
        };

    private static Segment With(Segment segment, SceneWish wish, IReadOnlyList<SegmentTake> takes) => wish.Take is { } number
        ? takes.FirstOrDefault(take => take.Number == number && take.IsOf(segment))?.ShownIn(segment, takes[^1].Number) ?? segment
        : With(segment, wish);

    private static Segment With(Segment segment, SceneWish wish) => segment with
    {
        Feedback = [.. segment.Feedback, wish.Text],
        Drawn = null,
        Take = PictureTake.After(segment.Take),
        VisualGuidance = $"{wish.Text.TrimEnd('.')}. {segment.VisualGuidance}",
    };
}
