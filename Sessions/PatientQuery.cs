using Temporalio.Client;
using Temporalio.Exceptions;

namespace TemporalVideo.Sessions;

/// <summary>Asks a workflow again when the answer is only a matter of the moment.</summary>
internal static class PatientQuery
{
    private const int Attempts = 10;

    /// <summary>What a worker says to a query that was overtaken by a later workflow task; the official SDKs say the same.</summary>
    private const string Overtaken = "Query expired";

    /// <summary>The options of a query that waits for a worker as long as <see cref="NoWorker.Patience"/>.</summary>
    public static WorkflowQueryOptions Options(CancellationToken cancellationToken) =>
        new() { Rpc = new RpcOptions { CancellationToken = cancellationToken, Timeout = NoWorker.Patience } };

    /// <summary>Asks until the query is not overtaken.</summary>
    public static async Task<T> AskAsync<T>(Func<Task<T>> ask)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await ask();
            }
            catch (WorkflowQueryFailedException overtaken) when (overtaken.Message == Overtaken && attempt < Attempts)
            {
                // The next one is about the state after that task.
            }
        }
    }
}
