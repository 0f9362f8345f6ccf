using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Temporalio.Client;
using Temporalio.Exceptions;
using Temporalio.Testing;
using TemporalVideo.Activities.Webhooks;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Storage.Records;
using TemporalVideo.Storage.Records.Generations;
using TemporalVideo.Storage.Records.Money;
using TemporalVideo.Storage.Records.Webhooks;
using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Motion;
using TemporalVideo.Studio.Music;
using TemporalVideo.Studio.Narration;
using TemporalVideo.Studio.Narration.Voices;
using TemporalVideo.Studio.Pictures;
using TemporalVideo.Studio.Storytelling;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Tests.Agents;

/// <summary>The activities with a store and a database in a temporary folder, and providers that count what they make.</summary>
internal sealed class AgentBench : IAsyncDisposable, ISceneIllustrator, INarrator, IComposer, IStoryPlanner
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("agent-test-");
    private readonly ServiceProvider _services;
    private int _activities;

    private AgentBench(IStoreStitcher? stitcher, bool allowPrivate)
    {
        var services = new ServiceCollection()
            .AddLogging().AddFolderObjectStore().AddVideoDatabase().AddMedia().AddFfmpegStitcher().AddMotionRenderer()
            .AddOfflineNarration().AddVideoActivities()
            .AddSingleton<ISceneIllustrator>(this).AddSingleton<INarrator>(this).AddSingleton<IComposer>(this)
                .AddSingleton<IStoryPlanner>(this);
        services.Configure<FolderObjectStoreOptions>(options => options.Folder = Path.Combine(_folder.FullName, "store"));
        services.Configure<VideoDatabaseOptions>(options => options.File = Path.Combine(_folder.FullName, "videos.db"));
        services.Configure<WebhookOptions>(options => options.AllowPrivate = allowPrivate);
        services.AddSingleton<FolderObjectStore>()
            .AddSingleton<IObjectStore>(provider =>
                new RefusingStore(provider.GetRequiredService<FolderObjectStore>(), key => FailPut?.Invoke(key) == true));
        foreach (var activity in VideoActivities.Light.Concat(VideoActivities.Render))
        {
            services.AddSingleton(activity);
        }

        if (stitcher is not null)
        {
            services.AddSingleton(stitcher);
        }

        _services = services.BuildServiceProvider();
    }

    public const string TaskQueue = "bench";

    public static SessionKey Session { get; } = new("anna", "s1");

    public static Story Story { get; } = new()
    {
        Title = "Rainbows",
        Segments = [.. Enumerable.Range(1, 2).Select(number => new Segment
        {
            Id = $"s{number:00}", Kind = SegmentKind.Concept, Title = $"Part {number}",
            Sentences = [new Sentence { Text = "Light bends." }, new Sentence { Text = "Colours part." }],
            VisualGuidance = "A prism.", Duration = 15,
        })],
    };

    /// <summary>What the providers were asked to make.</summary>
    public List<string> Made { get; } = [];

    /// <summary>Makes a provider fail.</summary>
    public Exception? Failure { get; set; }

    /// <summary>What the planner plans; null: <see cref="Story"/>.</summary>
    public Func<StoryRequest, Story>? PlanAs { get; set; }

    /// <summary>What the illustrator finds at the place of the segment's own picture; null before, and without one.</summary>
    public string? OwnPicture { get; private set; }

    /// <summary>Where the illustrator's scenes have a painting; null: nowhere.</summary>
    public LayerRoom? Footage { get; set; }

    /// <summary>The pictograms of a scene; default none.</summary>
    public Func<SceneRequest, IReadOnlyList<ShownPictogram>> Shows { get; set; } = _ => [];

    /// <summary>Keys that the store refuses; null for none.</summary>
    public Func<string, bool>? FailPut { get; set; }

    public StoryRequest? Planned { get; private set; }

    public IObjectStore Store => _services.GetRequiredService<IObjectStore>();

    public IVideoSessions Sessions => _services.GetRequiredService<IVideoSessions>();

    public IMoneyBook Money => _services.GetRequiredService<IMoneyBook>();

    public IWebhooks Webhooks => _services.GetRequiredService<IWebhooks>();

    /// <summary>The server that activities may ask; null for none.</summary>
    public ITemporalClient? Client { get; set; }

    public IGenerations Generations => _services.GetRequiredService<IGenerations>();

    public static async Task<AgentBench> StartAsync(
        bool withRow = true, IStoreStitcher? stitcher = null, bool allowPrivate = true)
    {
        var bench = new AgentBench(stitcher, allowPrivate);
        foreach (var service in bench._services.GetServices<IHostedService>())
        {
            await service.StartAsync(default);
        }

        if (withRow)
        {
            await bench.Sessions.OpenAsync(Session, "rainbows", default);
        }

        return bench;
    }

    /// <summary>Runs an activity as a worker does.</summary>
    /// <param name="call">Calls it.</param>
    /// <param name="again">Whether it is another attempt of the last one.</param>
    public Task<T> RunAsync<TActivity, T>(Func<TActivity, Task<T>> call, bool again = false)
        where TActivity : class
    {
        var id = again ? _activities : ++_activities;
        var info = ActivityEnvironment.DefaultInfo with
        {
            WorkflowRunId = RunId,
            ActivityId = $"{id}",
            TaskQueue = TaskQueue,
            StartToCloseTimeout = TimeSpan.FromMinutes(5),
        };
        Running = new ActivityEnvironment { Info = info, TemporalClient = Client };
        return Running.RunAsync(() => call(_services.GetRequiredService<TActivity>()));
    }

    public TActivity Activity<TActivity>()
        where TActivity : class => _services.GetRequiredService<TActivity>();

    /// <summary>Where the last activity runs.</summary>
    public ActivityEnvironment? Running { get; private set; }

    /// <summary>Runs an activity that fails for good, and gives its failure.</summary>
    public async Task<ApplicationFailureException> FailureOfAsync<TActivity, T>(Func<TActivity, Task<T>> call)
        where TActivity : class
    {
        var failure = (await FluentActions.Awaiting(() => RunAsync(call)).Should().ThrowAsync<ApplicationFailureException>()).Which;
        failure.NonRetryable.Should().BeTrue();
        return failure;
    }

    public async Task<string> TextAsync(string key) =>
        Encoding.UTF8.GetString((await Store.ReadAsync($"scaffold_test/anna/s1/{key}", default)).Bytes.Span);

    /// <summary>Fetches an object into a folder of its own.</summary>
    public async Task<string> FileAsync(string key) =>
        (await Store.FetchAsync($"scaffold_test/anna/s1/{key}", _folder.CreateSubdirectory($"{Guid.NewGuid():N}").FullName, default)).Path;

    public Task PutFileAsync(string key, string file, string? fingerprint = null) =>
        Store.PutAsync($"scaffold_test/anna/s1/{key}", file, new ObjectTags(fingerprint), default);

    /// <summary>Puts a story into the store, as the planner does.</summary>
    /// <returns>Its version.</returns>
    public async Task<string> TellAsync(Story story)
    {
        var json = JsonSerializer.Serialize(story);
        var version = Fingerprint.Of("plan", "test", json);
        await PutAsync($"stories/{version.Replace(':', '-')}.json", json);
        return version;
    }

    public async Task<SegmentTask> SegmentTaskAsync(AgentName agent, Story story, int index, decimal price = 0) => new()
    {
        Session = Session,
        Agent = agent,
        Version = await TellAsync(story),
        SegmentId = story.Segments[index].Id,
        Price = price,
    };

    public async Task<IReadOnlyList<string>> KeysAsync(string prefix) =>
        [.. (await Store.ListAsync($"scaffold_test/anna/s1/{prefix}", default))
            .Select(item => item.Key["scaffold_test/anna/s1/".Length..])];

    public Task PutAsync(string key, string text = "x") =>
        Store.PutAsync($"scaffold_test/anna/s1/{key}", Encoding.UTF8.GetBytes(text), ObjectTags.None, default);

    /// <summary>Which run of the workflow asks.</summary>
    public string RunId { get; set; } = "run-1";

    /// <summary>Who the providers say they are.</summary>
    public string Identity { get; set; } = "bench/1";

    public string IdentityFor(SpeechManner manner) => $"{Identity}/{manner}";

    public string IdentityFor(MusicRequest request) => Identity;

    public IReadOnlyList<string> OwnLanguages => [];

    public Task<IVoice> RequireAsync(SpeechManner manner, CancellationToken cancellationToken)
    {
        Required = manner;
        return Task.FromResult<IVoice>(null!);
    }

    /// <summary>How was asked to be spoken before anything was made.</summary>
    public SpeechManner? Required { get; private set; }

    public async Task<SceneArt> IllustrateAsync(SceneRequest request, string folder, CancellationToken cancellationToken)
    {
        Note($"scene {request.Segment.Id}");
        OwnPicture = request.Segment.Diagram?.Picture is { } own && File.Exists(own) ? await File.ReadAllTextAsync(own, cancellationToken)
            : null;
        await File.WriteAllTextAsync(
            Path.Combine(folder, "back.png"),
            request.Segment.VisualGuidance + (request.Segment.Take is { Layout: > 0 and var layout } ? $" {layout}" : ""),
            cancellationToken);
        return new SceneArt
        {
            Accent = "#112233",
            Background = "#000000",
            Pictograms = Shows(request),
            Layers = [new SceneLayer { File = "back.png", X = 0, Y = 0, Width = 1920, Height = 1080, Footage = Footage }],
        };
    }

    public Task<Utterance> SpeakAsync(string sentence, SpeechManner manner, string file, CancellationToken cancellationToken)
    {
        Note($"sentence {sentence}");
        WavFile.Write(file, new float[6 * VideoFormat.SampleRate], VideoFormat.SampleRate, 1);
        return Task.FromResult(new Utterance(6, []));
    }

    public Task ComposeAsync(MusicRequest request, string file, CancellationToken cancellationToken)
    {
        Note(FormattableString.Invariant($"music {request.Seconds:0.0}"));
        if (request.Tracks is { } tracks)
        {
            Note($"tracks {string.Join(", ", tracks.Select(track => $"{Path.GetFileName(track)}: {File.ReadAllText(track)}"))}");
        }

        return File.WriteAllTextAsync(file, "music", cancellationToken);
    }

    public Task<Story> PlanAsync(StoryRequest request, CancellationToken cancellationToken)
    {
        Note("story");
        Planned = request;
        return Task.FromResult(PlanAs?.Invoke(request) ?? Story);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private void Note(string made)
    {
        if (Failure is not null)
        {
            throw Failure;
        }

        Made.Add(made);
    }
}
