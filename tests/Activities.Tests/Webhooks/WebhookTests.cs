using System.Net;
using System.Text.Json;
using StandardWebhooks;
using StandardWebhooks.Diagnostics;
using Temporalio.Client;
using Temporalio.Exceptions;
using Temporalio.Worker;
using TemporalVideo.Activities.Jobs;
using TemporalVideo.Activities.Session;
using TemporalVideo.Activities.Tests.Agents;
using TemporalVideo.Activities.Webhooks;
using TemporalVideo.Storage.Records.Webhooks;
using TemporalVideo.Tests.Support;
using TemporalVideo.Workflows;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Tests.Webhooks;

/// <summary>What a session does reaches those who have subscribed to it, signed, once, and nobody else.</summary>
public sealed class WebhookTests
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=";

    private static CloseTask End { get; } =
        new() { Session = AgentBench.Session, Outcome = VideoOutcome.Failed, Reason = "It broke.", Cost = 0.02m };

    [Fact]
    public async Task CloseSession_Subscribed_DeliversOneSignedMessageAndKeepsTheSecretToItself()
    {
        await using var server = await ServerAsync();
        await using var receiver = await Receiver.StartAsync();
        await using var bench = await AgentBench.StartAsync();
        var client = bench.Client = await TemporalClient.ConnectAsync(new(server.TargetHost));
        await bench.Webhooks.AddAsync(Hook(receiver.Address, WebhookEvents.Failed), default);
        await bench.Webhooks.AddAsync(Hook(receiver.Address, WebhookEvents.Completed, "wh_other"), default);
        using var worker = new TemporalWorker(client, new TemporalWorkerOptions(AgentBench.TaskQueue)
            .AddWorkflow<WebhookDeliveryWorkflow>().AddAllActivities(bench.Activity<DeliverWebhook>())
            .AddAllActivities(bench.Activity<GiveUpWebhook>()));

        await worker.ExecuteAsync(async () =>
        {
            await CloseAsync(bench);
            await CloseAsync(bench, again: true);
            var row = (await bench.Webhooks.MessagesAsync("anna", "wh_1", 10, default)).Should().ContainSingle().Subject;
            var handle = client.GetWorkflowHandle($"webhook:anna:{row.Id}");
            await handle.GetResultAsync();

            (await handle.FetchHistoryAsync()).ToJson().Should().NotContain(Secret[6..]).And.NotContain($"{receiver.Address.Port}");
        });

        var (body, headers) = receiver.Messages.Should().ContainSingle().Subject;
        var expected = new StandardWebhook(Secret);
        expected.Invoking(webhook => webhook.Verify(body, headers)).Should().NotThrow();
        expected.Invoking(webhook => webhook.Verify(body.Replace("0.02", "0.03"), headers)).Should().Throw<WebhookVerificationException>();
        var told = JsonSerializer.Deserialize<JsonElement>(body);
        told.GetProperty("type").GetString().Should().Be("session.failed");
        told.GetProperty("data").GetRawText().Should().Be(
            """{"user_id":"anna","session_id":"s1","status":"Failed","reason":"It broke.","cost":0.02}""");
        (await bench.Webhooks.MessagesAsync("anna", "wh_1", 10, default)).Single().Should()
            .BeEquivalentTo(new { Status = "delivered", Attempts = 1, Answer = 204, Error = (string?)null, SessionId = "s1" });
    }

    [Fact]
    public async Task Pipeline_ThatWaitsAndThenFails_IsToldOnceEach()
    {
        await using var server = await ServerAsync();
        await using var bench = await AgentBench.StartAsync();
        bench.Client = await TemporalClient.ConnectAsync(new(server.TargetHost));
        await bench.Webhooks.AddAsync(
            Hook(new Uri("https://example.org/"), $"{WebhookEvents.PipelineWaiting} {WebhookEvents.PipelineFailed}"), default);
        var nodes = new[] { new JobNode { Id = "check", Type = JobTypes.Approval }, new JobNode { Id = "test", Type = JobTypes.Command } };
        var jobs = nodes.Select(node => new JobProgress(node.Id, JobState.Waiting, 1, 0, 0, "It waits.")).ToList();
        var changes = new PipelineChanges
        {
            Pipeline = new("anna", "p1"),
            Template = "t",
            PlanKey = "k",
            Round = 1,
            Revision = 1,
            Outcome = PipelineOutcome.Running,
            At = DateTime.UtcNow,
            Known = 0,
            Nodes = nodes,
            Jobs = jobs,
        };
        var ended = new JobPipelineState
        {
            Pipeline = changes.Pipeline,
            Template = "t",
            PlanKey = "k",
            Outcome = PipelineOutcome.Failed,
            Nodes = nodes,
            Jobs = [jobs[0] with { State = JobState.Failed, Reason = "eva said no." }],
        };

        await bench.RunAsync<RecordPipeline, bool>(async activity =>
        {
            await activity.RecordPipelineAsync(changes);
            return true;
        });
        await bench.RunAsync<KeepPipeline, bool>(async activity =>
        {
            await activity.KeepPipelineAsync(ended);
            return true;
        });

        var messages = await bench.Webhooks.MessagesAsync("anna", "wh_1", 10, default);
        messages.Select(row => (row.Type, row.SessionId)).Should().BeEquivalentTo([("pipeline.failed", "p1"), ("pipeline.waiting", "p1")]);
        var waits = messages.Single(row => row.Type == WebhookEvents.PipelineWaiting).Id;
        var history = await bench.Client.GetWorkflowHandle($"webhook:anna:{waits}").FetchHistoryAsync();
        history.Events.First().WorkflowExecutionStartedEventAttributes.Input.Payloads_[0].Data.ToStringUtf8()
            .Should().Contain("\"waiting_for\":\"check\"").And.NotContain("test");
    }

    [Theory]
    [InlineData(503, false, "It answers 503.")]
    [InlineData(302, false, "a redirect")]
    [InlineData(410, true, "wants to hear nothing any more")]
    public async Task Deliver_AnswerThatIsNoYes_IsTriedAgainUnlessItIsGone(int status, bool gone, string words)
    {
        await using var receiver = await Receiver.StartAsync();
        await using var bench = await AgentBench.StartAsync();
        receiver.Answer = response => (response.StatusCode, response.Headers.Location, response.Headers.RetryAfter) =
            (status, receiver.Address.ToString(), "7");
        await bench.Webhooks.AddAsync(Hook(receiver.Address, WebhookEvents.Failed), default);

        var failure = await FailureAsync(bench);

        (failure.NonRetryable, failure.ErrorType).Should().Be((gone, FailureTypes.WebhookRefused));
        failure.Message.Should().Contain(words);
        failure.NextRetryDelay.Should().Be(status == 503 ? TimeSpan.FromSeconds(7) : null);
        receiver.Messages.Should().ContainSingle("no redirect is followed");
        ((await bench.Webhooks.FindAsync("anna", "wh_1", default))!.DisabledBecause is not null).Should().Be(gone);
    }

    [Fact]
    public async Task Deliver_NameThatLeadsHome_IsNeverCalled()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var bench = await AgentBench.StartAsync(allowPrivate: false);

        // A name without a local ending: only resolving it shows where it leads.
        var name = new UriBuilder("https", Dns.GetHostName(), receiver.Address.Port).Uri;
        await bench.Webhooks.AddAsync(Hook(name, WebhookEvents.Failed), default);

        var failure = await FailureAsync(bench);

        failure.NonRetryable.Should().BeTrue();
        failure.Message.Should().Contain("not of the public network").And.Contain("allow_private");
        receiver.Messages.Should().BeEmpty();
    }

    private static Task<DevServer.DevServer> ServerAsync() => EmbeddedServer.StartAsync(options => options with
    {
        SearchAttributes = new Dictionary<string, Temporalio.Api.Enums.V1.IndexedValueType>
        {
            [VideoSearchAttributes.User.Name] = VideoSearchAttributes.User.ValueType,
        },
    });

    private static async Task<ApplicationFailureException> FailureAsync(AgentBench bench)
    {
        var delivery = new WebhookDelivery
        {
            Id = "msg_1",
            Webhook = "wh_1",
            Type = WebhookEvents.Failed,
            At = DateTime.UtcNow,
            Change = new() { UserId = "anna" },
        };
        return (await FluentActions.Awaiting(() => bench.RunAsync<DeliverWebhook, bool>(async activity =>
        {
            await activity.DeliverWebhookAsync(delivery);
            return true;
        })).Should().ThrowAsync<ApplicationFailureException>()).Which;
    }

    private static Task CloseAsync(AgentBench bench, bool again = false) => bench.RunAsync<CloseSession, bool>(
        async activity =>
        {
            await activity.CloseSessionAsync(End);
            return true;
        },
        again);

    private static Webhook Hook(Uri address, string events, string id = "wh_1") => new()
    {
        UserId = "anna",
        Id = id,
        Url = address.AbsoluteUri,
        Secret = Secret,
        Events = events,
        CreatedAt = DateTime.UtcNow,
    };
}
