using Temporalio.Client;

namespace Temporalio.Testing;

/// <summary>
/// Options of a time-skipping server and its client. The target host is where it listens; default: a free port of the loopback interface.
/// </summary>
public class WorkflowEnvironmentStartTimeSkippingOptions : TemporalClientConnectOptions
{
}
