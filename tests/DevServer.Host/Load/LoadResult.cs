namespace TemporalVideo.DevServer.Host.Load;

/// <summary>What a workflow of the load saw.</summary>
/// <param name="Signals">Items of the signals, in order.</param>
/// <param name="Updates">Items of the updates, in order.</param>
/// <param name="Touched">What its activities, timers and children gave, one for each signal, in order.</param>
public sealed record LoadResult(IReadOnlyList<string> Signals, IReadOnlyList<string> Updates, IReadOnlyList<string> Touched);
