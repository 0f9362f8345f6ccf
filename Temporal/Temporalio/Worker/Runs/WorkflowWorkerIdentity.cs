namespace Temporalio.Worker.Runs;

/// <summary>Who answers workflow tasks, and on which queues.</summary>
/// <param name="Identity">Identity of the worker.</param>
/// <param name="TaskQueue">Task queue shared with others.</param>
/// <param name="StickyQueue">Task queue of this worker's cache; null without a cache.</param>
/// <param name="StickyTimeout">How long tasks wait there.</param>
/// <param name="InstanceKey">Names this worker, and no other, in its polls.</param>
internal sealed record WorkflowWorkerIdentity(
    string Identity, string TaskQueue, string? StickyQueue, TimeSpan StickyTimeout, string InstanceKey);
