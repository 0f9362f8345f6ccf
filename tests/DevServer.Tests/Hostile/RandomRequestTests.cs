using System.Collections.Concurrent;
using System.Diagnostics;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Temporalio.Api.WorkflowService.V1;
using TemporalVideo.DevServer.Rpc;
using TemporalVideo.DevServer.Tests.Clients;
using TemporalVideo.DevServer.Tests.Durability;
using TemporalVideo.DevServer.Tests.Executions;
using TemporalVideo.Tests.Support;
using Xunit.Abstractions;

namespace TemporalVideo.DevServer.Tests.Hostile;

public sealed class RandomRequestTests(ITestOutputHelper output)
{
    private const int Requests = 10_000;
    private const int AtOnce = 200;
    private const string Namespace = "hostile";
    private const long MostMemory = 200L * 1024 * 1024;
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(60);
    private static readonly int Seed = int.TryParse(Environment.GetEnvironmentVariable("HOSTILE_SEED"), out var seed) ? seed : 20_27;

    // Would take the ground from under the rest.
    private static readonly HashSet<string> Left = ["DeleteNamespace"];

    // Have the most to them, and the others need what they make.
    private static readonly HashSet<string> Often =
    [
        "StartWorkflowExecution", "SignalWithStartWorkflowExecution", "ExecuteMultiOperation", "UpdateWorkflowExecution", "CreateSchedule",
        "PollWorkflowTaskQueue", "RespondWorkflowTaskCompleted", "PollActivityTaskQueue", "RespondActivityTaskFailed",
            "ResetWorkflowExecution",
    ];

    private readonly ConcurrentQueue<string> _faults = new();
    private readonly ConcurrentDictionary<StatusCode, int> _statuses = new();
    private readonly ConcurrentDictionary<string, int> _unimplemented = new();
    private readonly KnownThings _known = new(Namespace);

    [Fact]
    public async Task RandomRequests_ToEveryMethod_NeitherCrashNorHangNorFillMemory()
    {
        await using var server = new ServerProcess();
        await server.StartAsync();
        using var client = new RawClient(server.TargetHost);
        await client.CallAsync<RegisterNamespaceResponse>(
            "RegisterNamespace",
            new RegisterNamespaceRequest
            {
                Namespace = Namespace,
                WorkflowExecutionRetentionPeriod = Duration.FromTimeSpan(TimeSpan.FromDays(1))
            });
        await RunNormalWorkflowAsync(client);
        var before = server.Process.WorkingSet();
        var watch = Stopwatch.StartNew();

        await SendAsync(server.TargetHost);

        output.WriteLine($"seed {Seed}: {string.Join(", ", _statuses.OrderBy(each => each.Key))} in {watch.Elapsed}");
        await RunNormalWorkflowAsync(client);
        var after = server.Process.WorkingSet();
        output.WriteLine($"working set {before >> 20} MB before, {after >> 20} MB after");
        server.Process.HasExited.Should().BeFalse();
        server.Process.Errors.Concat(_faults).Distinct().Order().Should().BeEmpty();

        // Whatever was accepted must not stand in the way of a new start.
        await server.KillAsync();
        await server.StartAsync();
        await RunNormalWorkflowAsync(client);
        server.Process.Errors.Should().BeEmpty();
        (after - before).Should().BeLessThan(MostMemory);
    }

    private async Task SendAsync(string targetHost)
    {
        var methods = new[] { ServiceDescriptors.WorkflowService, ServiceDescriptors.OperatorService }
            .SelectMany(service => service.Methods).Where(method => !Left.Contains(method.Name))
            .SelectMany(method => Enumerable.Repeat(method, Often.Contains(method.Name) ? 6 : 1)).ToList();
        using var channel = new RawChannel(targetHost);
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Task.Run(async () =>
        {
            for (int n; (n = Interlocked.Increment(ref next)) < Requests;)
            {
                var random = new Random(Seed + n);
                var method = methods[n % methods.Count];
                for (var others = 0; _unimplemented.GetValueOrDefault(method.Name) > 5 && others < 50; others++)
                {
                    method = methods[random.Next(methods.Count)];
                }

                await SendAsync(channel, method, random);
            }
        })));
    }

    private async Task SendAsync(RawChannel channel, MethodDescriptor method, Random random)
    {
        var request = new RandomMessages(random, _known).Make(method.InputType);
        using var hang = new CancellationTokenSource(Grace);
        try
        {
            var answer = await channel.UnaryAsync(method.Service.FullName, method.Name, request, AnyAnswer.Parser(method.OutputType),
                timeout: TimeSpan.FromSeconds(random.Next(2) == 0 ? 2.5 : 0.7), cancellationToken: hang.Token);
            Count(StatusCode.OK);
            foreach (var field in method.OutputType.Fields.InDeclarationOrder().Where(each => each.FieldType == FieldType.Bytes))
            {
                _known.Add(method.OutputType, (ByteString)field.Accessor.GetValue(answer.Message));
            }
        }
        catch (CallFailedException e)
        {
            Count(e.Code);
            if (e.Code == StatusCode.Unimplemented)
            {
                _unimplemented.AddOrUpdate(method.Name, 1, (_, count) => count + 1);
            }

            if (e.Code is StatusCode.Internal or StatusCode.Unknown or StatusCode.Unavailable or StatusCode.DataLoss)
            {
                _faults.Enqueue($"{method.Name}: {e.Code} {e.Message}");
            }
        }
        catch (OperationCanceledException)
        {
            _faults.Enqueue($"{method.Name}: no answer within {Grace}");
        }
    }

    private void Count(StatusCode code) => _statuses.AddOrUpdate(code, 1, (_, count) => count + 1);

    private static async Task RunNormalWorkflowAsync(RawClient client)
    {
        var workflow = new TestWorkflow(client);
        await workflow.StartAsync();
        await workflow.RunTaskAsync(Commands.Activity("a", workflow.Queue));
        await workflow.CompleteActivityAsync(await workflow.PollActivityAsync());
        await workflow.RunTaskAsync(Commands.Complete());
        (await workflow.EventsAsync()).Should().Be(
            "Started TaskScheduled TaskStarted TaskCompleted ActivityScheduled ActivityStarted ActivityCompleted TaskScheduled "
                + "TaskStarted TaskCompleted Completed");
    }
}
