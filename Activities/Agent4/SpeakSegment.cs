using Temporalio.Activities;
using TemporalVideo.Activities.Session;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Studio.Narration;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Agent4;

/// <summary>Speaks a segment, sentence by sentence, and measures it.</summary>
internal sealed class SpeakSegment(SessionGate gate, PieceMaker pieces, INarrator narrator) : ISpeakSegment
{
    [Activity]
    public Task<Piece> SpeakSegmentAsync(SegmentTask task) => Step.RunAsync(task, task.Segment.Id, async (progress, cancellationToken) =>
    {
        await gate.RequireAsync(task.Session, cancellationToken);
        var sentences = task.Segment.Sentences;
        return await pieces.FolderAsync(
            new SessionLayout(task.Session).Sentences(task.Segment.Id),
            Fingerprint.Of("speech", task.Story.Language, sentences),
            async folder =>
            {
                var spoken = new List<SentenceSpeech>();
                foreach (var sentence in sentences)
                {
                    var file = folder.File(SessionLayout.SentenceFile(spoken.Count));
                    spoken.Add(new SentenceSpeech(sentence.Text, await narrator.SpeakAsync(sentence.Speech, task.Story.Language, file, cancellationToken)));
                    progress.Report((double)spoken.Count / sentences.Count);
                }

                return (new SegmentSpeech(task.Segment.Id, spoken), (IReadOnlyList<string>)spoken.Select((_, i) => SessionLayout.SentenceFile(i)).ToList());
            },
            cancellationToken);
    });
}
