using System.Globalization;
using System.Text.Json.Nodes;

namespace TemporalVideo.Aws.MediaConvert;

/// <summary>How far a job is.</summary>
internal enum JobStatus
{
    /// <summary>It waits in its queue.</summary>
    Submitted,

    /// <summary>It is being worked on.</summary>
    Progressing,

    /// <summary>Its output is in the bucket; only now it costs something.</summary>
    Complete,

    /// <summary>It was cancelled.</summary>
    Canceled,

    /// <summary>It failed.</summary>
    Error,
}

/// <summary>What MediaConvert says of a job.</summary>
internal sealed record MediaConvertJob
{
    /// <summary>Its name.</summary>
    public required string Id { get; init; }

    /// <summary>How far it is.</summary>
    public required JobStatus Status { get; init; }

    /// <summary>Finished share, 0 to 100; null when the service cannot tell.</summary>
    public int? Percent { get; init; }

    /// <summary>Why it failed, as a number; null when it did not.</summary>
    public int? ErrorCode { get; init; }

    /// <summary>Why it failed; empty when it did not.</summary>
    public string ErrorMessage { get; init; } = "";

    /// <summary>The token of its order, from its metadata; null when it has none.</summary>
    public string? Token { get; init; }

    /// <summary>Whether nothing more will happen to it.</summary>
    public bool HasEnded => Status is JobStatus.Complete or JobStatus.Canceled or JobStatus.Error;

    /// <summary>Reads the job of an answer.</summary>
    /// <exception cref="InvalidDataException">The answer has no job.</exception>
    public static MediaConvertJob Read(JsonNode? job) => new()
    {
        Id = Text(job, "id") ?? throw Unreadable("has no id"),
        Status = Enum.TryParse<JobStatus>(Text(job, "status"), ignoreCase: true, out var status)
            ? status
            : throw Unreadable($"has the status '{Text(job, "status")}'"),
        Percent = Number(job, "jobPercentComplete"),
        ErrorCode = Number(job, "errorCode"),
        ErrorMessage = Text(job, "errorMessage") ?? "",
        Token = Text(job?["userMetadata"], StitchJob.TokenName),
    };

    private static string? Text(JsonNode? node, string name) => node?[name]?.ToString();

    private static int? Number(JsonNode? node, string name) =>
        int.TryParse(Text(node, name), CultureInfo.InvariantCulture, out var number) ? number : null;

    private static InvalidDataException Unreadable(string why) => new($"MediaConvert answered with a job that {why}.");
}
