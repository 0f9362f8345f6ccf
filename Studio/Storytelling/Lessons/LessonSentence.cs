namespace TemporalVideo.Studio.Storytelling.Lessons;

/// <summary>One sentence, plain text, with the phrases that the lesson prints in bold.</summary>
internal sealed record LessonSentence(string Text, IReadOnlyList<string> Terms);
