using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Temporalio.Client;
using Temporalio.Worker;
using TemporalVideo.Activities;
using TemporalVideo.Hosting.Configuration;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Storage.Records.Generations;
using TemporalVideo.Storage.Records.Webhooks;
using TemporalVideo.Tests.Support;
using TemporalVideo.Web.Access;
using TemporalVideo.Worker;
using TemporalVideo.Workflows;
using TemporalVideo.Workflows.Contracts;
using TemporalVideo.Workflows.Tests;

namespace TemporalVideo.Web.Tests;

/// <summary>The page on a free port of the loopback interface, with a server and a worker that makes nothing.</summary>
public sealed class WebFixture : IAsyncLifetime
{
    /// <summary>A lesson that is planned in a moment.</summary>
    public const string Lesson = "# Rainbows\n\n## What is a rainbow?\n\nA rainbow is sunlight that raindrops bend. "
        + "Each colour is bent a little differently.\n\n## Where to look\n\nStand with the sun behind you. Look at the rain.\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("web-tests-").FullName;
    private readonly CancellationTokenSource _stop = new();
    private DevServer.DevServer? _server;
    private TemporalWorker? _worker;
    private Task _working = Task.CompletedTask;
    private WebApplication? _app;
    private ServiceProvider? _jobs;

    public Uri Address => new(_app!.Urls.First());

    public HttpClient Http { get; private set; } = null!;

    /// <summary>The file that a job of the template waits for.</summary>
    internal string MayEnd => Path.Combine(_folder, "may-end");

    internal FakeStudio Studio { get; } = new();

    internal FakeDeliveries Deliveries { get; private set; } = null!;

    internal ProductConfiguration Configuration { get; private set; } = null!;

    internal ITemporalClient Client { get; private set; } = null!;

    /// <summary>Where a user's uploads are.</summary>
    internal string Uploads(string user) => Directory.CreateDirectory(Path.Combine(_folder, "open", "uploads", user)).FullName;

    internal string Store => Path.Combine(_folder, "objects");

    public async Task InitializeAsync()
    {
        Configuration = ProductConfiguration.Read(
            TestPaths.RepositoryRoot,
            name => name switch
            {
                "TEMPORAL_VIDEO_STORE" => Path.Combine(_folder, "objects"),
                "TEMPORAL_VIDEO_DATABASE" => Path.Combine(_folder, "videos.db"),
                _ => null,
            }) with
        {
            Root = Templates(),
        };
        Configuration = Configuration with { Worker = Configuration.Worker with { AllowTemplatesWithoutKey = true } };
        _server = await EmbeddedServer.StartAsync(options => options with { SearchAttributes = Configuration.Engine.SearchAttributes });
        Client = await TemporalClient.ConnectAsync(new(_server.TargetHost));
        var queue = Configuration.Engine.LightTaskQueue;
        _worker = new TemporalWorker(Client, WithJobs(
            new TemporalWorkerOptions(queue).AddWorkflow<VideoWorkflow>().AddAllActivities(Studio)));
        var render = new TemporalWorker(
            Client, new TemporalWorkerOptions(Configuration.Engine.RenderTaskQueue).AddAllActivities(Studio));
        _working = Task.WhenAll(RunAsync(_worker), RunAsync(render));
        _app = await ServeAsync(Path.Combine(_folder, "open"));
        Http = new HttpClient { BaseAddress = Address };
    }

    /// <summary>The real activities of jobs: commands are run, and rows are written.</summary>
    private TemporalWorkerOptions WithJobs(TemporalWorkerOptions options)
    {
        _jobs = new ServiceCollection().AddLogging().AddVideoProviders(Configuration).BuildServiceProvider();
        foreach (var type in VideoActivities.Light.Where(type =>
            type.Name is "TakePlace" or "RunJob" or "KeepPipeline" or "RecordPipeline"))
        {
            options.AddAllActivities(type, ActivatorUtilities.CreateInstance(_jobs, type));
        }

        Deliveries = new FakeDeliveries(_jobs.GetRequiredService<IWebhooks>());
        return options.AddWorkflow<JobPipelineWorkflow>().AddWorkflow<WebhookDeliveryWorkflow>().AddAllActivities(Deliveries);
    }

    /// <summary>A folder with one template: a job that may wait for a file, an approval, a job that uses what the first one left.</summary>
    private string Templates()
    {
        var templates = Directory.CreateDirectory(Path.Combine(_folder, "root", "config", "job-pipelines")).FullName;
        File.WriteAllText(Path.Combine(templates, "write-check-use.yaml"), $$$"""
            description: writes a note, has it checked, uses it
            stages: [writing, checking, using]
            parameters:
              name: {type: text, required: true, description: who is greeted}
              wait: {type: flag, default: "false", description: whether it waits for a file}
            jobs:
              write:
                stage: writing
                command:
                  - sh
                  - -euc
                  - |
                    echo "Grüße, $PARAM_NAME: $ORIGINAL_PROMPT" | tee note.txt
                    while "$PARAM_WAIT" && [ ! -e "$MAY_END" ]; do sleep 0.05; done
                    echo end
                environment: {MAY_END: {{{MayEnd}}}}
                artifacts: [note.txt]
              check: {stage: checking, type: approval, needs: {write: success}}
              use:
                stage: using
                needs: {write: success, check: success}
                command: [sh, -euc, 'cat "$JOB_INPUTS/write/note.txt"']
            """);
        return Path.Combine(_folder, "root");
    }

    /// <summary>Another server of the same sessions.</summary>
    internal Task<WebApplication> ServeAsync(
        string folder, Func<WebOptions, WebOptions>? change = null, ProductConfiguration? configuration = null)
    {
        var options = new WebOptions { Port = 0, Folder = folder, LocalUser = "anna", StartsPerMinute = 100_000 };
        return WebServer.StartAsync(Client, configuration ?? Configuration, change?.Invoke(options) ?? options);
    }

