using TemporalVideo.Studio.Film;
using TemporalVideo.Tests.Support;

namespace TemporalVideo.Studio.Tests.Film;

public sealed class ExternalToolTests
{
    [Fact]
    public async Task RunAsync_UnknownProgram_SaysWhatToInstall()
    {
        var run = () => ExternalTool.RunAsync("tool-of-nowhere", [], CancellationToken.None);

        (await run.Should().ThrowAsync<ToolMissingException>()).Which.Message.Should().Contain("apt-get install");
    }

    [SkippableFact]
    public async Task RunAsync_Failure_KeepsWhatTheToolPrintedForTheLog()
    {
        Skip.IfNot(ExternalTool.IsInstalled("sh"), "There is no sh.");
        var run = () => ExternalTool.RunAsync("sh", ["-c", "echo secret >&2; exit 3"], CancellationToken.None);

        var failure = (await run.Should().ThrowAsync<ToolFailedException>()).Which;
        failure.ExitCode.Should().Be(3);
        failure.Message.Should().Contain("sh ended with exit code 3").And.NotContain("secret");
        failure.ToString().Should().Contain("secret");
    }

    [SkippableFact]
    public async Task RunAsync_Cancelled_KillsTheToolAndWhatItStarted()
    {
        Skip.IfNot(ExternalTool.IsInstalled("sh") && OperatingSystem.IsLinux(), "Looks for the process in /proc.");
        var started = Path.Combine(Path.GetTempPath(), $"started-{Guid.NewGuid():N}");
        using var stop = new CancellationTokenSource();
        var run = ExternalTool.RunAsync("sh", ["-c", "sleep 600 & echo $! > \"$0.part\"; mv \"$0.part\" \"$0\"; wait", started],
            stop.Token);
        while (!File.Exists(started))
        {
            await Task.Yield();
        }

        var child = int.Parse(await File.ReadAllTextAsync(started), System.Globalization.CultureInfo.InvariantCulture);
        File.Delete(started);
        await stop.CancelAsync();

        await run.Invoking(task => task).Should().ThrowAsync<OperationCanceledException>();
        // A signal is sent at once and acts a moment later; the child would sleep for ten minutes otherwise.
        var givenUp = DateTime.UtcNow.AddMinutes(1);
        while (LivingProcess.Is(child) && DateTime.UtcNow < givenUp)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20));
        }

        LivingProcess.Is(child).Should().BeFalse();
    }
}
