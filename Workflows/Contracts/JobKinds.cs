using System.Text.Json.Serialization;

namespace TemporalVideo.Workflows.Contracts;

/// <summary>
/// What a job of type <c>http</c> asks for. In address, headers and body <c>${NAME}</c> stands for what a command would find under that
/// name in its environment.
/// </summary>
public sealed record HttpSpec
{
    /// <summary>The method; default GET.</summary>
    public string Method { get; init; } = "GET";

    /// <summary>The address.</summary>
    public required string Url { get; init; }

    /// <summary>Headers by name.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>The body; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Body { get; init; }

    /// <summary>Status codes that are a success; empty: 200 to 299.</summary>
    public IReadOnlyList<int> Expect { get; init; } = [];

    /// <summary>Status codes after which it is tried again, as far as it has retries; the others are final.</summary>
    public IReadOnlyList<int> RetryOn { get; init; } = [408, 425, 429, 500, 502, 503, 504];

    /// <summary>The file that the answer becomes.</summary>
    public string SaveAs { get; init; } = "answer";
}

/// <summary>What a job of type <c>video</c> makes a video of; <c>${NAME}</c> as in <see cref="HttpSpec"/>.</summary>
public sealed record VideoSpec
{
    /// <summary>A lesson: a file of the workspace, such as <c>inputs/import/sky.md</c>, or of the worker's folder of lessons; null: a
    /// topic.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Lesson { get; init; }

    /// <summary>A topic; null: a lesson.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Topic { get; init; }

    /// <summary>Wanted length in seconds; null: as long as the lesson takes.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Seconds { get; init; }

    /// <summary>Size of the picture, such as <c>9:16</c>; null: what the lesson wishes.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public VideoSize? Size { get; init; }

    /// <summary>The voice; null: what the lesson wishes.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Voice { get; init; }
}

/// <summary>What a job of type <c>agent</c> is to do.</summary>
public sealed record AgentSpec
{
    /// <summary>The task, for the language model; <c>${NAME}</c> as in <see cref="HttpSpec"/>.</summary>
    public required string Task { get; init; }

    /// <summary>How many moves it has.</summary>
    public int MaxMoves { get; init; } = 20;

    /// <summary>Whether it may run commands in its workspace.</summary>
    public bool Commands { get; init; }
}
