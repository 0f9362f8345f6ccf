using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using TemporalVideo.Studio.Storytelling.Prompts;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Hosting.Configuration.StoryRoom;

/// <summary><c>config/beats.yaml</c>.</summary>
internal sealed class BeatsFile
{
    [Required]
    public IReadOnlyDictionary<string, BeatEntry> Beats { get; set; } = new Dictionary<string, BeatEntry>();
}

/// <summary>A beat in <c>config/beats.yaml</c>.</summary>
internal sealed class BeatEntry
{
    [Required]
    public string For { get; set; } = "";

    public IReadOnlyList<SourceFeature> Needs { get; set; } = [];

    public IReadOnlyList<string> Words { get; set; } = [];

    public BeatSeconds Seconds { get; set; } = new();
}

/// <summary>How long a beat is.</summary>
internal sealed class BeatSeconds
{
    [DefaultValue(3), Range(1, 600)]
    public int Least { get; set; }

    [DefaultValue(60), Range(1, 600)]
    public int Most { get; set; }
}

/// <summary><c>config/archetypes/*.yaml</c> and <c>config/frameworks/*.yaml</c>.</summary>
internal sealed class OrderingFile
{
    [Required]
    public string About { get; set; } = "";

    [Required]
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Stages { get; set; } = new Dictionary<string, IReadOnlyList<string>>();
}

/// <summary><c>config/prompts/*.yaml</c>.</summary>
internal sealed class PromptFile
{
    [Required]
    public string About { get; set; } = "";

    [Required]
    public IReadOnlyDictionary<string, PromptVariable> Variables { get; set; } = new Dictionary<string, PromptVariable>();

    [Required]
    public string System { get; set; } = "";

    [Required]
    public string User { get; set; } = "";
}
