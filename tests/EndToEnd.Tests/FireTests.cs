using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Temporalio.Client;
using Temporalio.Exceptions;
using TemporalVideo.Tests.OpenAi;
using TemporalVideo.Tests.Support;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.EndToEnd.Tests;

/// <summary>
/// Money under fire: workers, server and database are killed while sessions buy from a service that fails in every way, and a person
/// answers what is asked. <c>./bench fire</c> runs it with 300 sessions.
/// </summary>
public sealed partial class FireTests
{
    private static readonly int Sessions = int.TryParse(Environment.GetEnvironmentVariable("FIRE_SESSIONS"), out var count) ? count : 0;

    private readonly Random _chance = new(20_261_127);
    private readonly List<string> _killed = [];
    private readonly Dictionary<string, string> _last = [];

    [SkippableFact]
    public async Task Sessions_KillsAndFaultsOfTheService_LedgerIsWhatWasPaidAndNoneIsLost()
    {
        Skip.If(Sessions == 0, "It kills for minutes, and is run by ./bench fire.");
        await using var postgres = await PostgresServer.StartAsync();
        await using var service = await FakeOpenAi.StartAsync();
        using var folder = new ProductFolder();
        var database = await postgres.CreateDatabaseAsync();
        folder.Variables["TEMPORAL_VIDEO_DATABASE"] = postgres.Connection(database);
        folder.Variables["PGPASSWORD"] = postgres.Password;
        folder.ChangeConfiguration("config/pipelines/default.yaml", "  videos: true", "  videos: false");
        folder.ChangeConfiguration("config/pipelines/default.yaml", "story: 120", "story: 20");
        folder.ChangeConfiguration("config/pipelines/default.yaml", "scenes: 180", "scenes: 20");
        folder.ChangeConfiguration("config/providers.yaml", "circuit_failures: 2", "circuit_failures: 100");
        PaidServiceTests.Serve(service, folder);
        var written = service.Chat!;
        service.Chat = request => written(request).Replace("900", "90", StringComparison.Ordinal)
            .Replace("The Moon pulls", $"Moon {NumberOf(request)} pulls", StringComparison.Ordinal);
        service.Faults = _ => FaultOf(Chance(100));

        await OrderAsync(folder);
        await UntilAllHaveEndedAsync(folder, postgres, service);
        await SettleWhatNobodyWaitedForAsync(folder, service);

        await LedgerIsWhatWasPaidAsync(postgres, database, service);
        (await postgres.ReadAsync(database, "SELECT count(*) FROM generations WHERE status = 'completed'")).Should().Equal($"{Sessions}");
        (await postgres.ReadAsync(database, "SELECT count(*) FROM money_account WHERE reserved_micros <> 0")).Should().Equal("0");
        (await postgres.ReadAsync(database, "SELECT count(*) FROM money_account WHERE spent_micros > limit_micros")).Should().Equal("0");
        _killed.Should().Contain("worker").And.Contain("server").And.Contain("database");
    }

    /// <summary>
    /// Each row with a request is that payment, to the millionth of a dollar; each payment without a row is one whose answer was lost, and
    /// a person has said that it was paid. A unit is paid again only behind such a word.
    /// </summary>
    private static async Task LedgerIsWhatWasPaidAsync(PostgresServer postgres, string database, FakeOpenAi service)
    {
        var booked = await postgres.ReadAsync(
            database, "SELECT request_id || ' ' || amount_micros FROM ledger WHERE request_id IS NOT NULL ORDER BY 1");
        var lost = await postgres.ReadAsync(
            database, "SELECT fingerprint || '%-' || round FROM ledger WHERE request_id IS NULL ORDER BY 1");
        var payments = service.Paid.ToLookup(paid => booked.Contains($"{paid.RequestId} {paid.MicroDollars}"));

        payments[true].Should().HaveCount(booked.Count, "no row is without its payment");
        payments[false].Select(paid => UserTag().Replace(paid.ClientKey!, "%-")).Should()
            .BeEquivalentTo(lost, "no payment is without its row");
        service.Paid.Select(paid => paid.ClientKey).Should().OnlyHaveUniqueItems();
        var units = await postgres.ReadAsync(database, "SELECT count(*) FROM paid_unit WHERE state = 'Charged'");
        service.Paid.Should().HaveCount(int.Parse(units.Single(), CultureInfo.InvariantCulture) + lost.Count, "none is paid twice unasked");
    }

    private static async Task OrderAsync(ProductFolder folder)
    {
        for (var number = 1; number <= Sessions; number++)
        {
            var (code, _, errors) = await StarterProcess.RunAsync(
                folder, "start", $"Why are there tides {number}?", "--user", $"user{number % 3}", "--session", $"s{number}",
                "--interactive", "--cost-limit", "0.50");
            code.Should().Be(0, errors);
        }
    }

