using TemporalVideo.Studio.Storytelling.Lessons;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Storytelling.Planning;

/// <summary>A part of the lesson that becomes a segment: what is said, and what is shown meanwhile.</summary>
internal sealed record SegmentDraft
{
    public required SegmentKind Kind { get; init; }

    public required string Title { get; init; }

    /// <summary>Which section of the lesson it belongs to, counted from 0.</summary>
    public required int Section { get; init; }

    /// <summary>Drafts with the same number belong together: all of them are in the video, or none.</summary>
    public required int Group { get; init; }

    /// <summary>What is said, in order.</summary>
    public required IReadOnlyList<LessonSentence> Said { get; init; }

    /// <summary>The same as the story carries it; empty until it is known what the voice can say.</summary>
    public IReadOnlyList<Sentence> Sentences { get; init; } = [];

    /// <summary>Sentences that are shown only: the voice has no words for them.</summary>
    public IReadOnlyList<LessonSentence> Silent { get; init; } = [];

    /// <summary>What is shown; null for a scene with pictograms.</summary>
    public Diagram? Diagram { get; init; }

    /// <summary>The block that is shown; null without one.</summary>
    public LessonBlock? Shown { get; init; }

    /// <summary>The least seconds that it takes to read what is shown.</summary>
    public double Reading { get; init; }

    /// <summary>The beat that it tells; null without a shape.</summary>
    public ToldBeat? Beat { get; init; }

    /// <summary>What being of the story's shape adds to its worth where there is no room for all; default 0.</summary>
    public double BeatWorth { get; init; }

    /// <summary>What of it says where it stands in the source, for the list of what is left out.</summary>
    public IEnumerable<LeftOut> AsLeftOut(string because) =>
        Shown is not null && Shown.Sentences.Count == 0
            ? Said.Select(sentence => new LeftOut(sentence.Line, sentence.Text, because))
                .Append(new LeftOut(Shown.Line, Shown.Excerpt, because))
            : Said.Select(sentence => new LeftOut(sentence.Line, sentence.Text, because));
}
