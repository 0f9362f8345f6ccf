using System.Text.Json;
using TemporalVideo.Tests.OpenAi;
using TemporalVideo.Tests.Support;
using TemporalVideo.Tests.Support.Aws;

namespace TemporalVideo.EndToEnd.Tests;

/// <summary>A video that Agent6 makes in the cloud: its pieces in a bucket, its clips joined by MediaConvert in a role of IAM.</summary>
public sealed class MediaConvertTests
{
    private const string Bucket = "videos";

    [SkippableFact]
    public async Task Run_Agent5FailsAndMediaConvertIsChosen_Agent6sClipsAreJoinedThereAndPaid()
    {
        await using var aws = await MotoServer.StartAsync();
        await aws.CreateBucketAsync(Bucket);
        await using var service = await FakeMediaConvert.StartAsync(new EmulatedBucket(aws.Address));
        using var folder = Folder(aws, service);

        await using var run = StarterProcess.Start(
            folder, "run", folder.Lesson, "--seconds", "15", "--user", "anna", "--session", "s1", "--fail", "agent5", "--json");

        (await run.ExitAsync()).Should().Be(0, run.Errors);
        run.Result.VideoUrl.Should().Contain("agent5/final.mp4");
        run.Messages.Should().Contain(message => message.Cost == 0.01m, "the job is charged");
        service.States.Should().Equal("COMPLETE");
        service.AnswerFaults.Should().BeEmpty();
        $"{service.Orders.Single()["role"]}".Should().Be("arn:aws:iam::123456789012:role/MediaConvertJobRole");
        var events = await File.ReadAllLinesAsync(Path.Combine(folder.Root, "out", "agent6-events.jsonl"));
        events.Select(line => JsonSerializer.Deserialize<JsonElement>(line))
            .Where(item => item.GetProperty("event_type").GetString() == "mediaconvert_job")
            .Select(item => item.GetProperty("data").GetProperty("status").GetString()).Should().Equal("SUBMITTED", "COMPLETE");

        var doctor = await StarterProcess.RunAsync(folder, "doctor");
        doctor.Output.Should().Contain("AWS Elemental MediaConvert, fading through black").And.Contain("role MediaConvertJobRole");
    }

    /// <summary>Every service in its real form at once; OpenAI and MediaConvert are fakes that check what they are sent.</summary>
    [SkippableFact]
    public async Task Run_TopicOnS3PostgresRealServerOpenAiMediaConvertAndCloudWatch_IsAVideoPaidToTheCent()
    {
        await using var engine = await RealServer.StartAsync();
        await using var postgres = await PostgresServer.StartAsync();
        await using var aws = await MotoServer.StartAsync();
        await aws.CreateBucketAsync(Bucket);
        await using var joining = await FakeMediaConvert.StartAsync(new EmulatedBucket(aws.Address));
        await using var openAi = await FakeOpenAi.StartAsync();
        using var folder = Folder(aws, joining);
        var database = await postgres.CreateDatabaseAsync();
        folder.Variables["TEMPORAL_VIDEO_DATABASE"] = postgres.Connection(database);
        folder.Variables["PGPASSWORD"] = postgres.Password;
        folder.Variables["TEMPORAL_VIDEO_EVENT_LOG"] = "cloudwatch:/pipeline/agent6";
        PaidServiceTests.Serve(openAi, folder);

        await using var run = StarterProcess.Start(
            folder, "run", "Why are there tides?", "--user", "anna", "--session", "s1", "--fail", "agent5", "--json", "--address",
            engine.TargetHost);

        (await run.ExitAsync()).Should().Be(0, run.Errors);
        (await new HttpClient().GetAsync(new Uri(run.Result.VideoUrl!))).IsSuccessStatusCode.Should().BeTrue();
        openAi.Refused.Should().BeEmpty();
        joining.States.Should().Equal("COMPLETE");
        joining.AnswerFaults.Should().BeEmpty();
        var booked = await postgres.ReadAsync(database, "SELECT sum(amount_micros) FROM ledger");
        booked.Should().Equal($"{openAi.PaidMicroDollars + 10_000}");
        (await postgres.ReadAsync(
            database, "SELECT status || ' ' || chunks || ' ' || jsonb_array_length(scenes) || ' ' || (cost_by_phase ? 'stitching') "
                + "FROM generations"))
            .Should().Equal($"completed {run.Result.Segments} {run.Result.Segments} true");
        (await aws.LogMessagesAsync("/pipeline/agent6")).Should().Contain(line => line.Contains("\"final_video\""))
            .And.Contain(line => line.Contains("\"cost_breakdown\"")).And.Contain(line => line.Contains("\"mediaconvert_job\""));
    }

    private static ProductFolder Folder(MotoServer aws, FakeMediaConvert service)
    {
        var folder = new ProductFolder();
        folder.ChangeConfiguration("config/worker.yaml", "store: out/store", $"store: s3://{Bucket}");
        folder.ChangeConfiguration("config/worker.yaml", "path_style: false", "path_style: true");
        folder.ChangeConfiguration("config/worker.yaml", "  endpoint: \"\"", $"  endpoint: {aws.Address}");
        folder.ChangeConfiguration(
            "config/worker.yaml",
            $"  concatenation: simple\n  endpoint: {aws.Address}\n  poll_seconds: 5",
            $"  concatenation: fade\n  endpoint: {service.Address}\n  poll_seconds: 1");
        folder.ChangeConfiguration("config/worker.yaml", "  profile: default2", "  profile: \"\"");
        folder.Variables["TEMPORAL_VIDEO_STITCHING"] = "mediaconvert";
        foreach (var (name, value) in MotoServer.Credentials)
        {
            folder.Variables[name] = value;
        }

        return folder;
    }
}
