using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TemporalVideo.Storage.Objects.S3;

namespace TemporalVideo.Storage.Objects;

/// <summary>Registers the object store.</summary>
public static class StorageServices
{
    /// <summary>Keeps objects in a folder; <see cref="FolderObjectStoreOptions"/> says which.</summary>
    /// <param name="services">The services.</param>
    public static IServiceCollection AddFolderObjectStore(this IServiceCollection services)
    {
        services.AddOptions<FolderObjectStoreOptions>();
        services.AddSingleton<IObjectStore, FolderObjectStore>();
        return services;
    }

    /// <summary>Keeps objects in a bucket; <see cref="S3ObjectStoreOptions"/> says which.</summary>
    /// <param name="services">The services.</param>
    public static IServiceCollection AddS3ObjectStore(this IServiceCollection services)
    {
        services.AddOptions<S3ObjectStoreOptions>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IObjectStore, S3ObjectStore>();
        return services;
    }
}
