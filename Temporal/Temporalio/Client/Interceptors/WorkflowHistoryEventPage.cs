using Temporalio.Api.History.V1;

namespace Temporalio.Client.Interceptors;

/// <summary>A page of a history.</summary>
/// <param name="Events">The events.</param>
/// <param name="NextPageToken">Where the next page begins; null after the last.</param>
public record WorkflowHistoryEventPage(IReadOnlyCollection<HistoryEvent> Events, byte[]? NextPageToken);
