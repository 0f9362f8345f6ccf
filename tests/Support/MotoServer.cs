using System.Text.Json;
using Xunit;

namespace TemporalVideo.Tests.Support;

/// <summary>An emulator of AWS (S3, IAM, STS, CloudWatch Logs) on a free port of the loopback interface: moto.</summary>
public sealed class MotoServer : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(90);

    private readonly ToolProcess _process;

    private MotoServer(ToolProcess process, string address) => (_process, Address) = (process, address);

    /// <summary>What a program must have in its environment to be let in; moto takes any.</summary>
    public static IReadOnlyDictionary<string, string> Credentials { get; } = new Dictionary<string, string>
    {
        ["AWS_ACCESS_KEY_ID"] = "testing",
        ["AWS_SECRET_ACCESS_KEY"] = "testing",
        ["AWS_REGION"] = "us-east-1",
        ["AWS_EC2_METADATA_DISABLED"] = "true",
    };

    /// <summary><c>http://127.0.0.1:port</c>, for all services.</summary>
    public string Address { get; }

    /// <summary>Starts an emulator and waits until it serves.</summary>
    /// <exception cref="SkipException">The program was not found: the test is reported as skipped.</exception>
    public static async Task<MotoServer> StartAsync()
    {
        var (script, server) = (TestPaths.FindTool("moto-server"), TestPaths.FindTool("moto_server"));
        Skip.If(script is null && server is null,
            "No AWS emulator: neither moto_server nor moto-server is on PATH, and MOTO_SERVER names none.");
        var port = FreePort.Next();
        var address = $"http://127.0.0.1:{port}";
        using var http = new HttpClient { BaseAddress = new Uri(address) };
        var isScript = Path.GetFileName(server ?? script) == "moto-server";
        var process = await ToolProcess.StartAsync(
            (server ?? script)!,
            isScript ? [$"{port}"] : ["-H", "127.0.0.1", "-p", $"{port}"],
            () => ToolProcess.AnswersAsync(http, "/moto-api/"),
            StartLimit);
        return new MotoServer(process, address);
    }

    /// <summary>Makes a bucket.</summary>
    /// <param name="name">Its name.</param>
    public async Task CreateBucketAsync(string name)
    {
        using var http = new HttpClient();
        using var answer = await http.PutAsync(new Uri($"{Address}/{name}"), null);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>The messages in a log group of CloudWatch, in the region us-east-1.</summary>
    /// <param name="group">Its name.</param>
    public async Task<IReadOnlyList<string>> LogMessagesAsync(string group)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, Address)
        {
            Content = new StringContent(JsonSerializer.Serialize(new { logGroupName = group })),
        };
        request.Content.Headers.ContentType = new("application/x-amz-json-1.1");
        request.Headers.Add("X-Amz-Target", "Logs_20140328.FilterLogEvents");
        request.Headers.TryAddWithoutValidation(
            "Authorization", "AWS4-HMAC-SHA256 Credential=testing/20260101/us-east-1/logs/aws4_request, SignedHeaders=host, Signature=0");
        using var answer = await http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        using var found = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return [.. found.RootElement.GetProperty("events").EnumerateArray().Select(item => item.GetProperty("message").GetString()!)];
    }

    /// <summary>Kills the emulator.</summary>
    public ValueTask DisposeAsync() => _process.DisposeAsync();
}
