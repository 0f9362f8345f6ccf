namespace TemporalVideo.DevServer.Matching;

/// <summary>A worker seen at a task queue.</summary>
/// <param name="Identity">Its name.</param>
/// <param name="LastAccess">When it polled last.</param>
/// <param name="BuildId">Its build; empty without.</param>
/// <param name="MaxPerSecond">How many tasks a second the queue may hand out, as it asks; null: as many as there are.</param>
internal sealed record PollerRecord(string Identity, DateTimeOffset LastAccess, string BuildId, double? MaxPerSecond = null);
