using Temporalio.Activities;
using TemporalVideo.Activities.Session;
using TemporalVideo.Activities.Storytelling;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Studio.Narration;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Agent4;

/// <summary>Speaks a segment, sentence by sentence, and measures it.</summary>
internal sealed class SpeakSegment(SessionGate gate, Stories stories, Pieces pieces, INarrator narrator) : ISpeakSegment
{
    [Activity]
    public Task<Piece> SpeakSegmentAsync(SegmentTask task) =>
        ActivityBody.RunAsync(task, task.SegmentId, async (progress, cancellationToken) =>
    {
        await gate.RequireAsync(task.Session, cancellationToken);
        var request = await stories.SegmentAsync(task, cancellationToken);
        var sentences = request.Segment.Sentences;
        var wanted = new SpeechManner(
            request.Story.Language, request.Segment.Voice ?? request.Story.Sound.Voice, request.Story.Sound.Speed)
        {
            IsLocal = task.Local,
        };

        // One voice speaks the whole segment, whatever becomes of its service meanwhile.
        var manner = wanted with { Voice = (await narrator.RequireAsync(wanted, cancellationToken))?.Name ?? wanted.Voice };
        return await pieces.FolderAsync(
            new PieceOrder(
                new SessionLayout(task.Session).Sentences(task.SegmentId),
                Fingerprint.Of("speech", narrator.IdentityFor(manner), sentences),
                task.Price),
            async folder =>
            {
                var spoken = new List<SentenceSpeech>();
                foreach (var sentence in sentences)
                {
                    var file = folder.File(SentenceFile.Name(spoken.Count));
                    var utterance = await narrator.SpeakAsync(sentence.Speech, manner, file, cancellationToken);
                    spoken.Add(SentenceSpeech.Of(sentence.Text, utterance));
                    progress.Report((double)spoken.Count / sentences.Count);
                }

                var speech = new SegmentSpeech(task.SegmentId, spoken);
                return (speech, SentenceFile.Names(speech));
            },
            cancellationToken);
    });
}
