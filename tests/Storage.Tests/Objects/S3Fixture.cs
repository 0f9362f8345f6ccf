using Microsoft.Extensions.DependencyInjection;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Storage.Objects.S3;
using TemporalVideo.Tests.Support;

namespace TemporalVideo.Storage.Tests.Objects;

/// <summary>One emulator of S3 for all tests, where it is found; each test has a bucket of its own.</summary>
public sealed class S3Fixture : IAsyncLifetime
{
    private MotoServer? _server;
    private SkipException? _reason;

    /// <summary>The emulator.</summary>
    /// <exception cref="SkipException">There is none.</exception>
    internal MotoServer Server => _server ?? throw _reason!;

    public async Task InitializeAsync()
    {
        try
        {
            _server = await MotoServer.StartAsync();
        }
        catch (SkipException reason)
        {
            _reason = reason;
        }

        foreach (var (name, value) in MotoServer.Credentials)
        {
            Environment.SetEnvironmentVariable(name, value);
        }
    }

    public async Task DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    internal IObjectStore Store(string bucket, TimeProvider? time = null)
    {
        var services = new ServiceCollection();
        if (time is not null)
        {
            services.AddSingleton(time);
        }

        return services.AddS3ObjectStore().Configure<S3ObjectStoreOptions>(options =>
        {
            (options.Bucket, options.Endpoint, options.Region, options.PathStyle) = (bucket, Server.Address, "eu-central-1", true);
            options.MultipartBytes = 5 << 20;
        }).BuildServiceProvider().GetRequiredService<IObjectStore>();
    }
}
