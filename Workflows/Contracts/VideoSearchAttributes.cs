using Temporalio.Common;

namespace TemporalVideo.Workflows.Contracts;

/// <summary>Search attributes of a video workflow, all keywords.</summary>
public static class VideoSearchAttributes
{
    /// <summary>Whose video.</summary>
    public static readonly SearchAttributeKey<string> User = SearchAttributeKey.CreateKeyword("VideoUser");

    /// <summary>Which session.</summary>
    public static readonly SearchAttributeKey<string> Session = SearchAttributeKey.CreateKeyword("VideoSession");

    /// <summary>A <see cref="VideoStage"/>.</summary>
    public static readonly SearchAttributeKey<string> Stage = SearchAttributeKey.CreateKeyword("VideoStage");

    /// <summary>A <see cref="VideoOutcome"/>.</summary>
    public static readonly SearchAttributeKey<string> Outcome = SearchAttributeKey.CreateKeyword("VideoOutcome");
}
