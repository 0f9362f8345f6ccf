using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Temporalio.Activities;
using Temporalio.Client;
using Temporalio.Extensions.Hosting;
using Temporalio.Testing;
using Temporalio.Workflows;

namespace Temporalio.Tests.Hosting;

public class HostedWorkerTests
{
    [Fact]
    public async Task AddHostedTemporalWorker_WorkflowAndActivities_RunWithInjectedServices()
    {
        await using var env = await WorkflowEnvironment.StartLocalAsync();
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton(new Greeting("Hello"));
        builder.Services.AddTemporalClient(env.Client.Connection.Options.TargetHost!, "default");
        builder.Services.AddHostedTemporalWorker("queue").AddScopedActivities<Greeter>().AddWorkflow<GreetingWorkflow>();
        using var host = builder.Build();
        await host.StartAsync();

        var client = host.Services.GetRequiredService<ITemporalClient>();
        var results = new List<string>();
        for (var i = 0; i < 2; i++)
        {
            results.Add(await client.ExecuteWorkflowAsync((GreetingWorkflow wf) => wf.RunAsync("Ada"), new($"id-{i}", "queue")));
        }

        await host.StopAsync();
        results.Should().Equal("Hello Ada (call 1 of its scope)", "Hello Ada (call 1 of its scope)");
    }

    [Fact]
    public async Task AddHostedTemporalWorker_TwoQueuesWithOwnClients_BothRun()
    {
        await using var env = await WorkflowEnvironment.StartLocalAsync();
        var target = env.Client.Connection.Options.TargetHost!;
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddHostedTemporalWorker(target, "default", "one")
            .AddActivitiesInstance(new Greeter(new Greeting("One"))).AddWorkflow<GreetingWorkflow>();
        builder.Services.AddHostedTemporalWorker(target, "default", "two")
            .AddActivitiesInstance(new Greeter(new Greeting("Two"))).AddWorkflow<GreetingWorkflow>();
        using var host = builder.Build();
        await host.StartAsync();

        var one = await env.Client.ExecuteWorkflowAsync((GreetingWorkflow wf) => wf.RunAsync("Ada"), new("one", "one"));
        var two = await env.Client.ExecuteWorkflowAsync((GreetingWorkflow wf) => wf.RunAsync("Ada"), new("two", "two"));

        await host.StopAsync();
        (one[..3], two[..3]).Should().Be(("One", "Two"));
    }

    [Fact]
    public void AddHostedTemporalWorker_NoClient_SaysWhatToDo()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddHostedTemporalWorker("queue");
        using var host = builder.Build();

        ((Action)(() => host.Services.GetServices<IHostedService>().ToList()))
            .Should().Throw<InvalidOperationException>().WithMessage("*queue*AddTemporalClient*");
    }

    public sealed record Greeting(string Word);

    public sealed class Greeter(Greeting greeting)
    {
        private int _calls;

        [Activity]
        public Task<string> GreetAsync(string name) => Task.FromResult($"{greeting.Word} {name} (call {++_calls} of its scope)");
    }

    [Workflow]
    public class GreetingWorkflow
    {
        [WorkflowRun]
        public Task<string> RunAsync(string name) => Workflow.ExecuteActivityAsync(
            (Greeter greeter) => greeter.GreetAsync(name), new ActivityOptions { ScheduleToCloseTimeout = TimeSpan.FromMinutes(1) });
    }
}
