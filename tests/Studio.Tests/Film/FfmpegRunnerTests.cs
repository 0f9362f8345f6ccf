using System.Collections.Concurrent;
using FFMpegCore.Pipes;
using TemporalVideo.Studio.Film;

namespace TemporalVideo.Studio.Tests.Film;

public sealed class FfmpegRunnerTests : IDisposable
{
    private readonly MediaRoom _room = new();

    public void Dispose() => _room.Dispose();

    [Fact]
    public async Task RunAsync_BrokenInput_TellsTheUserNothingOfTheFileAndTheLogTheReason()
    {
        await File.WriteAllTextAsync(_room.File("broken.mp4"), "no video");

        var run = () => _room.RunAsync("-i", _room.File("broken.mp4"), "-f", "null", "-");

        var failure = (await run.Should().ThrowAsync<ToolFailedException>()).Which;
        failure.Should().BeEquivalentTo(new { Program = "ffmpeg", TryAgain = false });
        failure.ExitCode.Should().NotBe(0);
        failure.Message.Should().NotContain("broken.mp4");
        failure.ToString().Should().Contain("Invalid data found when processing input");
    }

    [Fact]
    public async Task RunAsync_OutputThatCannotBeWritten_MayBeTriedAgain()
    {
        // Every write to it fails as on a full disk.
        var run = () => _room.RunAsync("-f", "lavfi", "-i", "sine=d=5", "-f", "wav", "/dev/full");

        (await run.Should().ThrowAsync<ToolFailedException>()).Which.TryAgain.Should().BeTrue();
    }

    [Fact]
    public async Task RunAsync_ProgressThatThrows_EndsWithItsFailure()
    {
        var run = () => _room.Ffmpeg.RunAsync(
            new FfmpegRun
            {
                Arguments = ["-f", "lavfi", "-i", "sine=d=5", _room.File("a.wav")],
                Seconds = 5,
                Progress = new Direct(_ => throw new InvalidOperationException("the watcher failed")),
            },
            CancellationToken.None);

        await run.Should().ThrowAsync<InvalidOperationException>().WithMessage("the watcher failed");
    }

    [Fact]
    public async Task RunAsync_SourceThatFails_EndsWithItsFailure()
    {
        var run = () => _room.Ffmpeg.RunAsync(
            new FfmpegRun
            {
                Source = new Source((_, _) => throw new InvalidOperationException("no paint left")),
                Arguments = [_room.File("a.mp4")]
            },
            CancellationToken.None);

        await run.Should().ThrowAsync<InvalidOperationException>().WithMessage("no paint left");
    }

    [Fact]
    public async Task RunAsync_FfmpegThatStopsReading_SaysWhyItEnded()
    {
        // The second input is missing, so ffmpeg ends while the first is still being written.
        var run = () => _room.Ffmpeg.RunAsync(
            new FfmpegRun
            {
                Source = new Source(async (stream, stop) =>
                {
                    while (true)
                    {
                        await stream.WriteAsync(new byte[64 * 64 * 3 / 2], stop);
                    }
                }),
                Arguments = ["-i", "/nowhere/voice.wav", _room.File("a.mp4")],
            },
            CancellationToken.None);

        (await run.Should().ThrowAsync<ToolFailedException>()).Which.Details.Should().Contain("/nowhere/voice.wav");
    }

    [Theory]
    [InlineData("it's \"a\" b\\")]
    [InlineData("")]
    [InlineData("plain\\,comma")]
    [InlineData("ends in backslashes \\\\")]
    public async Task RunAsync_ArgumentsOfAnyLetters_ArriveAsTheyAre(string title)
    {
        await _room.RunAsync("-f", "lavfi", "-i", "sine=d=0.1", "-metadata", $"title={title}", _room.File("a \"b\" 'c'.mka"));
        await _room.RunAsync("-i", _room.File("a \"b\" 'c'.mka"), "-f", "ffmetadata", _room.File("tags"));

        (await File.ReadAllLinesAsync(_room.File("tags"))).Where(line => line.StartsWith("title=", StringComparison.Ordinal))
            .Should().Equal(title.Length == 0 ? [] : [$"title={title.Replace("\\", "\\\\")}"]);
    }

    [Fact]
    public async Task RunAsync_WithLength_ReportsProgressUpToOne()
    {
        var told = new ConcurrentQueue<double>();
        await _room.Ffmpeg.RunAsync(
            new FfmpegRun
            {
                Arguments = ["-f", "lavfi", "-i", "sine=d=5", _room.File("a.wav")],
                Seconds = 5,
                Progress = new Direct(told.Enqueue)
            },
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
                Arguments = ["-re", "-f", "lavfi", "-i", "testsrc=s=64x64", "-metadata", $"title={mark}", "-t", "600",
                    _room.File("long.mp4")],
                Seconds = 600,
                Progress = new Direct(_ => stop.Cancel()),
            },
            stop.Token);

        await run.Invoking(task => task).Should().ThrowAsync<OperationCanceledException>();
        CommandLines().Should().NotContain(line => line.Contains(mark));
    }

    [SkippableTheory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(25)]
    [InlineData(60)]
    public async Task RunAsync_CancelledWhileItStarts_LeavesNoProcessAndNoPipe(int milliseconds)
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Looks for the process in /proc.");
        var mark = $"mark-{Guid.NewGuid():N}";
        using var stop = new CancellationTokenSource(milliseconds);
        var source = new Source(async (stream, token) =>
        {
            while (true)
            {
                await stream.WriteAsync(new byte[64 * 64 * 3 / 2], token);
            }
        });

        var run = () => _room.Ffmpeg.RunAsync(
            new FfmpegRun { Source = source, Arguments = ["-metadata", $"title={mark}", "-t", "600", _room.File("long.mp4")] }, stop.Token);

        await run.Should().ThrowAsync<OperationCanceledException>();
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
        Directory.GetFiles(Path.GetDirectoryName(file)!, "*result*").Should().Equal(file);
        (await File.ReadAllTextAsync(file)).Should().Be("old");
    }

    [Fact]
    public async Task WriteAsync_FolderGone_KeepsTheFirstFailure()
    {
        var folder = Directory.CreateDirectory(_room.File("gone"));
        var write = () => WholeFile.WriteAsync(Path.Combine(folder.FullName, "result.txt"), _ =>
        {
            folder.Delete();
            throw new InvalidOperationException("the first failure");
        });

        await write.Should().ThrowAsync<InvalidOperationException>();
    }

    [Fact]
    public void Dispose_FolderThatCannotBeDeleted_KeepsTheFirstFailure()
    {
        var work = () =>
        {
            using var folder = new TemporaryFolder();
            Directory.Delete(folder.Path, recursive: true);
            throw new InvalidOperationException("the first failure");
        };

        work.Should().Throw<InvalidOperationException>();
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

    private sealed class Source(Func<Stream, CancellationToken, Task> write) : IPipeSource
    {
        public string GetStreamArguments() => "-f rawvideo -pix_fmt yuv420p -s 64x64 -r 30";

        public Task WriteAsync(Stream outputStream, CancellationToken cancellationToken) => write(outputStream, cancellationToken);
    }

    private sealed class Direct(Action<double> tell) : IProgress<double>
    {
        public void Report(double value) => tell(value);
    }
}
