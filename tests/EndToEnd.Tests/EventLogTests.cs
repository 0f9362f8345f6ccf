using System.Text.Json;
using TemporalVideo.Tests.Support;

namespace TemporalVideo.EndToEnd.Tests;

/// <summary>What Agent6 tells of its work (R-B7), in both logs.</summary>
public sealed class EventLogTests
{
    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Run_Agent5Fails_ItsSegmentsStitchingVideoAndCostsAreInTheLog(bool inCloudWatch)
    {
        await using var aws = inCloudWatch ? await MotoServer.StartAsync() : null;
        using var folder = new ProductFolder();
        if (aws is not null)
        {
            SendTo(aws, folder);
        }

        var run = await StarterProcess.RunAsync(
            folder, "run", folder.Lesson, "--seconds", "20", "--user", "anna", "--session", "s1", "--fail", "agent5");

        run.Code.Should().Be(0, run.Errors);
        var lines = aws is null
            ? await File.ReadAllLinesAsync(Path.Combine(folder.Root, "out", "agent6-events.jsonl"))
            : await aws.LogMessagesAsync("/pipeline/agent6");
        var events = lines.Select(line => JsonSerializer.Deserialize<JsonElement>(line)).ToList();
        events.Should().OnlyContain(item => item.GetProperty("timestamp").GetDateTime() > DateTime.UnixEpoch);
        Data("segment").Select(data => data.GetProperty("step").GetString()).Distinct().Should()
            .BeEquivalentTo("DrawStill", "MakeSilentClip", "AddNarration");
        Data("stitch").Should().ContainSingle().Which.GetProperty("key").GetString().Should().EndWith("agent5/stitched.mp4");
        Data("final_video").Should().ContainSingle().Which.GetProperty("seconds").GetDouble().Should().BePositive();
        Data("cost_breakdown").Should().ContainSingle().Which.GetProperty("items").GetArrayLength().Should().BePositive();

        // A step whose worker is taken for lost is done again, and so tells the same once more.
        IEnumerable<JsonElement> Data(string type) =>
            events.Where(item => item.GetProperty("event_type").GetString() == type).Select(item => item.GetProperty("data"))
                .DistinctBy(data => data.GetRawText());
    }

    /// <summary>The credentials come from the profile default2 alone.</summary>
    private static void SendTo(MotoServer aws, ProductFolder folder)
    {
        folder.ChangeConfiguration("config/worker.yaml", "event_log: out/agent6-events.jsonl", "event_log: cloudwatch:/pipeline/agent6");
        folder.ChangeConfiguration(
            "config/worker.yaml",
            "  profile: default2\n  region: \"\"\n  endpoint: \"\"",
            $"  profile: default2\n  endpoint: {aws.Address}");
        var credentials = Path.Combine(folder.Root, "credentials");
        File.WriteAllText(
            credentials, "[default2]\naws_access_key_id = testing\naws_secret_access_key = testing\nregion = us-east-1\n");
        folder.Variables["AWS_SHARED_CREDENTIALS_FILE"] = credentials;
        folder.Variables["AWS_EC2_METADATA_DISABLED"] = "true";
    }
}
