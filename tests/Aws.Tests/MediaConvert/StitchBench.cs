using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using TemporalVideo.Aws.MediaConvert;
using TemporalVideo.Storage.Events;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Tests;
using TemporalVideo.Tests.Support.Aws;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Aws.Tests.MediaConvert;

/// <summary>Two clips of a second in a store, and a MediaConvert that reads and writes there.</summary>
internal sealed class StitchBench : IAsyncDisposable, IEventLog, IFakeBucket, IProgress<double>
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("stitch-test-");
    private readonly List<ServiceProvider> _services = [];
    private FakeMediaConvert? _service;

    public MediaRoom Room { get; } = new();

    public FakeMediaConvert Service => _service!;

    public ConcurrentQueue<PipelineEvent> Events { get; } = new();

    public ConcurrentQueue<double> Progress { get; } = new();

    public TaskCompletionSource IsHalfway { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IObjectStore Store { get; private set; } = null!;

    public StoreStitchRequest Request { get; } = new()
    {
        Session = new SessionKey("anna", "s1"),
        Fingerprint = "stitched:1",
        Clips = [new StoreClip("agent5/s01_clip.mp4", 1), new StoreClip("agent5/s02_clip.mp4", 1)],
        Size = VideoSize.Wide,
        Target = "agent5/stitching/1.mp4",
        Record = "agent5/stitching/order.json",
        Black = "agent5/stitching/black.png",
    };

    public static async Task<StitchBench> StartAsync()
    {
        Credentials.Use();
        var bench = new StitchBench();
        bench._service = await FakeMediaConvert.StartAsync(bench);
        bench.Store = bench.Provider("simple").GetRequiredService<IObjectStore>();
        foreach (var clip in bench.Request.Clips)
        {
            var file = await bench.Room.ClipAsync($"{Path.GetFileName(clip.Key)}", 30);
            await bench.Store.PutAsync(clip.Key, file, ObjectTags.None, default);
        }

        return bench;
    }

    /// <summary>A worker's stitcher; each has nothing in common with another but store and service.</summary>
    public IStoreStitcher Stitcher(string concatenation = "simple") => Provider(concatenation).GetRequiredService<IStoreStitcher>();

    public Task StitchAsync(IStoreStitcher? stitcher = null, CancellationToken cancellationToken = default) =>
        (stitcher ?? Stitcher()).StitchAsync(Request, this, cancellationToken);

    public async Task<string> ResultAsync() => (await Store.FetchAsync(Request.Target, _folder.FullName, default)).Path;

    public void Write(PipelineEvent happened) => Events.Enqueue(happened);

    public void Report(double value)
    {
        Progress.Enqueue(value);
        if (value >= 0.5)
        {
            IsHalfway.TrySetResult();
        }
    }

    public async Task<byte[]> ReadAsync(string uri) => (await Store.ReadAsync(KeyOf(uri), default)).Bytes.ToArray();

    public Task WriteAsync(string uri, byte[] content) => Store.PutAsync(KeyOf(uri), content, ObjectTags.None, default);

    public async ValueTask DisposeAsync()
    {
        foreach (var provider in _services)
        {
            await provider.DisposeAsync();
        }

        await Service.DisposeAsync();
        Room.Dispose();
        _folder.Delete(recursive: true);
    }

    private static string KeyOf(string uri) => uri["s3://videos/".Length..];

    private ServiceProvider Provider(string concatenation)
    {
        var services = new ServiceCollection().AddLogging().AddFolderObjectStore().AddSingleton<IEventLog>(this).AddMediaConvertStitcher();
        services.Configure<FolderObjectStoreOptions>(options => options.Folder = Path.Combine(_folder.FullName, "store"));
        services.Configure<AwsOptions>(options => (options.Profile, options.Region) = ("", "us-east-1"));
        services.Configure<MediaConvertOptions>(options =>
        {
            (options.Bucket, options.Endpoint) = ("videos", Service.Address);
            options.Queue = "arn:aws:mediaconvert:us-east-1:123456789012:queues/q";
            options.Role = "arn:aws:iam::123456789012:role/given";
            options.Concatenation = Enum.Parse<Concatenation>(concatenation, ignoreCase: true);
            options.Period = TimeSpan.FromMilliseconds(50);
        });
        var provider = services.BuildServiceProvider();
        _services.Add(provider);
        return provider;
    }
}
