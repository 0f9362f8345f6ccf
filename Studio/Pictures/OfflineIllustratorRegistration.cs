using Microsoft.Extensions.DependencyInjection;

namespace TemporalVideo.Studio.Pictures;

/// <summary>Adds the illustrators that draw vector scenes on this machine.</summary>
public static class OfflineIllustratorRegistration
{
    /// <summary>Registers <see cref="VectorIllustrator"/> as the <see cref="ISceneIllustrator"/> and <see cref="PosterIllustrator"/> as the
    /// <see cref="IStillIllustrator"/>.</summary>
    /// <param name="services">Receives the illustrators.</param>
    /// <returns><paramref name="services"/>.</returns>
    public static IServiceCollection AddOfflineIllustrator(this IServiceCollection services) => services
        .AddSingleton<ISceneIllustrator, VectorIllustrator>()
        .AddSingleton<IStillIllustrator, PosterIllustrator>();
}
