using TemporalVideo.Activities.Jobs;
using TemporalVideo.Studio.Film;
using TemporalVideo.Tests.Support;

namespace TemporalVideo.Activities.Tests.Jobs;

public sealed class ProcessGroupTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private static bool IsUsable => File.Exists("/usr/bin/setsid");

    [SkippableFact]
    public async Task Run_Program_GivesItsExitCodeOutputAndOnlyTheNamedEnvironment()
    {
        Skip.IfNot(IsUsable, "setsid is not installed.");
        using var folder = new TemporaryFolder();
        var output = "";

        var code = await RunAsync(folder, "echo $NAMED-$USER; exit 7", text => output = text, CancellationToken.None);

        code.Should().Be(7);
        output.Should().Be("told-\n");
    }

    [SkippableFact]
    public async Task Run_ProgramLeavesAChild_TheChildEndsWithIt()
    {
        Skip.IfNot(IsUsable, "setsid is not installed.");
        using var folder = new TemporaryFolder();
        var output = "";

        await RunAsync(folder, "sleep 600 & echo $!", text => output = text, CancellationToken.None);

        LivingProcess.Is(int.Parse(output)).Should().BeFalse();
    }

    [SkippableFact]
    public async Task Run_Stopped_EndsTheWholeGroup()
    {
        Skip.IfNot(IsUsable, "setsid is not installed.");
        using var folder = new TemporaryFolder();
        using var stop = new CancellationTokenSource();
        var children = folder.File("children");

        var running = RunAsync(folder, $"sleep 600 & echo $! >{children}.part; mv {children}.part {children}; wait", _ => { }, stop.Token);
        using var limit = new CancellationTokenSource(Limit);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!File.Exists(children))
        {
            await timer.WaitForNextTickAsync(limit.Token);
        }

        await stop.CancelAsync();
        await FluentActions.Awaiting(() => running).Should().ThrowAsync<OperationCanceledException>();

        LivingProcess.Is(int.Parse(await File.ReadAllTextAsync(children))).Should().BeFalse();
    }

    private static Task<int> RunAsync(TemporaryFolder folder, string script, Action<string> output, CancellationToken cancellationToken) =>
        ProcessGroup.RunAsync(
            ["sh", "-c", script],
            folder.Path,
            new Dictionary<string, string> { ["PATH"] = "/usr/bin:/bin", ["NAMED"] = "told" },
            folder.File("code"),
            async reader => output(await reader.ReadToEndAsync()),
            cancellationToken).WaitAsync(Limit, CancellationToken.None);
}
