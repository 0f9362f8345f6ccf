using System.Diagnostics;
using System.Globalization;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.EndToEnd.Tests;

/// <summary>From a lesson to a video, by the command line.</summary>
public sealed class VideoTests
{
    private const string User = "anna";
    private const string Session = "lesson";

    [SkippableTheory]
    [InlineData(Engine.Embedded)]
    [InlineData(Engine.Real)]
    public async Task Run_Lesson_MakesAVideoAndFindsEveryPieceAgain(Engine on)
    {
        using var folder = new ProductFolder();
        await using var engine = await EngineUnderTest.StartAsync(on);

        await using var first = Run(folder, engine);
        (await first.ExitAsync()).Should().Be(0, first.Errors);
        await ShouldBeWholeAsync(folder, first, AgentName.Agent5);
        var made = folder.Output(User, Session);
        await using var second = Run(folder, engine);
        (await second.ExitAsync()).Should().Be(0, second.Errors);

        var again = folder.Output(User, Session);
        again.Keys.Should().BeEquivalentTo(made.Keys);
        again.Where(file => IsPaidFor(file.Key)).Should()
            .BeEquivalentTo(made.Where(file => IsPaidFor(file.Key)), "what is there is not made again");
    }

    [SkippableTheory]
    [InlineData(Engine.Embedded)]
    [InlineData(Engine.Real)]
    public async Task Run_Agent5Fails_Agent6MakesTheVideo(Engine on)
    {
        using var folder = new ProductFolder();
        await using var engine = await EngineUnderTest.StartAsync(on);

        await using var run = Run(folder, engine, "--fail", "agent5");

        (await run.ExitAsync()).Should().Be(0, run.Errors);
        await ShouldBeWholeAsync(folder, run, AgentName.Agent6);
        run.Messages.Should()
            .Contain(message => message.Agent == AgentName.Orchestrator && message.Message == "Agent5 failed, starting Agent6 fallback...");
        foreach (var segment in run.Messages.Where(message => message.Agent == AgentName.Agent6 && message.SegmentId is not null)
            .Select(message => message.SegmentId!))
        {
            File.Exists(folder.PathOf(User, Session, $"agent5/{segment}_clip.mp4")).Should().BeTrue();
        }
    }

    [Theory]
    [InlineData("agent2", AgentName.Agent2)]
    [InlineData("agent4", AgentName.Agent4)]
    public async Task Run_PreparingAgentFails_EndsInErrorAndStartsNothingMore(string switched, AgentName agent)
    {
        using var folder = new ProductFolder();
        await using var engine = await EngineUnderTest.StartAsync(Engine.Embedded);

        await using var run = Run(folder, engine, "--fail", switched);

        (await run.ExitAsync()).Should().Be(1, run.Errors);
        run.Messages.Should()
            .Contain(message => message.Agent == agent && message.Status == AgentStatus.Error
            && message.Error == FailureTypes.ForcedFailure);
        run.Messages[^1].Should()
            .BeEquivalentTo(new { Agent = AgentName.Orchestrator, Status = AgentStatus.Error, Error = FailureTypes.ForcedFailure });
        run.Messages.Should().NotContain(message => message.Agent == AgentName.Agent5);
        run.Errors.Should().Contain("was asked to fail");
        folder.Output(User, Session).Keys.Should().NotContain(key => key.StartsWith("agent5/", StringComparison.Ordinal));
    }

    private static StarterProcess Run(ProductFolder folder, EngineUnderTest engine, params string[] more) => StarterProcess.Start(
        folder, ["run", folder.Lesson, "--seconds", "30", "--user", User, "--session", Session, "--json", .. engine.Arguments, .. more]);

    /// <summary>Subtitles are written each time, they cost nothing.</summary>
    private static bool IsPaidFor(string key) => !key.EndsWith(".srt", StringComparison.Ordinal)
        && !key.EndsWith(".vtt", StringComparison.Ordinal);

    private static async Task ShouldBeWholeAsync(ProductFolder folder, StarterProcess run, AgentName composer)
    {
        var result = run.Result;
        var files = folder.Output(User, Session);
        var storyboard = folder.Json(User, Session, "agent2/storyboard.json");
        var segments = storyboard.GetProperty("segments").EnumerateArray().ToList();

        result.ComposedBy.Should().Be(composer);
        result.VideoUrl.Should().Be(new Uri(folder.PathOf(User, Session, "agent5/final.mp4")).AbsoluteUri);
        result.Seconds.Should().BeApproximately(segments.Sum(segment => segment.GetProperty("duration").GetDouble()), 0.5);
        long.Parse(await File.ReadAllTextAsync(folder.PathOf(User, Session, "timestamp.json")), CultureInfo.InvariantCulture).Should()
            .BePositive();
        segments.Should()
            .OnlyContain(segment => segment.GetProperty("narration").GetString()!.Length > 0 && segment.GetProperty("visual_guidance")
            .GetString()!.Length > 0);
        files.Keys.Should().Contain(["agent4/timing.json", "agent5/final.srt", "agent5/final.vtt", "agent5/measurements.json"]);
        foreach (var id in segments.Select(segment => segment.GetProperty("segment_id").GetString()!))
        {
            files.Keys.Should().Contain([$"agent2/{id}/scene.json", $"agent4/{id}/sentences.json"]);
        }

        files.Keys.Should().NotContain(key => key.EndsWith(".unfinished", StringComparison.Ordinal));
        files.Keys.Sum(key => Bytes(key)).Should()
            .BeLessThanOrEqualTo(3 * Bytes("agent5/final.mp4"), "what lies there is no more than three videos");
        var messages = run.Messages;
        messages.Select(message => message.Sequence).Should().Equal(Enumerable.Range(1, messages.Count));
        messages[^1].Should().BeEquivalentTo(new { Agent = AgentName.Orchestrator, Status = AgentStatus.Finished, result.VideoUrl });
        messages.Last(message => message.Agent == composer).Should().BeEquivalentTo(new { Status = AgentStatus.Finished, result.VideoUrl });
        (await ProbeSecondsAsync(folder.PathOf(User, Session, "agent5/final.mp4"))).Should().BeApproximately(result.Seconds, 0.1);

        long Bytes(string key) => new FileInfo(folder.PathOf(User, Session, key)).Length;
    }

    private static async Task<double> ProbeSecondsAsync(string file)
    {
        using var probe =
            Process.Start(
            new ProcessStartInfo("ffprobe",
            ["-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0", file])
            { RedirectStandardOutput = true })!;
        var text = await probe.StandardOutput.ReadToEndAsync();
        await probe.WaitForExitAsync();
        return double.Parse(text, CultureInfo.InvariantCulture);
    }
}
