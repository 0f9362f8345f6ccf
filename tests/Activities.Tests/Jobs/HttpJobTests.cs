using System.Net;
using Temporalio.Exceptions;
using TemporalVideo.Activities.Jobs;
using TemporalVideo.Tests.Support;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Tests.Jobs;

/// <summary>Jobs of type <c>http</c>, with a server of this machine.</summary>
public sealed class HttpJobTests : IDisposable
{
    private const string Secret = "JOB_HTTP_TEST_SECRET";

    private readonly HttpListener _server = new();
    private readonly string _address;
    private readonly List<string> _heard = [];

    public HttpJobTests()
    {
        _address = $"http://127.0.0.1:{FreePort.Next()}";
        _server.Prefixes.Add($"{_address}/");
        _server.Start();
        _ = AnswerAsync();
    }

    [Fact]
    public async Task Run_Post_SendsValuesAndSecretsAndKeepsTheAnswer()
    {
        Environment.SetEnvironmentVariable(Secret, "hunter2");
        await using var bench = await JobBench.StartAsync(allowPrivate: true);
        var spec = new JobSpec
        {
            Http = new HttpSpec
            {
                Method = "POST",
                Url = $"{_address}/echo/${{PARAM_N}}",
                Headers = new Dictionary<string, string> { ["Authorization"] = $"Bearer ${{{Secret}}}" },
                Body = """{"n": ${PARAM_N}}""",
                SaveAs = "answer.json",
            },
            Secrets = [Secret],
            Artifacts = ["answer.json"],
        };
        var task = await bench.OrderAsync(JobTypes.Http, spec, new Dictionary<string, string> { ["n"] = "4" });

        await bench.RunAsync<RunJob, string>(job => job.RunJobAsync(task));

        _heard.Should().Equal("POST /echo/4 Bearer hunter2 {\"n\": 4}");
        (await bench.LeftAsync("answer.json")).Should().Be("""{"ok": true}""");
        (await bench.LeftAsync("output.json")).Should().Be("""{"ok": true}""", "JSON is context for those that need it");
        (await bench.LogAsync()).Should().Contain("200, 12 bytes").And.NotContain("hunter2");
    }

    [Theory]
    [InlineData("/status/503", 503, false)]
    [InlineData("/status/404", 404, true)]
    [InlineData("/status/302", 302, true)]
    public async Task Run_OtherStatus_FailsForGoodOrNot(string path, int code, bool final)
    {
        await using var bench = await JobBench.StartAsync(allowPrivate: true);
        var task = await bench.OrderAsync(
            JobTypes.Http, new JobSpec { Http = new HttpSpec { Url = _address + path }, Artifacts = ["answer"] });

        var failure = await FailureOfAsync(bench, task);

        failure.Message.Should().Contain($"answered {code}");
        failure.NonRetryable.Should().Be(final);
        (await bench.RecordAsync()).ExitCode.Should().Be(code);
        _heard.Should().ContainSingle("no redirect is followed");
    }

    [Theory]
    [InlineData("http://example.com/", "expected https")]
    [InlineData("https://127.0.0.1:1/", "not of the public network (jobs.allow_private")]
    [InlineData("https://localhost:1/", "not of the public network")]
    [InlineData("https://169.254.169.254/latest", "not of the public network")]
    public async Task Run_AddressOfTheOwnNetwork_IsNotCalled(string url, string expected)
    {
        await using var bench = await JobBench.StartAsync();
        var failure = await FailureOfAsync(bench, await bench.OrderAsync(JobTypes.Http, new JobSpec { Http = new HttpSpec { Url = url } }));

        failure.Message.Should().Contain(expected);
        failure.NonRetryable.Should().BeTrue();
    }

    public void Dispose() => _server.Close();

    private static async Task<ApplicationFailureException> FailureOfAsync(JobBench bench, JobTask task) =>
        (await FluentActions.Awaiting(() => bench.RunAsync<RunJob, string>(job => job.RunJobAsync(task)))
            .Should().ThrowAsync<ApplicationFailureException>()).Which;

    private async Task AnswerAsync()
    {
        while (_server.IsListening)
        {
            var context = await _server.GetContextAsync();
            var (request, response) = (context.Request, context.Response);
            using var reader = new StreamReader(request.InputStream);
            var path = request.Url!.AbsolutePath;
            _heard.Add($"{request.HttpMethod} {path} {request.Headers["Authorization"]} {await reader.ReadToEndAsync()}");
            if (path.StartsWith("/status/", StringComparison.Ordinal))
            {
                response.StatusCode = int.Parse(path["/status/".Length..], System.Globalization.CultureInfo.InvariantCulture);
                response.Headers["Location"] = $"{_address}/echo";
            }

            response.ContentType = "application/json";
            response.Close("{\"ok\": true}"u8.ToArray(), willBlock: false);
        }
    }
}
