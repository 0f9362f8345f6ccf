using Temporalio.Client;
using Temporalio.Exceptions;
using TemporalVideo.Workflows;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.EndToEnd.Tests;

/// <summary>Sessions as other clients and the other commands see them.</summary>
public sealed class SessionTests
{
    [Fact]
    public async Task Workflow_NoRow_FailsAtOnceAndIsNotRetried()
    {
        using var folder = new ProductFolder();
        await using var worker = StarterProcess.Start(folder, "worker");
        await worker.WaitForAsync(line => line.StartsWith("Working for", StringComparison.Ordinal));
        var client = await TemporalClient.ConnectAsync(new TemporalClientConnectOptions($"127.0.0.1:{folder.Port}"));
        var input = new VideoInput { Session = new SessionKey("anna", "nowhere"), Source = "rainbow", TargetSeconds = 30 };

        var handle = await client.StartWorkflowAsync(
            (VideoWorkflow workflow) => workflow.RunAsync(input), new WorkflowOptions(VideoWorkflowId.Of(input.Session), TaskQueues.Light));

        var failed = (await FluentActions.Awaiting(() => handle.GetResultAsync()).Should().ThrowAsync<WorkflowFailedException>()).Which;
        failed.InnerException.Should().BeOfType<ApplicationFailureException>().Which.ErrorType.Should().Be(FailureTypes.SessionNotFound);
        var history = await handle.FetchHistoryAsync();
        history.Events.Where(item => item.ActivityTaskStartedEventAttributes is not null).Should()
            .OnlyContain(item => item.ActivityTaskStartedEventAttributes.Attempt == 1);
    }

    [Fact]
    public async Task Commands_InteractiveSession_ApproveListDescribeAndCancelIt()
    {
        using var folder = new ProductFolder();
        await using var run =
            StarterProcess.Start(folder, "run", folder.Lesson, "--seconds", "30", "--user", "anna", "--session", "talk", "--interactive",
            "--json");
        await run.WaitForMessageAsync(message =>
            message.Message?.StartsWith("Waiting for approval of the story", StringComparison.Ordinal) == true);

        var early = await StarterProcess.RunAsync(folder, "approve", "scenes", "talk", "--user", "anna");
        var revised = await StarterProcess.RunAsync(folder, "approve", "story", "talk", "--user", "anna", "--revise", "40 seconds");
        await run.WaitForMessageAsync(message => message.Message == "Revising the story: 40 seconds");
        await run.WaitForMessageAsync(message => message.Sequence > 4
            && message.Message?.StartsWith("Waiting for approval", StringComparison.Ordinal) == true);
        var status = await StarterProcess.RunAsync(folder, "status", "talk", "--user", "anna");
        var list = await StarterProcess.RunAsync(folder, "list", "--outcome", "Running");
        var description = await StarterProcess.RunAsync(folder, "describe", "talk", "--user", "anna", "--json");
        var cancel = await StarterProcess.RunAsync(folder, "cancel", "video:anna:talk");

        (early.Code, early.Errors).Should()
            .Match<(int Code, string Errors)>(end => end.Code == 6 && end.Errors.Contains("story is waiting", StringComparison.Ordinal));
        revised.Code.Should().Be(0, revised.Errors);
        status.Output.Should().Contain("StoryReview").And.Contain("starter approve story talk");
        list.Output.Should().Contain("video:anna:talk");
        description.Output.Should().Contain("\"Stage\":\"StoryReview\"");
        cancel.Code.Should().Be(0, cancel.Errors);
        (await run.ExitAsync()).Should().Be(5);
        foreach (var late in (string[][])[["cancel", "video:anna:talk"], ["approve", "story", "video:anna:talk"]])
        {
            var (code, _, errors) = await StarterProcess.RunAsync(folder, late);
            (code, errors).Should().Match<(int Code, string Errors)>(
                end => end.Code == 6 && end.Errors.Contains("has ended (Canceled)", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Commands_NoSuchSession_ExitWithTheirCode()
    {
        using var folder = new ProductFolder();

        var (code, _, errors) = await StarterProcess.RunAsync(folder, "describe", "nobody");
        (code, errors).Should().Match<(int Code, string Errors)>(
            end => end.Code == 4 && end.Errors.Contains("There is no session", StringComparison.Ordinal));
        (await StarterProcess.RunAsync(folder, "status")).Code.Should().Be(4);
    }

    [Fact]
    public async Task Doctor_ThisMachine_FindsEverything()
    {
        using var folder = new ProductFolder();

        var doctor = await StarterProcess.RunAsync(folder, "doctor");

        doctor.Code.Should().Be(0, doctor.Output);
        doctor.Output.Should().Contain("ffmpeg").And.Contain("Temporal").And.NotContain("MISSING");
    }
}
