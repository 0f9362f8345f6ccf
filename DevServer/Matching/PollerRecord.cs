namespace TemporalVideo.DevServer.Matching;

/// <summary>A worker seen at a task queue.</summary>
internal sealed record PollerRecord(string Identity, DateTimeOffset LastAccess, string BuildId, double RatePerSecond);
