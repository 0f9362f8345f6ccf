using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Hosting.Configuration.Jobs;

/// <summary><c>config/job-pipelines/*.yaml</c>, with limits and defaults.</summary>
internal sealed class JobTemplateFile
{
    public string Description { get; set; } = "";

    public IReadOnlyDictionary<string, ParameterSection> Parameters { get; set; } = new Dictionary<string, ParameterSection>();

    public IReadOnlyList<string> Stages { get; set; } = [];

    public LimitsSection Limits { get; set; } = new();

    [Required]
    public IReadOnlyDictionary<string, JobSection> Jobs { get; set; } = new Dictionary<string, JobSection>();

    internal sealed class ParameterSection
    {
        public ParameterType Type { get; set; }

        public string Default { get; set; } = "";

        public bool Required { get; set; }

        public string Description { get; set; } = "";
    }

    internal sealed class LimitsSection
    {
        [DefaultValue(2), Range(1, 100)]
        public int MaxParallel { get; set; }

        [DefaultValue(10), Range(0, 1000)]
        public int MaxSpawned { get; set; }

        [DefaultValue(3), Range(0, 20)]
        public int MaxDepth { get; set; }

        public string MaxCost { get; set; } = "";
    }

    internal sealed class JobSection
    {
        [DefaultValue(JobTypes.Command)]
        public string Type { get; set; } = "";

        public string Stage { get; set; } = "";

        public IReadOnlyDictionary<string, NeedCondition> Needs { get; set; } = new Dictionary<string, NeedCondition>();

        public IReadOnlyDictionary<string, IReadOnlyList<string>> Matrix { get; set; } = new Dictionary<string, IReadOnlyList<string>>();

        public string Each { get; set; } = "";

        public IReadOnlyList<string> Uses { get; set; } = [];

        public bool Cache { get; set; }

        public IReadOnlyList<string> Command { get; set; } = [];

        public HttpSection Http { get; set; } = new();

        public VideoSection Video { get; set; } = new();

        public AgentSection Agent { get; set; } = new();

        public IReadOnlyDictionary<string, string> Environment { get; set; } = new Dictionary<string, string>();

        public IReadOnlyList<string> Secrets { get; set; } = [];

        public IReadOnlyList<string> Artifacts { get; set; } = [];

        public IReadOnlyList<string> Approvers { get; set; } = [];

        public IReadOnlyList<string> FinalExitCodes { get; set; } = [];

        [DefaultValue(0), Range(0, 100)]
        public int MaxRetries { get; set; }

        [DefaultValue(1), Range(0, 600)]
        public int BackoffSeconds { get; set; }

        [DefaultValue(0), Range(1, 2592000)]
        public int TimeoutSeconds { get; set; }

        public bool AllowFailure { get; set; }
    }

    internal sealed class HttpSection
    {
        [DefaultValue("GET")]
        public string Method { get; set; } = "";

        public string Url { get; set; } = "";

        public IReadOnlyDictionary<string, string> Headers { get; set; } = new Dictionary<string, string>();

        public string Body { get; set; } = "";

        public IReadOnlyList<string> Expect { get; set; } = [];

        public IReadOnlyList<string> RetryOn { get; set; } = [];

        [DefaultValue("answer")]
        public string SaveAs { get; set; } = "";
    }

    internal sealed class VideoSection
    {
        public string Lesson { get; set; } = "";

        public string Topic { get; set; } = "";

        [DefaultValue(0), Range(1, 86400)]
        public int Seconds { get; set; }

        public string Size { get; set; } = "";

        public string Voice { get; set; } = "";
    }

    internal sealed class AgentSection
    {
        public string Task { get; set; } = "";

        [DefaultValue(20), Range(1, 200)]
        public int MaxMoves { get; set; }

        public bool Commands { get; set; }
    }
}

/// <summary>What a parameter of a template may be.</summary>
public enum ParameterType
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Flag,
}
