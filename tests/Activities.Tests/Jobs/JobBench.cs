using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Temporalio.Testing;
using TemporalVideo.Activities.Jobs;
using TemporalVideo.Activities.Jobs.Kinds;
using TemporalVideo.Activities.Storytelling;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Storage.Records;
using TemporalVideo.Storage.Records.Jobs;
using TemporalVideo.Storage.Records.Money;
using TemporalVideo.Studio.Providers;
using TemporalVideo.Studio.Storytelling.Prompts;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Tests.Jobs;

/// <summary>
/// The activities of jobs with a store and a database in a temporary folder, and a language model that says what it is told.
/// </summary>
internal sealed class JobBench : IAsyncDisposable, IChatModel
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("job-test-");
    private readonly ServiceProvider _services;

    private JobBench(bool hasModel, bool allowPrivate, int limit)
    {
        var services = new ServiceCollection().AddLogging().AddFolderObjectStore().AddVideoDatabase().AddVideoActivities();
        services.Configure<FolderObjectStoreOptions>(options => options.Folder = Path.Combine(_folder.FullName, "store"));
        services.Configure<VideoDatabaseOptions>(options => options.File = Path.Combine(_folder.FullName, "videos.db"));
        services.Configure<HttpJobOptions>(options => options.AllowPrivate = allowPrivate);
        services.Configure<JobLimits>(options => options.MaxRunningPerUser = limit);
        services.Configure<StoryOptions>(options => options.LessonsFolder = Lessons.FullName);
        var variables = PromptCatalog.Variables[PromptName.JobAgent];
        services.AddSingleton(new PromptCatalog(new Dictionary<PromptName, Prompt>
        {
            [PromptName.JobAgent] = new(
                "job_agent.yaml", variables, "", string.Join('\n', variables.Keys.Select(name => $"{name}: {{{name}}}"))),
        }));
        foreach (var activity in VideoActivities.Light.Where(type => type.Namespace!.EndsWith("Jobs", StringComparison.Ordinal)))
        {
            services.AddSingleton(activity);
        }

        if (hasModel)
        {
            services.AddSingleton<IChatModel>(this);
        }

        _services = services.BuildServiceProvider();
    }

    public static SessionKey Pipeline { get; } = new("anna", "p1");

    public DirectoryInfo Lessons => _folder.CreateSubdirectory("lessons");

    /// <summary>What the model answers, one after the other.</summary>
    public Queue<object> Answers { get; } = new();

    /// <summary>What it was asked.</summary>
    public List<string> Asked { get; } = [];

    public string Identity => "bench/1";

    public IObjectStore Store => _services.GetRequiredService<IObjectStore>();

    public IPipelineTables Tables => _services.GetRequiredService<IPipelineTables>();

    public IMoneyBook Money => _services.GetRequiredService<IMoneyBook>();

    public IJobPlaces Places => _services.GetRequiredService<IJobPlaces>();

    public static async Task<JobBench> StartAsync(bool hasModel = true, bool allowPrivate = false, int limit = 0)
    {
        var bench = new JobBench(hasModel, allowPrivate, limit);
        foreach (var service in bench._services.GetServices<IHostedService>())
        {
            await service.StartAsync(default);
        }

        return bench;
    }

    /// <summary>Puts a plan of one job into the store.</summary>
    public async Task<JobTask> OrderAsync(
        string type, JobSpec spec, IReadOnlyDictionary<string, string>? parameters = null, int attempt = 1,
        decimal? costLimit = null)
    {
        var plan = new JobPlan
        {
            Template = "test",
            CostLimit = costLimit,
            OriginalPrompt = "Please.",
            Parameters = parameters ?? new Dictionary<string, string>(),
            Jobs = new Dictionary<string, JobSpec> { ["work"] = spec },
        };
        var bytes = JsonSerializer.SerializeToUtf8Bytes(plan);
        var key = new PipelineLayout(Pipeline).Plan(bytes);
        await Store.PutAsync(key, bytes, ObjectTags.None, default);
        return new JobTask { Pipeline = Pipeline, PlanKey = key, Node = new JobNode { Id = "work", Type = type }, Attempt = attempt };
    }

    /// <summary>Leaves a file as another job would.</summary>
    public async Task<JobSource> LeaveAsync(string job, string path, string text)
    {
        var (layout, bytes) = (new PipelineLayout(Pipeline), Encoding.UTF8.GetBytes(text));
        var hash = PipelineLayout.HashOf(bytes);
        await Store.PutAsync(layout.Artifact(hash), bytes, ObjectTags.None, default);
        var record = new JobRecord
        {
            ExitCode = 0,
            Seconds = 1,
            Artifacts = [new JobArtifact(path, hash, bytes.Length, ArtifactType.File)],
        };
        await Store.PutAsync(layout.Record(job, 1), JsonSerializer.SerializeToUtf8Bytes(record), ObjectTags.None, default);
        return new JobSource(job, 1);
    }

    /// <summary>Runs an activity as a worker does.</summary>
    public Task<T> RunAsync<TActivity, T>(Func<TActivity, Task<T>> call)
        where TActivity : class =>
        new ActivityEnvironment().RunAsync(() => call(_services.GetRequiredService<TActivity>()));

    public async Task<JobRecord> RecordAsync(int attempt = 1) => JsonSerializer.Deserialize<JobRecord>(
        (await Store.ReadAsync(new PipelineLayout(Pipeline).Record("work", attempt), default)).Bytes.Span)!;

    /// <summary>The text of what the job left at a path.</summary>
    public async Task<string> LeftAsync(string path, int attempt = 1)
    {
        var artifact = (await RecordAsync(attempt)).Artifacts.Single(each => each.Path == path);
        return Encoding.UTF8.GetString(
            (await Store.ReadAsync(new PipelineLayout(Pipeline).Artifact(artifact.Sha256), default)).Bytes.Span);
    }

    public async Task<string> LogAsync(int attempt = 1) => Encoding.UTF8.GetString(
        (await Store.ReadAsync(new PipelineLayout(Pipeline).Log("work", attempt), default)).Bytes.Span);

    public Task<T> AskAsync<T>(ChatQuestion question, Func<T, IReadOnlyList<string>> faultsOf, CancellationToken cancellationToken)
    {
        Asked.Add(question.User);
        while (true)
        {
            var answer = Answers.Dequeue();
            if (answer is Exception failure)
            {
                throw failure;
            }

            if (faultsOf((T)answer) is { Count: > 0 } faults)
            {
                Asked.Add(string.Join(' ', faults));
                continue;
            }

            return Task.FromResult((T)answer);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }
}
