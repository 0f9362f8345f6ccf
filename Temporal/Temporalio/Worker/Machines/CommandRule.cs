using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;

namespace Temporalio.Worker.Machines;

/// <summary>Which command writes an event, and what the two must agree on when a history is replayed.</summary>
/// <param name="Command">Type of the command.</param>
/// <param name="Compare">Null when they belong together, else what is different; without it any two do.</param>
internal sealed record CommandRule(CommandType Command, Func<PendingCommand, HistoryEvent, string?>? Compare = null)
{
    /// <summary>Compared whatever the flags of the run are.</summary>
    public bool Always { get; init; }

    /// <summary>Says how two values differ, if they do.</summary>
    public static string? Both<T>(string what, T ours, T theirs) =>
        EqualityComparer<T>.Default.Equals(ours, theirs) ? null : $"but history has the {what} {theirs}";
}
