using TemporalVideo.Studio.Storytelling.Lessons;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Storytelling.Planning;

/// <summary>A block, or a part of one that is too large for one picture, as it is shown.</summary>
/// <param name="Kind">What it does for the story.</param>
/// <param name="Diagram">The picture.</param>
/// <param name="Said">What of the block is said meanwhile; may be empty.</param>
/// <param name="Reading">The least seconds that it takes to read.</param>
internal sealed record ShownPart(SegmentKind Kind, Diagram Diagram, IReadOnlyList<LessonSentence> Said, double Reading);
