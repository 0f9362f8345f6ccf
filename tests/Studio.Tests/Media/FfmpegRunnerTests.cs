using System.Collections.Concurrent;
using TemporalVideo.Studio.Film;

namespace TemporalVideo.Studio.Tests.Media;

public sealed class FfmpegRunnerTests : IDisposable
{
    private readonly MediaRoom _room = new();

    public void Dispose() => _room.Dispose();

    [Fact]
    public async Task RunAsync_MissingInput_NamesCommandCodeAndReason()
    {
        var run = () => _room.RunAsync("-i", "/nowhere/clip.mp4", "-f", "null", "-");

        var failure = (await run.Should().ThrowAsync<ToolFailedException>()).Which;
        failure.ExitCode.Should().NotBe(0);
        failure.Message.Should().Contain("-i /nowhere/clip.mp4").And.Contain("No such file or directory");
    }

    [Fact]
    public async Task RunAsync_UnknownProgram_SaysWhatToInstall()
    {
        var run = () => _room.Tools.RunAsync(new ToolCall { Program = "rsvg-convert-of-nowhere", Arguments = [] }, CancellationToken.None);

        (await run.Should().ThrowAsync<ToolMissingException>()).Which.Message.Should().Contain("apt-get install");
    }

    [Fact]
    public async Task RunAsync_WithLength_ReportsProgressUpToOne()
    {
        var told = new ConcurrentQueue<double>();
        await _room.Ffmpeg.RunAsync(
            new FfmpegRun { Arguments = ["-f", "lavfi", "-i", "sine=d=5", _room.File("a.wav")], Seconds = 5, Progress = new Direct(told.Enqueue) },
            CancellationToken.None);

        told.Should().NotBeEmpty().And.BeInAscendingOrder();
        told.Last().Should().BeApproximately(1, 0.01);
    }

    [SkippableFact]
    public async Task RunAsync_Cancelled_LeavesNoProcess()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Looks for the process in /proc.");
        var mark = $"mark-{Guid.NewGuid():N}";
        using var stop = new CancellationTokenSource();
        var run = _room.Ffmpeg.RunAsync(
            new FfmpegRun
            {
                Arguments = ["-re", "-f", "lavfi", "-i", "testsrc=s=64x64", "-metadata", $"title={mark}", "-t", "600", _room.File("long.mp4")],
                Seconds = 600,
                Progress = new Direct(_ => stop.Cancel()),
            },
            stop.Token);

        await run.Invoking(task => task).Should().ThrowAsync<OperationCanceledException>();
        CommandLines().Should().NotContain(line => line.Contains(mark));
    }

    [Fact]
    public async Task WriteAsync_Failure_KeepsTheOldFileAndNothingElse()
    {
        var file = _room.File("result.txt");
        await File.WriteAllTextAsync(file, "old");
        var write = () => WholeFile.WriteAsync(file, async part =>
        {
            await File.WriteAllTextAsync(part, "half");
            throw new IOException("disk full");
        });

        await write.Should().ThrowAsync<IOException>();
        Directory.GetFiles(Path.GetDirectoryName(file)!).Should().Equal(file);
        (await File.ReadAllTextAsync(file)).Should().Be("old");
    }

    private static List<string> CommandLines() => Directory.GetDirectories("/proc")
        .Select(folder =>
        {
            try
            {
                return File.ReadAllText(Path.Combine(folder, "cmdline"));
            }
            catch (IOException)
            {
                return "";
            }
            catch (UnauthorizedAccessException)
            {
                return "";
            }
        })
        .ToList();

    private sealed class Direct(Action<double> tell) : IProgress<double>
    {
        public void Report(double value) => tell(value);
    }
}
