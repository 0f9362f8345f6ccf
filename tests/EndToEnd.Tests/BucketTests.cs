using System.Text;
using System.Text.Json;
using Google.Protobuf;
using Temporalio.Client;
using TemporalVideo.Tests.Support;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.EndToEnd.Tests;

/// <summary>A video whose pieces lie in a bucket of S3.</summary>
public sealed class BucketTests
{
    private const string Bucket = "videos";

    [SkippableFact]
    public async Task Run_BucketAsStore_MakesAVideoThatItsLinkPlays()
    {
        await using var aws = await MotoServer.StartAsync();
        await aws.CreateBucketAsync(Bucket);
        using var folder = Folder(aws);

        await using var run = StarterProcess.Start(
            folder, "run", folder.Lesson, "--seconds", "20", "--user", "anna", "--session", "s1", "--json");

        (await run.ExitAsync()).Should().Be(0, run.Errors);
        using var http = new HttpClient();
        using var video = await http.GetAsync(new Uri(run.Result.VideoUrl!));
        video.IsSuccessStatusCode.Should().BeTrue();
        video.Content.Headers.ContentLength.Should().BeGreaterThan(100_000);
        Directory.Exists(Path.Combine(folder.Root, "out", "store")).Should().BeFalse("nothing is kept beside the bucket");
        (await HistoryAsync(folder)).Should().Contain("agent5/final.mp4").And.NotContain("X-Amz-Signature");

        var found = await StarterProcess.RunAsync(
            folder, "run", folder.Lesson, "--seconds", "20", "--user", "anna", "--session", "s1", "--json");
        found.Code.Should().Be(0, found.Errors);
        found.Output.Split('\n').Where(line => line.Contains("\"agentnumber\"", StringComparison.Ordinal))
            .Select(line => JsonSerializer.Deserialize<StatusMessage>(line)!)
            .Should().Contain(message => message.Status == AgentStatus.Finished);
    }

    [SkippableFact]
    public async Task Result_AddressFoundByTheSdkItself_LinkLeadsThere()
    {
        await using var aws = await MotoServer.StartAsync();
        await aws.CreateBucketAsync(Bucket);
        using var folder = Folder(aws);
        folder.ChangeConfiguration("config/worker.yaml", $"  endpoint: {aws.Address}", "  endpoint: \"\"");
        folder.Variables["AWS_ENDPOINT_URL"] = aws.Address;

        await using var run = StarterProcess.Start(
            folder, "run", folder.Lesson, "--seconds", "15", "--user", "anna", "--session", "s1", "--json");

        (await run.ExitAsync()).Should().Be(0, run.Errors);
        using var http = new HttpClient();
        using var video = await http.GetAsync(new Uri(run.Result.VideoUrl!));
        video.IsSuccessStatusCode.Should().BeTrue(run.Result.VideoUrl);
    }

    [SkippableFact]
    public async Task Doctor_Bucket_SaysWhetherItCanBeUsed()
    {
        await using var aws = await MotoServer.StartAsync();
        using var folder = Folder(aws);

        var without = await StarterProcess.RunAsync(folder, "doctor");
        await aws.CreateBucketAsync(Bucket);
        var with = await StarterProcess.RunAsync(folder, "doctor");

        without.Output.Should().Contain("The bucket must be there").And.Contain($"'{Bucket}'");
        with.Output.Should().Contain($"s3://{Bucket}").And.NotContain("The bucket must be there");
    }

    private static ProductFolder Folder(MotoServer aws)
    {
        var folder = new ProductFolder();
        folder.ChangeConfiguration("config/worker.yaml", "store: out/store", $"store: s3://{Bucket}");
        folder.ChangeConfiguration("config/worker.yaml", "path_style: false", "path_style: true");
        folder.ChangeConfiguration("config/worker.yaml", "  endpoint: \"\"", $"  endpoint: {aws.Address}");
        foreach (var (name, value) in MotoServer.Credentials)
        {
            folder.Variables[name] = value;
        }

        return folder;
    }

    private static async Task<string> HistoryAsync(ProductFolder folder)
    {
        var client = await TemporalClient.ConnectAsync(new TemporalClientConnectOptions($"127.0.0.1:{folder.Port}"));
        var history = await client.GetWorkflowHandle(VideoWorkflowId.Of(new SessionKey("anna", "s1"))).FetchHistoryAsync();
        return string.Concat(history.Events.Select(item => Encoding.UTF8.GetString(item.ToByteArray())));
    }
}
