using Temporalio.Client;
using Temporalio.Workflows;
using TemporalVideo.Conformance.Tests.Sdk;

namespace TemporalVideo.Conformance.Tests.Client;

/// <summary>Base of the tests that need a server: a task queue of its own and a worker by hand.</summary>
public abstract class ClientTests(WorkerServerFixture server) : IAsyncLifetime
{
    private TemporalClient? _client;

    protected string TaskQueue { get; } = $"queue-{Guid.NewGuid()}";

    protected TemporalClient Client => _client!;

    private protected RawWorker Worker => new(Client, TaskQueue);

    public async Task InitializeAsync() => _client = await server.ClientAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    protected WorkflowOptions Options() => new($"wf-{Guid.NewGuid()}", TaskQueue);

    [Workflow]
    public class Order
    {
        [WorkflowQuery]
        public string Status => "";

        [WorkflowRun]
        public Task<string> RunAsync(string item, int count) => Task.FromResult(item + count);

        [WorkflowSignal]
        public Task ShipAsync(string address) => Task.CompletedTask;

        [WorkflowQuery]
        public int Count(string of) => of.Length;

        [WorkflowUpdate]
        public Task<int> AddAsync(int more) => Task.FromResult(more);
    }
}
