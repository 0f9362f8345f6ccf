using Temporalio.Activities;
using TemporalVideo.Activities.Session;
using TemporalVideo.Activities.Storytelling;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Narration;
using TemporalVideo.Studio.Narration.Recordings;
using TemporalVideo.Studio.Pictures;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Agent4;

/// <summary>Speaks a segment, sentence by sentence, or cuts a person's recording of it into them, and measures it.</summary>
internal sealed class SpeakSegment(
    SessionGate gate, Stories stories, Pieces pieces, IObjectStore store, INarrator narrator, RecordingCutter cutter) : ISpeakSegment
{
    [Activity]
    public Task<Piece> SpeakSegmentAsync(SegmentTask task) =>
        ActivityBody.RunAsync(task, task.SegmentId, async (progress, cancellationToken) =>
    {
        await gate.RequireAsync(task.Session, cancellationToken);
        var request = await stories.SegmentAsync(task, cancellationToken);
        return request.Segment.Recording is { } recording && !task.Local
            ? await CutAsync(task, request, recording, cancellationToken)
            : await SpeakAsync(task, request, progress, cancellationToken);
    });

    private async Task<Piece> SpeakAsync(
        SegmentTask task, SceneRequest request, IProgress<double> progress, CancellationToken cancellationToken)
    {
        var sentences = request.Segment.Sentences;
        var wanted = new SpeechManner(
            request.Story.Language, request.Segment.Voice ?? request.Story.Sound.Voice, request.Story.Sound.Speed)
        {
            IsLocal = task.Local,
            Take = request.Segment.VoiceTake?.Ordered,
        };

        // One voice speaks the whole segment, whatever becomes of its service meanwhile.
        var manner = wanted with { Voice = (await narrator.RequireAsync(wanted, cancellationToken))?.Name ?? wanted.Voice };
        return await pieces.FolderAsync(
            new PieceOrder(
                new SessionLayout(task.Session).Sentences(task.SegmentId),
                manner.Take is { } take
                    ? Fingerprint.Of("speech", narrator.IdentityFor(manner), sentences, take)
                    : Fingerprint.Of("speech", narrator.IdentityFor(manner), sentences),
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

                return Made(task, spoken);
            },
            cancellationToken);
    }

    private async Task<Piece> CutAsync(SegmentTask task, SceneRequest request, string recording, CancellationToken cancellationToken)
    {
        OwnFile.RequireIn(layout => layout.Recordings, task.Session, recording, $"The recording of {task.SegmentId}");
        var (sentences, language) = (request.Segment.Sentences, LanguageTag.Parse(request.Story.Language));
        return await pieces.FolderAsync(
            new PieceOrder(
                new SessionLayout(task.Session).Sentences(task.SegmentId),
                Fingerprint.Of("recording", cutter.Identity, Path.GetFileName(recording), language.Value, sentences),
                0),
            async folder =>
            {
                using var own = new TemporaryFolder();
                var fetched = await store.FetchAsync(recording, own.Path, cancellationToken);
                var files = sentences.Select((_, index) => folder.File(SentenceFile.Name(index))).ToList();
                return Made(task, await cutter.CutAsync(fetched.Path, sentences, language, files, cancellationToken));
            },
            cancellationToken);
    }

    private static (SegmentSpeech Speech, IReadOnlyList<string> Files) Made(SegmentTask task, IReadOnlyList<SentenceSpeech> spoken)
    {
        var speech = new SegmentSpeech(task.SegmentId, spoken);
        return (speech, SentenceFile.Names(speech));
    }
}
