namespace TemporalVideo.Storage.Records;

/// <summary>Where the sessions' rows are kept.</summary>
public sealed class VideoDatabaseOptions
{
    /// <summary>SQLite file; made when it is missing. Default <c>out/videos.db</c> under the current folder.</summary>
    public string File { get; set; } = "out/videos.db";
}
