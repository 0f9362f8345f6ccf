using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.EndToEnd.Tests;

/// <summary>What is killed goes on where it was, and what was finished is not made again.</summary>
public sealed class DurabilityTests
{
    private const string User = "anna";
    private const string Session = "lesson";

    /// <summary>The command with its worker is killed three times on the way, and its server with it or not.</summary>
    [Fact]
    public async Task Run_KilledAtSeveralPoints_ResumesToTheSameVideo()
    {
        using var folder = new ProductFolder();
        var killedAt = new (bool Server, Func<StatusMessage, bool> Point)[]
        {
            (true, message => message is { Agent: AgentName.Agent2, SegmentId: not null }),
            (false, message => message is { Agent: AgentName.Agent5, Status: AgentStatus.Processing }),
            (true, message => message is { Agent: AgentName.Agent5, SegmentId: not null }),
        };
        var finished = new Dictionary<string, DateTime>();
        foreach (var (server, point) in killedAt)
        {
            await using var run = Start(folder);
            await run.WaitForMessageAsync(point);
            await run.KillAsync();
            if (server)
            {
                await folder.KillServerAsync();
            }

            NothingChanged(finished, folder.Output(User, Session));
            finished = Whole(folder.Output(User, Session));
        }

        await using var last = Start(folder);

        (await last.ExitAsync()).Should().Be(0, last.Errors);
        last.Result.ComposedBy.Should().Be(AgentName.Agent5);
        NothingChanged(finished, folder.Output(User, Session));
        folder.Output(User, Session).Keys.Should().NotContain(file => file.EndsWith(".unfinished", StringComparison.Ordinal));
        Directory.GetDirectories(folder.Temporary, "temporalvideo-*").Should().BeEmpty("a worker that starts sweeps up after dead ones");
    }

    /// <summary>
    /// Server and worker are processes of their own; each is killed while the clips are rendered. The worker brings the server back.
    /// </summary>
    [Fact]
    public async Task Session_WorkerAndServerKilled_GoesOn()
    {
        using var folder = new ProductFolder();
        await using var server = StarterProcess.Start(folder, "dev-server");
        await server.WaitForAsync(line => line.Contains("Temporal development server on", StringComparison.Ordinal));
        await using var worker = StarterProcess.Start(folder, "worker");
        (await StarterProcess.RunAsync(folder, "start", folder.Lesson, "--seconds", "25", "--user", User, "--session", Session))
            .Code.Should().Be(0);
        await using (var watch = StarterProcess.Start(folder, "watch", Session, "--user", User, "--json"))
        {
            await watch.WaitForMessageAsync(message => message is { Agent: AgentName.Agent5, Status: AgentStatus.Processing });
        }

        await server.KillAsync();
        await using (var watch = StarterProcess.Start(folder, "watch", Session, "--user", User, "--json"))
        {
            await watch.WaitForMessageAsync(message => message is { Agent: AgentName.Agent5, SegmentId: not null });
        }

        await worker.KillAsync();
        var finished = Whole(folder.Output(User, Session));
        await using var worker2 = StarterProcess.Start(folder, "worker");
        await using var result = StarterProcess.Start(folder, "watch", Session, "--user", User, "--json");

        (await result.ExitAsync()).Should().Be(0, result.Errors);
        NothingChanged(finished, folder.Output(User, Session));
    }

    /// <summary>
    /// Five workers in a row are killed while ffmpeg renders for them: more than a step has attempts. A lost worker is no failure of the
    /// step, so the video is Agent5's all the same.
    /// </summary>
    [Fact]
    public async Task Session_WorkersKilledOneAfterTheOther_IsStillComposedByAgent5()
    {
        const int Kills = 5;
        using var folder = new ProductFolder();
        folder.ChangeConfiguration("config/pipelines/default.yaml", "heartbeat: 12", "heartbeat: 6");
        await using var server = StarterProcess.Start(folder, "dev-server");
        await server.WaitForAsync(line => line.Contains("Temporal development server on", StringComparison.Ordinal));
        (await StarterProcess.RunAsync(folder, "start", folder.Lesson, "--seconds", "25", "--user", User, "--session", Session))
            .Code.Should().Be(0);
        await using var watch = StarterProcess.Start(folder, "watch", Session, "--user", User, "--json");
        for (var kill = 0; kill < Kills; kill++)
        {
            await using var worker = StarterProcess.Start(folder, "worker");
            await folder.WaitForAsync(processes => processes.Any(IsEncoding));
            await worker.KillAsync();

            // It loses its pipe and ends.
            await folder.WaitForAsync(processes => !processes.Any(IsEncoding));
        }

        await using var last = StarterProcess.Start(folder, "worker");

        (await watch.ExitAsync()).Should().Be(0, watch.Errors);
        watch.Result.ComposedBy.Should().Be(AgentName.Agent5);
        watch.Messages.Should().NotContain(message => message.Agent == AgentName.Agent6);
    }

    [Fact]
    public async Task Cancel_WhileRendering_StopsTheRunAndLeavesNothingHalfDone()
    {
        using var folder = new ProductFolder();
        await using var run = Start(folder);
        await run.WaitForMessageAsync(message => message is { Agent: AgentName.Agent5, Status: AgentStatus.Processing });

        (await StarterProcess.RunAsync(folder, "cancel", Session, "--user", User)).Code.Should().Be(0);

        (await run.ExitAsync()).Should().Be(5, run.Errors);
        run.Messages[^1].Should().BeEquivalentTo(
            new { Agent = AgentName.Orchestrator, Status = AgentStatus.Error, Error = FailureTypes.Cancelled });
        var files = folder.Output(User, Session).Keys;
        files.Should().NotContain("agent5/final.mp4").And.NotContain(file => file.EndsWith(".unfinished", StringComparison.Ordinal));
        folder.Processes().Should().BeEmpty();
        Directory.GetDirectories(folder.Temporary, "temporalvideo-*").Should().BeEmpty();
    }

    private static bool IsEncoding(string command) => command.Contains("libx264", StringComparison.Ordinal);

    private static StarterProcess Start(ProductFolder folder) =>
        StarterProcess.Start(folder, "run", folder.Lesson, "--seconds", "25", "--user", User, "--session", Session, "--json");

    /// <summary>
    /// The files of finished pieces. A scene and a segment's speech are many files with a document that is written last; a killed writer
    /// leaves an unfinished copy behind, which is no object.
    /// </summary>
    private static Dictionary<string, DateTime> Whole(IReadOnlyDictionary<string, DateTime> files) =>
        files.Where(file => !file.Key.EndsWith(".unfinished", StringComparison.Ordinal) && IsOfFinishedPiece(file.Key, files))
            .ToDictionary();

    private static bool IsOfFinishedPiece(string file, IReadOnlyDictionary<string, DateTime> files) => file.Split('/') switch
    {
        ["agent2", var segment, _, _] => files.ContainsKey($"agent2/{segment}/scene.json"),
        ["agent4", var segment, _, _] => files.ContainsKey($"agent4/{segment}/sentences.json"),

        // Joined in a moment from what stays, and removed when the video is finished.
        ["agent4", var name] => !name.EndsWith(".wav", StringComparison.Ordinal),
        ["agent5", var name] => name != "stitched.mp4",
        _ => true,
    };

    private static void NothingChanged(Dictionary<string, DateTime> before, IReadOnlyDictionary<string, DateTime> after)
    {
        foreach (var (file, written) in before)
        {
            after.Should().ContainKey(file).WhoseValue.Should().Be(written, $"{file} was finished and must not be made again");
        }
    }
}
