using Microsoft.Extensions.Logging.Abstractions;
using Temporalio.Api.Common.V1;
using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Executions;
using TemporalVideo.DevServer.Executions.Closing;
using TemporalVideo.DevServer.Executions.Starting;
using TemporalVideo.DevServer.Hosting;

namespace TemporalVideo.DevServer.Tests.Executions;

public sealed class RetentionTests
{
    [Fact]
    public async Task C196_Sweep_PastRetention_DeletesOnlyClosedRuns()
    {
        await using var parts = await ServerParts.OpenAsync(new DevServerOptions(), NullLoggerFactory.Instance);
        var ns = parts.Namespaces.Require("default");
        foreach (var id in new[] { "open", "closed" })
        {
            await parts.Executions.ChangeAsync(new WorkflowKey(ns.Id, id), transaction =>
            {
                var start = StartRequest.Of(
                    new StartWorkflowExecutionRequest
                    {
                        WorkflowId = id,
                        WorkflowType = new WorkflowType { Name = "t" },
                        TaskQueue = new() { Name = "q" }
                    }, ns, parts.SearchAttributes);
                var run = start.Start(transaction, RunFactory.NewRunId());
                if (id == "closed")
                {
                    RunClosing.Terminate(run, "", details: null, "test");
                }

                return true;
            });
        }

        var now = parts.Clock.UtcNow;
        var early = await Retention.SweepAsync(parts.Executions, parts.Namespaces.All, now + (ns.Retention / 2));
        var late = await Retention.SweepAsync(parts.Executions, parts.Namespaces.All, now + ns.Retention + TimeSpan.FromMinutes(1));

        early.Should().Be(0);
        late.Should().Be(1);
        (await parts.Executions.ReadAsync(new WorkflowKey(ns.Id, "closed"), transaction => transaction.Current is null)).Should().BeTrue();
        (await parts.Executions.ReadAsync(new WorkflowKey(ns.Id, "open"), transaction => transaction.Current is { IsOpen: true })).Should()
            .BeTrue();
    }
}
