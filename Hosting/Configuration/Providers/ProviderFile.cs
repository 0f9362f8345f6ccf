using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace TemporalVideo.Hosting.Configuration.Providers;

/// <summary><c>config/providers.yaml</c>, as it is written.</summary>
internal sealed class ProviderFile
{
    public IReadOnlyDictionary<string, ServiceEntry> Services { get; set; } = new Dictionary<string, ServiceEntry>();

    public Preferences<ChatEntry> Chat { get; set; } = new();

    public Preferences<ImageEntry> Images { get; set; } = new();

    public Preferences<ClipEntry> Clips { get; set; } = new();

    public Preferences<SpeechEntry> Speech { get; set; } = new();
}

/// <summary>How a service is reached.</summary>
internal sealed class ServiceEntry
{
    [DefaultValue(false)]
    public bool Enabled { get; set; }

    [DefaultValue("https://api.openai.com/v1")]
    public string BaseUrl { get; set; } = "";

    [DefaultValue("OPENAI_API_KEY")]
    public string KeyVariable { get; set; } = "";

    public string KeyFile { get; set; } = "";

    [DefaultValue(true)]
    public bool NeedsKey { get; set; }

    public string Organisation { get; set; } = "";

    public string Project { get; set; } = "";

    [Range(1, 3600)]
    [DefaultValue(150)]
    public int TimeoutSeconds { get; set; }

    [Range(1, 100_000)]
    [DefaultValue(120)]
    public int StepsPerMinute { get; set; }

    [Range(1, 100)]
    [DefaultValue(2)]
    public int CircuitFailures { get; set; }

    [Range(1, 86400)]
    [DefaultValue(60)]
    public int CircuitSeconds { get; set; }
}

/// <summary>The providers of a capability.</summary>
internal sealed class Preferences<T>
{
    public IReadOnlyList<string> Prefer { get; set; } = [];

    public IReadOnlyDictionary<string, T> Options { get; set; } = new Dictionary<string, T>();
}

/// <summary>A provider of a service.</summary>
internal interface IModelEntry
{
    string Service { get; }

    string Model { get; }
}

/// <summary>A language model.</summary>
internal sealed class ChatEntry : IModelEntry
{
    [Required]
    public string Service { get; set; } = "";

    [Required]
    public string Model { get; set; } = "";

    [Range(100, 1_000_000)]
    [DefaultValue(8000)]
    public int MostTokens { get; set; }
}

/// <summary>A provider of pictures.</summary>
internal sealed class ImageEntry : IModelEntry
{
    [Required]
    public string Service { get; set; } = "";

    [Required]
    public string Model { get; set; } = "";

    public string Quality { get; set; } = "";

    [DefaultValue(true)]
    public bool Scenes { get; set; }

    [Range(0, 8)]
    [DefaultValue(0)]
    public int References { get; set; }

    [Required]
    public IReadOnlyList<string> Sizes { get; set; } = [];
}

/// <summary>A provider of moving pictures.</summary>
internal sealed class ClipEntry : IModelEntry
{
    [Required]
    public string Service { get; set; } = "";

    [Required]
    public string Model { get; set; } = "";

    [Required]
    public IReadOnlyList<string> Sizes { get; set; } = [];

    [Required]
    public IReadOnlyList<string> Seconds { get; set; } = [];
}

/// <summary>A provider of narration.</summary>
internal sealed class SpeechEntry : IModelEntry
{
    [Required]
    public string Service { get; set; } = "";

    [Required]
    public string Model { get; set; } = "";

    [Required]
    public IReadOnlyList<string> Voices { get; set; } = [];

    public bool FollowsSpeed { get; set; }

    public string Transcription { get; set; } = "";

    [Required]
    public IReadOnlyList<string> Languages { get; set; } = [];
}
