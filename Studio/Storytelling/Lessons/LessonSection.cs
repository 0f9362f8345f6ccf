namespace TemporalVideo.Studio.Storytelling.Lessons;

/// <summary>A heading and what stands under it.</summary>
internal sealed record LessonSection(string Heading, IReadOnlyList<LessonBlock> Blocks)
{
    public IEnumerable<LessonSentence> Sentences => Blocks.SelectMany(block => block.Sentences);

    public T? First<T>() where T : LessonBlock => Blocks.OfType<T>().FirstOrDefault();
}
