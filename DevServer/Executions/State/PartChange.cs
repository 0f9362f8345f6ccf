namespace TemporalVideo.DevServer.Executions.State;

/// <summary>A row of the run_part table to write, or to delete when the value is null.</summary>
internal readonly record struct PartChange(PartKind Kind, object Key, byte[]? Value);
