namespace Temporalio.Worker.Pollers;

/// <summary>How polling ends: first no poll is begun any more, then those that are open are cancelled.</summary>
/// <param name="StopAsking">Cancelled when no more tasks are wanted.</param>
/// <param name="HangUp">Cancelled when open polls are given up.</param>
internal readonly record struct PollStop(CancellationToken StopAsking, CancellationToken HangUp);
