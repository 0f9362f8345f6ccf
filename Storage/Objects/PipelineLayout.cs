using System.Security.Cryptography;
using System.Text;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Storage.Objects;

/// <summary>Where a pipeline's objects lie: <c>pipelines/{user}/…</c>; plans and artifacts by the hash of their content.</summary>
/// <param name="pipeline">Whose, and which.</param>
internal sealed class PipelineLayout(SessionKey pipeline)
{
    private readonly string _user = $"pipelines/{pipeline.UserId}";

    /// <summary>Where the jobs stood at the end.</summary>
    public string State => $"{_user}/{pipeline.SessionId}/state.json";

    /// <summary>SHA-256, lower-case hexadecimal.</summary>
    public static string HashOf(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>SHA-256 of a text in UTF-8, lower-case hexadecimal.</summary>
    public static string HashOf(string text) => HashOf(Encoding.UTF8.GetBytes(text));

    /// <summary>Where a plan of this content lies; what lies there and is not of this content was not what was ordered.</summary>
    public string Plan(ReadOnlySpan<byte> content) => $"{_user}/plans/{HashOf(content)}.json";

    public string Artifact(string sha256) => $"{_user}/artifacts/{sha256}";

    /// <summary>What an attempt with some inputs left, for others with the same.</summary>
    public string Cache(string name) => $"{_user}/cache/{name}.json";

    public string Log(string job, int attempt) => $"{_user}/{pipeline.SessionId}/jobs/{job}/{attempt}/log.txt";

    /// <summary>How an attempt ended.</summary>
    public string Record(string job, int attempt) => $"{_user}/{pipeline.SessionId}/jobs/{job}/{attempt}/result.json";

    /// <summary>What a job handed over to one that it spawned.</summary>
    public string Context(string job, int attempt, string name) =>
        $"{_user}/{pipeline.SessionId}/jobs/{job}/{attempt}/spawn-{name}.json";
}
