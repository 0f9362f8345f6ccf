namespace TemporalVideo.DevServer.Tests.Executions;

/// <summary>Against which server a conformance test runs.</summary>
public enum ServerKind
{
    Embedded,
    Real,
}
