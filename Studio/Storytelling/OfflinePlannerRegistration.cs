using Microsoft.Extensions.DependencyInjection;
using TemporalVideo.Studio.Storytelling.Scenes;

namespace TemporalVideo.Studio.Storytelling;

/// <summary>Adds the planner that works from lessons alone.</summary>
public static class OfflinePlannerRegistration
{
    /// <summary>Registers <see cref="LessonPlanner"/> as the <see cref="IStoryPlanner"/>, its critic, and its scenes.</summary>
    /// <param name="services">Receives the planner.</param>
    /// <returns><paramref name="services"/>.</returns>
    public static IServiceCollection AddOfflinePlanner(this IServiceCollection services) =>
        services.AddSingleton<IStoryPlanner, LessonPlanner>().AddSingleton<IStoryCritic, CheckingCritic>()
            .AddSingleton<ISceneRoom, PlannedScenes>();
}
