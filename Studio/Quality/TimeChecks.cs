using TemporalVideo.Studio.Motion;
using TemporalVideo.Studio.Narration;
using TemporalVideo.Studio.Pictures;
using TemporalVideo.Studio.Storytelling.Quality;

namespace TemporalVideo.Studio.Quality;

/// <summary>Whether there is time to read and hear, and no more than that.</summary>
internal static class TimeChecks
{
    /// <summary>Characters a second that a caption may ask to be read; 17 to 20 are usual for adults.</summary>
    private const double MostCharactersPerSecond = 20;

    private const int MostLines = 2;

    /// <summary>Seconds between two sentences.</summary>
    private const double LongestSilence = 2.5;

    /// <summary>Seconds in which nothing new enters the picture.</summary>
    private const double LongestStanding = 9;

    /// <summary>How far an entrance may be from its word, in seconds.</summary>
    private const double OnTheWord = 0.1;

    public static IEnumerable<QualityCheck> Of(QualityEvidence evidence)
    {
        var segments = evidence.Story.Segments.Count;
        yield return QualityCheck.Share("time to read", [.. Hurried(evidence)], segments, 0.9);
        if (evidence.Captions is { } captions)
        {
            yield return QualityCheck.Share("captions are easy to read", [.. Hard(evidence, captions)], captions.Count, 0.7);
        }

        if (evidence.Schedule is null)
        {
            yield break;
        }

        yield return QualityCheck.Share("speech fills the time", [.. Silent(evidence)], segments, 0.7);
        if (evidence.Scenes.Count > 0)
        {
            yield return QualityCheck.Share("pictures move on", [.. Standing(evidence)], segments, 0.4);
            yield return QualityCheck.Share("things enter on their word", [.. OffTheWord(evidence)], segments, 0.4);
        }
    }

    private static IEnumerable<QualityMoment> Hurried(QualityEvidence evidence) =>
        from segment in evidence.Story.Segments.Index()
        let wanted = StoryChecks.Reading(segment.Item)
        where evidence.Seconds(segment.Index) < wanted
        select new QualityMoment(evidence.Start(segment.Index),
            FormattableString.Invariant(
                $"\"{segment.Item.Title}\" stays {evidence.Seconds(segment.Index):0.0} s; to read it takes {wanted:0.0} s"),
            "Say more beside it, or split what it shows.");

    private static IEnumerable<QualityMoment> Hard(QualityEvidence evidence, IReadOnlyList<SubtitleCue> captions)
    {
        var width = CaptionLayout.Of(evidence.Story.Size).LineLength;
        foreach (var cue in captions)
        {
            var pace = cue.Lines.Sum(line => line.Length) / Math.Max(0.01, cue.End - cue.Start);
            var fault = pace > MostCharactersPerSecond
                ? FormattableString.Invariant($"has {pace:0} characters a second; {MostCharactersPerSecond:0} can be read")
                : cue.Lines.Count > MostLines ? $"has {cue.Lines.Count} lines; {MostLines} are wanted"
                : cue.Lines.Max(SubtitleText.Width) is var line && line > width ? $"has a line of {line} characters; {width} fit"
                : null;
            if (fault is not null)
            {
                yield return new QualityMoment(cue.Start, $"The caption \"{string.Join(' ', cue.Lines)}\" {fault}",
                    "Write the sentence shorter, or speak slower.");
            }
        }
    }

    private static IEnumerable<QualityMoment> Silent(QualityEvidence evidence)
    {
        var spoken = evidence.Story.Segments.Index().SelectMany(segment => (evidence.Spoken(segment.Index)?.Sentences ?? [])
            .Select(sentence => (evidence.Start(segment.Index) + sentence.Start, evidence.Start(segment.Index) + sentence.End)));
        var end = 0.0;
        foreach (var (start, until) in spoken.Append((evidence.Schedule!.Duration, 0)))
        {
            if (start - end > LongestSilence)
            {
                yield return new QualityMoment(end, FormattableString.Invariant($"Nobody speaks for {start - end:0.0} s"),
                    "Say more, show less, or make it shorter.");
            }

            end = until;
        }
    }

    /// <summary>Stretches of a scene in which nothing enters and nothing steps nearer.</summary>
    private static IEnumerable<QualityMoment> Standing(QualityEvidence evidence)
    {
        foreach (var (index, spoken, scene) in Drawn(evidence))
        {
            var steps = scene.Layers.Any(layer => layer.Idle is LayerIdle.Step or LayerIdle.Approach or LayerIdle.Drift)
                ? spoken.Sentences.Skip(1).Select(sentence => sentence.Start) : [];
            var changes = scene.Layers.Where(layer => layer.Entrance != LayerEntrance.None)
                .Select(layer => Cue.Time(layer, spoken, 0)).Concat(steps).Append(0).Append(spoken.Duration).Order().ToList();
            var (from, longest) = changes.Zip(changes.Skip(1), (from, to) => (from, to - from)).MaxBy(pair => pair.Item2);
            if (longest > LongestStanding)
            {
                yield return new QualityMoment(evidence.Start(index) + from,
                    FormattableString.Invariant(
                        $"Nothing new is seen for {longest:0.0} s beside \"{evidence.Story.Segments[index].Title}\""),
                    "Give what is said there a picture of its own, or a list, a table or a number.")
                { Piece = evidence.Scene(index) };
            }
        }
    }

    private static IEnumerable<QualityMoment> OffTheWord(QualityEvidence evidence)
    {
        foreach (var (index, spoken, scene) in Drawn(evidence))
        {
            var off = scene.Layers.Where(layer => layer.Entrance != LayerEntrance.None)
                .Select(layer => (Layer: layer, Word: Cue.Onset(layer, spoken), At: Cue.Time(layer, spoken, 0)))
                .FirstOrDefault(entrance => entrance.Word is { } word && Math.Abs(entrance.At - word) > OnTheWord);
            if (off.Layer is not null)
            {
                yield return new QualityMoment(evidence.Start(index) + off.At,
                    FormattableString.Invariant($"\"{off.Layer.CueWords}\" enters {Math.Abs(off.At - off.Word!.Value):0.0} s off its word"),
                    "Say it earlier in the sentence, or add a sentence after it.")
                { Piece = evidence.Scene(index) };
            }
        }
    }

    private static IEnumerable<(int Index, SpokenSegment Spoken, SceneArt Scene)> Drawn(QualityEvidence evidence) =>
        from segment in evidence.Story.Segments.Index()
        let spoken = evidence.Spoken(segment.Index)
        let scene = evidence.Scenes.GetValueOrDefault(segment.Item.Id)
        where spoken is not null && scene is not null
        select (segment.Index, spoken, scene);
}
