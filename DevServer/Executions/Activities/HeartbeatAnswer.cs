namespace TemporalVideo.DevServer.Executions.Activities;

/// <summary>What an activity hears when it sends a heartbeat.</summary>
/// <param name="CancelRequested">It is asked to stop, for its workflow.</param>
/// <param name="Paused">An operator holds further attempts back.</param>
/// <param name="Reset">An operator wants it to begin again.</param>
internal readonly record struct HeartbeatAnswer(bool CancelRequested, bool Paused, bool Reset);
