using TemporalVideo.Studio.Storytelling.Lessons;

namespace TemporalVideo.Studio.Storytelling.Planning;

/// <summary>A sentence that may be spoken.</summary>
internal sealed class Candidate
{
    public required LessonSentence Sentence { get; init; }

    /// <summary>As it is spoken.</summary>
    public required string Spoken { get; init; }

    public required double Seconds { get; init; }

    /// <summary>How much the story gains by it.</summary>
    public required double Value { get; init; }

    /// <summary>The segment cannot do without it.</summary>
    public bool IsEssential { get; init; }

    /// <summary>The sentence before it that it leans on.</summary>
    public Candidate? Needs { get; init; }

    public bool IsChosen { get; private set; }

    /// <summary>What choosing it now would add, with what it needs.</summary>
    public double Cost => IsChosen ? 0 : Seconds + (Needs?.Cost ?? 0);

    public void Choose()
    {
        IsChosen = true;
        Needs?.Choose();
    }
}
