namespace Temporalio.Worker.Interceptors;

/// <summary>A heartbeat to be recorded.</summary>
/// <param name="Details">Details.</param>
public record HeartbeatInput(object?[] Details);