    private async Task UntilAllHaveEndedAsync(ProductFolder folder, PostgresServer postgres, FakeOpenAi service)
    {
        var client = await TemporalClient.ConnectAsync(new TemporalClientConnectOptions($"127.0.0.1:{folder.Port}") { });
        var workers = new[] { StarterProcess.Start(folder, "worker"), StarterProcess.Start(folder, "worker") };
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(4 + Sessions));
        var kills = 3 + (Sessions / 2);
        while (await AnswerAsync(client, service, limit.Token))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(300 + Chance(900)), default(CancellationToken));
            limit.IsCancellationRequested.Should().BeFalse("all sessions end; they stand at {0}", string.Join("; ", _last.Values));
            if (kills-- > 0)
            {
                await KillAsync(folder, postgres, workers);
            }
        }

        foreach (var worker in workers)
        {
            await worker.DisposeAsync();
        }
    }

    /// <summary>A step that went on by this machine leaves its lost call to be settled.</summary>
    private static async Task SettleWhatNobodyWaitedForAsync(ProductFolder folder, FakeOpenAi service)
    {
        for (var number = 1; number <= Sessions; number++)
        {
            string[] session = [$"s{number}", "--user", $"user{number % 3}"];
            var (_, lost, _) = await StarterProcess.RunAsync(folder, ["settle", .. session, "--json"]);
            foreach (var call in lost.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("call").GetString()!))
            {
                var paid = service.Paid.Any(payment => payment.ClientKey == call) ? "yes" : "no";
                int code;
                while ((code = (await StarterProcess.RunAsync(folder, ["settle", .. session, "--call", call, "--paid", paid])).Code) == 6)
                {
                    await Task.Delay(TimeSpan.FromSeconds(1));
                }

                code.Should().Be(0);
            }
        }
    }

    private async Task KillAsync(ProductFolder folder, PostgresServer postgres, StarterProcess[] workers)
    {
        var what = (_killed.Count % 6) switch { 1 => "server", 3 => "database", _ => "worker" };
        _killed.Add(what);
        switch (what)
        {
            case "server":
                await folder.KillServerAsync();
                break;
            case "database":
                await postgres.StopAsync();
                await postgres.ResumeAsync();
                break;
            default:
                var which = Chance(workers.Length);
                await workers[which].KillAsync();
                await workers[which].DisposeAsync();
                workers[which] = StarterProcess.Start(folder, "worker");
                break;
        }
    }

    /// <summary>Does what a person does: approves, and says what the service's account shows.</summary>
    /// <returns>Whether a session still runs.</returns>
    private async Task<bool> AnswerAsync(TemporalClient client, FakeOpenAi service, CancellationToken cancellationToken)
    {
        try
        {
            var running = new List<WorkflowHandle>();
            await foreach (var each in client.ListWorkflowsAsync("ExecutionStatus = 'Running'"))
            {
                running.Add(client.GetWorkflowHandle(each.Id));
            }

            _last.Clear();
            foreach (var handle in running)
            {
                await AnswerAsync(handle, service, cancellationToken);
            }

            return running.Count > 0;
        }
        catch (RpcException)
        {
            // The server is away.
            return true;
        }
    }

    private async Task AnswerAsync(WorkflowHandle handle, FakeOpenAi service, CancellationToken cancellationToken)
    {
        var patience = new RpcOptions { Timeout = TimeSpan.FromSeconds(5), CancellationToken = cancellationToken };
        try
        {
            var state = await handle.QueryAsync<VideoState>(VideoWorkflowNames.StatusQuery, [], new() { Rpc = patience });
            var said = string.Join(", ", state.Agents.Select(agent => agent.Message));
            _last[handle.Id] = $"{handle.Id} {state.Stage}, {state.WaitingFor}, {said}";
            if (state.WaitingFor is { } subject)
            {
                var review = new Review { Subject = subject };
                await handle.ExecuteUpdateAsync(VideoWorkflowNames.ReviewUpdate, [review], new() { Rpc = patience });
            }

            foreach (var step in state.Parked ?? [])
            {
                var lost = step.LostCall;
                if (lost is not null && service.IsAnswering(lost))
                {
                    continue;
                }

                bool? paid = lost is null ? null : service.Paid.Any(payment => payment.ClientKey == lost);
                var decision = new Decision { Choice = StepChoice.Retry, Steps = [step.Id], Paid = paid };
                await handle.ExecuteUpdateAsync(VideoWorkflowNames.DecisionUpdate, [decision], new() { Rpc = patience });
            }
        }
        catch (Exception away) when (away is RpcException or WorkflowUpdateFailedException or WorkflowQueryFailedException)
        {
            // Without a worker, or it has gone on meanwhile, or a lost call may still be under way: asked again later.
            _last[handle.Id] = $"{handle.Id} {away.Message}";
        }
    }

    private static Fault? FaultOf(int chance) => chance switch
    {
        < 6 => new Fault.CutAfterCharge(),
        < 10 => new Fault.Busy(1),
        < 14 => new Fault.Failing(),
        < 30 => new Fault.Slow(TimeSpan.FromSeconds(1)),
        _ => null,
    };

    private static string NumberOf(FakeRequest request) => Topic().Match($"{request.Body}").Groups[1].Value;

    private int Chance(int below)
    {
        lock (_chance)
        {
            return _chance.Next(below);
        }
    }

    [GeneratedRegex(@"tides (\d+)")]
    private static partial Regex Topic();

    [GeneratedRegex("-[0-9a-f]{8}-")]
    private static partial Regex UserTag();
}
