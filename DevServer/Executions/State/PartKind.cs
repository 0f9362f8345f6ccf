namespace TemporalVideo.DevServer.Executions.State;

/// <summary>What a row of the run_part table holds; the numbers are stored.</summary>
internal enum PartKind
{
    Activity = 1,
    Timer = 2,
    Child = 3,
    External = 4,
    Update = 5,
    SignalRequest = 6,
    BufferedEvent = 7,
    Attributes = 8,
}
