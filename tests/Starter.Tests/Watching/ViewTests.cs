using System.Text.Json;
using Spectre.Console;
using TemporalVideo.Starter.Watching;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Starter.Tests.Watching;

public sealed class ViewTests
{
    private static readonly StatusMessage Processing = new()
    {
        Sequence = 2,
        Agent = AgentName.Agent5,
        UserId = "anna",
        SessionId = "s1",
        Status = AgentStatus.Processing,
        Timestamp = 1700000000,
        Progress = 40,
        Message = "Clip 2 of 5 rendered",
    };

    [Fact]
    public async Task LinesView_Messages_AreOneLineEach()
    {
        var output = new StringWriter();

        await new LinesView(output)
            .ShowAsync(
            Of(Processing, Processing with { Status = AgentStatus.Error, Progress = null, Error = "ToolFailed", Reason = "ffmpeg" }));

        output.ToString().Split(output.NewLine).Should().Equal(
            "Agent5       processing  40%  Clip 2 of 5 rendered", "Agent5       error       ToolFailed: ffmpeg", "");
    }

    [Fact]
    public async Task JsonView_Message_IsTheStatusFormat()
    {
        var output = new StringWriter();

        await new JsonView(output).ShowAsync((IAsyncEnumerable<Workflows.Contracts.StatusMessage>)Of(Processing));

        JsonSerializer.Deserialize<StatusMessage>(output.ToString()).Should().Be(Processing);
        output.ToString().Should().Contain("\"agentnumber\":\"Agent5\"");
    }

    [Fact]
    public async Task BarsView_AgentsInAnyOrder_ShowsEachWithItsNewestText()
    {
        var output = new StringWriter();
        var console =
            AnsiConsole.Create(
            new AnsiConsoleSettings { Ansi = AnsiSupport.Yes, Interactive = InteractionSupport.Yes, Out = new AnsiConsoleOutput(output) });
        console.Profile.Width = 140;

        await new BarsView(console).ShowAsync(Of(
            Processing, Processing with { Agent = AgentName.Orchestrator, Message = "Rendering [the] clips" },
            Processing with { Status = AgentStatus.Finished, Progress = 100, Message = "Done" }));

        output.ToString().Should().Contain("Agent5").And.Contain("Done").And.Contain("Rendering [the] clips").And.Contain("100%");
    }

    [Fact]
    public void TextOf_Result_SaysWhereHowLongAndWhatItCost()
    {
        var text = RunReport.TextOf(new VideoResult
        {
            Session = new SessionKey("anna", "s1"),
            Title = "Rainbows",
            VideoUrl = "file:///out/final.mp4",
            SubtitleUrls = ["file:///out/final.srt"],
            Seconds = 30.04,
            Segments = 4,
            ComposedBy = AgentName.Agent6,
            Cost = new CostReport { Items = [new CostItem(AgentName.Agent6, PieceKind.Image, "s01", 0, 0.02m)] },
            TookSeconds = 61.2,
            Conform = 100,
            Quality = 57,
            Worst = [new WorstMoment(75.2, "Nobody speaks for 4.0 s", "Say more.")],
        });

        text.Should().Contain("/out/final.mp4").And.Contain("30.0 s in 4 segments, composed by Agent6").And.Contain("61.2 s")
            .And.Contain("Agent6: $0.00 | Total: $0.00 (from paid providers about $0.02)").And.Contain("final.srt")
            .And.Contain("conform    100 of 100").And.Contain("quality    57 of 100").And.Contain("1:15  Nobody speaks for 4.0 s");
    }

    private static async IAsyncEnumerable<StatusMessage> Of(params StatusMessage[] messages)
    {
        foreach (var message in messages)
        {
            await Task.Yield();
            yield return message;
        }
    }
}