    /// <summary>Another server of the same sessions, which has keys.</summary>
    internal async Task<(WebApplication App, Func<string, HttpClient> As)> ServeWithKeysAsync(Func<WebOptions, WebOptions>? change = null)
    {
        var folder = Path.Combine(_folder, Guid.NewGuid().ToString("N"));
        var keys = ApiKeys.In(folder);
        keys.Create("nobody", null);
        var app = await ServeAsync(folder, change);
        return (app, user => new HttpClient
        {
            BaseAddress = new Uri(app.Urls.First()),
            DefaultRequestHeaders = { { "Authorization", $"Bearer {keys.Create(user, null).Key}" } },
        });
    }

    /// <summary>Starts a session that waits for approval where asked, and gives its id.</summary>
    internal async Task<string> StartAsync(bool interactive = false, HttpClient? http = null)
    {
        var answer = await (http ?? Http).PostAsJsonAsync("/api/sessions", new { source = Lesson, interactive });
        answer.StatusCode.Should().Be(System.Net.HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("sessionId").GetString()!;
    }

    /// <summary>A session of anna's that has ended and left its story, as a worker that makes something leaves it.</summary>
    internal async Task<string> FinishedAsync()
    {
        var session = await StartAsync();
        await Client.GetWorkflowHandle(VideoWorkflowId.Of(new SessionKey("anna", session))).GetResultAsync();
        await PutAsync(session, "agent2/storyboard.json", await PutStoryAsync(session), "plan:1");
        await PutAsync(session, "source.md", Encoding.UTF8.GetBytes(Lesson));
        return session;
    }

    /// <summary>Leaves the story that a session of anna's has planned, as a worker that makes something does.</summary>
    internal async Task<byte[]> PutStoryAsync(string session)
    {
        var plan = await (await Http.PostAsJsonAsync("/api/plan", new { source = Lesson })).Content.ReadFromJsonAsync<JsonElement>();
        var story = Encoding.UTF8.GetBytes(plan.GetProperty("story").GetRawText());
        await PutAsync(session, "stories/plan-1.json", story);
        return story;
    }

    /// <summary>Leaves two takes of a segment of such a session: the first beside the second, which is shown.</summary>
    internal async Task PutTakesAsync(string session, string segment)
    {
        var board = await Http.GetFromJsonAsync<JsonElement>($"/api/sessions/{session}/story");
        var told = board.GetProperty("story").GetProperty("segments").EnumerateArray()
            .Single(one => one.GetProperty("segment_id").GetString() == segment);
        foreach (var (number, folder) in new[] { (1, $"takes/{segment}/1"), (2, $"agent2/{segment}") })
        {
            var drawn = JsonNode.Parse(told.GetRawText())!;
            drawn["take"] = new JsonObject { ["number"] = number };
            var scene = new JsonObject
            {
                ["Folder"] = $"{number}",
                ["Document"] = new JsonObject
                {
                    ["Accent"] = "#112233",
                    ["Background"] = "#000000",
                    ["Layers"] = new JsonArray(new JsonObject
                    {
                        ["File"] = "back.png",
                        ["X"] = 0,
                        ["Y"] = 0,
                        ["Width"] = 1920,
                        ["Height"] = 1080,
                    }),
                    ["Origin"] = new JsonObject { ["Maker"] = "vector/13", ["At"] = "2026-01-02T03:04:05Z", ["Segment"] = drawn },
                },
            };
            await PutAsync(session, $"{folder}/{number}/back.png", UploadTests.Png);
            await PutAsync(session, $"{folder}/scene.json", Encoding.UTF8.GetBytes(scene.ToJsonString()), $"scene:{number}");
        }
    }

    /// <summary>Waits until a session's state fits.</summary>
    internal async Task<JsonElement> UntilAsync(string session, Func<JsonElement, bool> fits)
    {
        var limit = TimeSpan.FromSeconds(60);
        using var late = new CancellationTokenSource(limit);
        while (true)
        {
            var state = (await Http.GetFromJsonAsync<JsonElement>($"/api/sessions/{session}", late.Token)).GetProperty("state");
            if (fits(state))
            {
                return state;
            }

            await Task.Delay(50, late.Token);
        }
    }

    /// <summary>Writes into the row of a session of anna's what it cost.</summary>
    internal async Task CostAsync(string session, decimal cost)
    {
        var (rows, key) = (_jobs!.GetRequiredService<IGenerations>(), new SessionKey("anna", session));
        await rows.BeginAsync(key, "{}", "{}", "{}", default);
        await rows.ChangeAsync(key, row => row.Cost = cost, default);
    }

    /// <summary>Puts a file where a session of anna's would have it.</summary>
    internal async Task PutAsync(string session, string path, byte[] content, string? fingerprint = null)
    {
        var store = (IObjectStore)_app!.Services.GetService(typeof(IObjectStore))!;
        await store.PutAsync($"scaffold_test/anna/{session}/{path}", content, new ObjectTags(fingerprint), CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        await _app!.DisposeAsync();
        await _stop.CancelAsync();
        await _working;
        await _jobs!.DisposeAsync();
        await _server!.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task RunAsync(TemporalWorker worker)
    {
        using (worker)
        {
            try
            {
                await worker.ExecuteAsync(_stop.Token);
            }
            catch (OperationCanceledException)
            {
                // The end of the tests.
            }
        }
    }
}

[CollectionDefinition(Name)]
public sealed class WebCollection : ICollectionFixture<WebFixture>
{
    public const string Name = "Web";
}
