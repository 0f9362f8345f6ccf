using Microsoft.Extensions.DependencyInjection;
using TemporalVideo.Hosting.Configuration;
using TemporalVideo.Hosting.Encryption;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Storage.Objects.S3;
using TemporalVideo.Storage.Records;

namespace TemporalVideo.Hosting;

/// <summary>Registers the storage that the configuration chooses.</summary>
public static class StorageProviders
{
    /// <summary>Adds the database; with encryption keys, secrets in it are encrypted.</summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="configuration">Which database, and the keys.</param>
    public static IServiceCollection AddConfiguredDatabase(this IServiceCollection services, ProductConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.Configure<VideoDatabaseOptions>(configuration.Worker.Database.Apply);
        if (configuration.Engine.Encryption is { } keys)
        {
            services.AddSingleton<ISecretText>(new SecretEncryption(keys));
        }

        return services.AddVideoDatabase();
    }

    /// <summary>Adds the object store: a folder or a bucket.</summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="settings">Which store.</param>
    public static IServiceCollection AddConfiguredStore(this IServiceCollection services, WorkerSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (settings.S3 is not { } s3)
        {
            services.Configure<FolderObjectStoreOptions>(options => options.Folder = settings.Store!);
            return services.AddFolderObjectStore();
        }

        services.Configure<S3ObjectStoreOptions>(options =>
        {
            (options.Bucket, options.Endpoint, options.Region, options.Profile) = (s3.Bucket, s3.Endpoint, s3.Region, s3.Profile);
            (options.PathStyle, options.LinkHours) = (s3.PathStyle, s3.LinkHours);
        });
        return services.AddS3ObjectStore();
    }
}
