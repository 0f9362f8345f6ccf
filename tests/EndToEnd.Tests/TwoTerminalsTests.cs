using TemporalVideo.DevServer;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.EndToEnd.Tests;

/// <summary>Two commands at once, as in two terminals: the one that came first brings the server, and goes first.</summary>
public sealed class TwoTerminalsTests
{
    private const string User = "anna";

    [Fact]
    public async Task Run_FirstIsDone_SecondGoesOnToItsEnd()
    {
        using var folder = new ProductFolder();
        await using var first = Run(folder, "first");
        await first.WaitForMessageAsync(message => message is { Agent: AgentName.Agent2, SegmentId: not null });
        await using var second = Run(folder, "second", "--interactive");
        await second.WaitForMessageAsync(message => message.Message?.StartsWith("Waiting for approval", StringComparison.Ordinal) == true);
        var server = ServerRecord.Read(folder.DataFile);

        (await first.ExitAsync()).Should().Be(0, first.Errors);
        foreach (var subject in new[] { "story", "scenes" })
        {
            await second.WaitForMessageAsync(message =>
                message.Message?.StartsWith($"Waiting for approval of the {subject}", StringComparison.Ordinal) == true);
            (await StarterProcess.RunAsync(folder, "approve", subject, "second", "--user", User)).Code.Should().Be(0);
        }

        (await second.ExitAsync()).Should().Be(0, second.Errors);
        second.Errors.Should().Contain("Unfinished and going on as well: video:anna:first", "nobody is to make another's video unawares");
        ServerRecord.Read(folder.DataFile).Should().Be(server, "it is the server of the first");
    }

    [Fact]
    public async Task Run_FirstIsInterrupted_SecondGoesOnToItsEnd()
    {
        using var folder = new ProductFolder();
        await using var first = Run(folder, "first");
        await first.WaitForMessageAsync(message => message is { Agent: AgentName.Agent2, SegmentId: not null });
        await using var second = Run(folder, "second");
        await second.WaitForMessageAsync(message => message is { Agent: AgentName.Agent2, SegmentId: not null });
        var server = ServerRecord.Read(folder.DataFile);

        await first.InterruptAsync();

        (await first.ExitAsync()).Should().Be(130, first.Errors);
        first.Errors.Should().Contain("Nothing is lost");
        (await second.ExitAsync()).Should().Be(0, second.Errors);
        ServerRecord.Read(folder.DataFile).Should().Be(server, "what the terminal sends to the first must not reach the server");
    }

    private static StarterProcess Run(ProductFolder folder, string session, params string[] more) =>
        StarterProcess.Start(folder, ["run", folder.Lesson, "--seconds", "25", "--user", User, "--session", session, "--json", .. more]);
}
