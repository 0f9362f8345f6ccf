using System.Collections.Concurrent;
using Temporalio.Activities;
using Temporalio.Exceptions;
using Temporalio.Worker;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Workflows.Tests;

public sealed class WebhookDeliveryTests(VideoWorkflowFixture fixture) : IClassFixture<VideoWorkflowFixture>
{
    [Fact]
    public async Task Delivery_NobodyTakesIt_HasALastWord()
    {
        var receiver = new RefusingReceiver();

        var run = await RunAsync(receiver, "msg_refused");

        (await run.Should().ThrowAsync<WorkflowFailedException>()).Which.InnerException!.Message.Should().Contain("It answers 410.");
        receiver.LastWords.Should().ContainSingle().Which.Should().Contain("It answers 410.");
    }

    [Fact]
    public async Task Session_ThatWaits_IsAnnouncedWithWhatItWaitsFor()
    {
        var studio = new FakeStudio().Failing("ComposeMusic", FailureTypes.ToolFailed, "No synthesiser.");

        await fixture.RunAsync(
            studio,
            async handle =>
            {
                await DecisionTests.ApproveAsync(handle, ReviewSubject.Story);
                await DecisionTests.ParkedAsync(handle);
                await DecisionTests.DecideAsync(handle, StepChoice.Skip);
                await DecisionTests.ApproveAsync(handle, ReviewSubject.Scenes);
                await handle.GetResultAsync();
            },
            input => input with { Interactive = true });

        studio.Announced.Select(told => told.Change.WaitingFor).Should().Equal("story", "agent4-music", "scenes");
        studio.Announced.Should().OnlyContain(told => told.Type == WebhookEvents.Waiting && told.Change.UserId == "anna");
        studio.Announced.ElementAt(1).Change.Reason.Should().Contain("No synthesiser.");
    }

    private async Task<Func<Task>> RunAsync(RefusingReceiver receiver, string id)
    {
        var delivery = new WebhookDelivery
        {
            Id = id,
            Webhook = "wh_1",
            Type = WebhookEvents.Failed,
            At = DateTime.UtcNow,
            Change = new() { UserId = "anna" },
        };
        var queue = $"webhooks-{Guid.NewGuid():N}";
        using var worker = new TemporalWorker(
            fixture.Client, new TemporalWorkerOptions(queue).AddWorkflow<WebhookDeliveryWorkflow>().AddAllActivities(receiver));
        var handle = await fixture.Client.StartWorkflowAsync(
            (WebhookDeliveryWorkflow workflow) => workflow.RunAsync(delivery), new(delivery.WorkflowId, queue));
        await worker.ExecuteAsync(() => Task.WhenAny(handle.GetResultAsync()));
        return () => handle.GetResultAsync();
    }

    private sealed class RefusingReceiver : IDeliverWebhook, IGiveUpWebhook
    {
        public ConcurrentQueue<string> LastWords { get; } = new();

        [Activity]
        public Task DeliverWebhookAsync(WebhookDelivery delivery) =>
            throw new ApplicationFailureException("It answers 410.", errorType: FailureTypes.WebhookRefused, nonRetryable: true);

        [Activity]
        public Task GiveUpWebhookAsync(WebhookDelivery delivery, string reason)
        {
            LastWords.Enqueue(reason);
            return Task.CompletedTask;
        }
    }
}
