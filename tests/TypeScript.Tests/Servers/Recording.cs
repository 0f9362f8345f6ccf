using Temporalio.Api.Enums.V1;
using Temporalio.Common;

namespace TemporalVideo.TypeScript.Tests.Servers;

/// <summary>A scenario that was played.</summary>
/// <param name="Result">What the official client saw, as JSON.</param>
/// <param name="WorkflowId">Id of the scenario's workflow.</param>
/// <param name="Json">Its first run's history as the official client wrote it, or null if the scenario started none itself.</param>
/// <param name="Others">Histories of other workflows that took part.</param>
internal sealed record Recording(string Result, string WorkflowId, string? Json, IReadOnlyList<string> Others)
{
    /// <summary>The history.</summary>
    public WorkflowHistory History => WorkflowHistory.FromJson(WorkflowId, Json!);

    /// <summary>The types of its events.</summary>
    public IEnumerable<EventType> Types => History.Events.Select(e => e.EventType);
}
