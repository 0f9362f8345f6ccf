namespace Temporalio.Client;

/// <summary>Options of fetching the events of a history.</summary>
public class WorkflowHistoryEventFetchOptions : WorkflowHistoryFetchOptions
{
    /// <summary>Whether to go on with new events until the workflow closes. Default: false.</summary>
    public bool WaitNewEvent { get; set; }
}
