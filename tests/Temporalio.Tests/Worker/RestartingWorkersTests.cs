using Temporalio.Activities;
using Temporalio.Api.Enums.V1;
using Temporalio.Client;
using Temporalio.Worker;
using Temporalio.Workflows;

namespace Temporalio.Tests.Worker;

/// <summary>Workers that come and go while there is work, as on a rolling update.</summary>
[Collection(WorkerServers.Name)]
public class RestartingWorkersTests(WorkerServers.Embedded server)
{
    [Fact]
    public async Task C202_WorkersComeAndGo_NoTaskWaitsForItsTimeout()
    {
        const int Workflows = 8;
        var client = await server.ClientAsync();
        var taskQueue = $"tq-{Guid.NewGuid():N}";
        var handles = new List<WorkflowHandle<Chains, int>>();
        for (var i = 0; i < Workflows; i++)
        {
            handles.Add(await client.StartWorkflowAsync((Chains w) => w.RunAsync(), new($"wf-{Guid.NewGuid():N}", taskQueue)));
        }

        var results = Task.WhenAll(handles.Select(h => h.GetResultAsync()));
        while (!results.IsCompleted)
        {
            using var worker = new TemporalWorker(client, new TemporalWorkerOptions(taskQueue).AddWorkflow<Chains>().AddActivity(Step));
            await worker.ExecuteAsync(() => Task.WhenAny(results, Task.Delay(20)));
        }

        await results;
        foreach (var handle in handles)
        {
            var events = await TestWorker.EventsAsync(handle);
            events.Should().NotContain(e => e.EventType == EventType.WorkflowTaskTimedOut
                && e.WorkflowTaskTimedOutEventAttributes.TimeoutType == TimeoutType.StartToClose);
            events.Select(e => e.ActivityTaskStartedEventAttributes?.LastFailure?.TimeoutFailureInfo).Should().OnlyContain(timeout => timeout == null);
        }
    }

    [Activity]
    public static int Step(int value) => value + 1;

    [Workflow]
    public class Chains
    {
        [WorkflowRun]
        public async Task<int> RunAsync()
        {
            var value = 0;
            for (var i = 0; i < 3; i++)
            {
                value = await Workflow.ExecuteActivityAsync(() => Step(value), new()
                {
                    StartToCloseTimeout = TimeSpan.FromSeconds(10),
                    RetryPolicy = new() { InitialInterval = TimeSpan.FromMilliseconds(10) },
                });
            }

            return value;
        }
    }
}
