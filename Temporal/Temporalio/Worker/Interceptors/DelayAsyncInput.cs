namespace Temporalio.Worker.Interceptors;

/// <summary>A timer to be started.</summary>
/// <param name="Delay">How long.</param>
/// <param name="CancellationToken">Ends it early.</param>
/// <param name="Summary">One line for people.</param>
public record DelayAsyncInput(
    TimeSpan Delay,
    CancellationToken? CancellationToken,
    string? Summary);
