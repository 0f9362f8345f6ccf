namespace TemporalVideo.Activities.Storytelling;

/// <summary>Where stories come from.</summary>
public sealed class StoryOptions
{
    /// <summary>Folder of Markdown lessons that a bare topic is looked up in. Default <c>lessons</c> under the current folder.</summary>
    public string LessonsFolder { get; set; } = "lessons";

    /// <summary>How words are said, by the word; default none.</summary>
    public IReadOnlyDictionary<string, string> Pronunciation { get; set; } = new Dictionary<string, string>();
}
