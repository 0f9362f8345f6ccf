using Microsoft.Extensions.DependencyInjection;

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
}
