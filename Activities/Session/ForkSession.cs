using System.Text;
using Microsoft.Extensions.Options;
using Temporalio.Activities;
using TemporalVideo.Activities.Storytelling;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Narration;
using TemporalVideo.Studio.Storytelling;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Session;

/// <summary>Takes over what a fork leaves as it is, byte for byte, and keeps the changed story.</summary>
internal sealed class ForkSession(
    SessionGate gate, Pieces pieces, IObjectStore store, SceneTakes takes, StoryChanges changes, INarrator narrator,
    IOptions<StoryOptions> options) : IForkSession
{
    [Activity]
    public Task<StoryDigest?> ForkSessionAsync(ForkTask task) => ActivityBody.RunAsync(task, null, async (progress, cancellationToken) =>
    {
        await gate.RequireAsync(task.Session, cancellationToken);
        var origin = task.Origin;
        if (origin.Parent.UserId != task.Session.UserId)
        {
            throw new UnusableInputException($"The session {origin.Parent} is another user's: it cannot be forked for {task.Session}.");
        }

        var kept = new KeptPieces(store, takes, new SessionLayout(origin.Parent), new SessionLayout(task.Session));
        await kept.TakeOwnFilesAsync(cancellationToken);
        if (origin.From == ForkStep.Story)
        {
            return null;
        }

        var version = Fingerprint.Of("fork", changes.Identity, origin, options.Value.Pronunciation);
        var before = (await pieces.ReadAsync<Story>(kept.From.Story(origin.Version ?? ""), cancellationToken)).Content;
        var source = Encoding.UTF8.GetString((await store.ReadAsync(kept.To.Source, cancellationToken)).Bytes.Span);
        var there = new StoryTakes
        {
            Kept = await takes.OfAsync(origin.Parent, before, cancellationToken),
            Order = task.Session.SessionId,

            // Who ordered it has seen to it that there is another picture.
            ArePainted = true,
        };
        var after = changes.Apply(before, origin.Changes, source, options.Value.Pronunciation, there);
        var parts = ForkedSegment.Of(before, after, origin.From, there);
        foreach (var voice in after.Segments.Select(segment => segment.Voice ?? after.Sound.Voice).Distinct())
        {
            await narrator.RequireAsync(new SpeechManner(after.Language, voice, after.Sound.Speed), cancellationToken);
        }

        foreach (var (index, part) in parts.Index())
        {
            await kept.TakeAsync(part, cancellationToken);
            progress.Report((double)(index + 1) / parts.Count);
        }

        await KeepTimesAsync(kept, parts, cancellationToken);
        var made = await pieces.DocumentAsync(
            new PieceOrder(kept.To.Story(version), version),
            () => kept.WithScenesAsync(after, parts, cancellationToken),
            cancellationToken);
        var story = await pieces.ReadAsync<Story>(made.Key, cancellationToken);
        return (StoryDigest?)(StoryDigest.Of(story.Content, version) with { Found = made.Found, Making = made.Making });
    });

    /// <summary>Clips that stay as they are keep the length that they have.</summary>
    private async Task KeepTimesAsync(KeptPieces kept, IReadOnlyList<ForkedSegment> parts, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(kept.From.Timing, cancellationToken) is null)
        {
            return;
        }

        var timing = (await pieces.ReadAsync<NarrationSchedule>(kept.From.Timing, cancellationToken)).Content;
        var stay = parts.Where(part => part is { Narration: false, IsAtOtherEnd: false }).Select(part => part.SegmentId).ToHashSet();
        var times = timing with { Segments = [.. timing.Segments.Where(segment => stay.Contains(segment.SegmentId))] };
        if (times.Segments.Count > 0)
        {
            await pieces.DocumentAsync(
                new PieceOrder(kept.To.KeptTiming, Fingerprint.Of("kept", "1", times)), () => Task.FromResult(times), cancellationToken);
        }
    }
}
