using YamlDotNet.Serialization;

namespace TemporalVideo.Studio.Storytelling.Lessons;

/// <summary>The YAML head of a lesson; every field may be missing.</summary>
internal sealed class FrontMatter
{
    [YamlMember(Alias = "title")]
    public string? Title { get; set; }

    [YamlMember(Alias = "subject")]
    public string? Subject { get; set; }

    [YamlMember(Alias = "language")]
    public string? Language { get; set; }

    [YamlMember(Alias = "summary")]
    public string? Summary { get; set; }

    [YamlMember(Alias = "keywords")]
    public List<string>? Keywords { get; set; }
}
