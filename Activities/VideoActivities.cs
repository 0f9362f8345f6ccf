using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TemporalVideo.Activities.Agent2;
using TemporalVideo.Activities.Agent4;
using TemporalVideo.Activities.Agent5;
using TemporalVideo.Activities.Agent6;
using TemporalVideo.Activities.Jobs;
using TemporalVideo.Activities.Jobs.Kinds;
using TemporalVideo.Activities.Money;
using TemporalVideo.Activities.Session;
using TemporalVideo.Activities.Storytelling;
using TemporalVideo.Activities.Webhooks;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Studio.Motion.Footage;
using TemporalVideo.Studio.Pictures;
using TemporalVideo.Studio.Providers;
using TemporalVideo.Studio.Storytelling;

namespace TemporalVideo.Activities;

/// <summary>The activities of the workflows, by the task queue they belong to.</summary>
public static class VideoActivities
{
    /// <summary>Light activities: rows, objects, drawing, speaking.</summary>
    public static IReadOnlyList<Type> Light { get; } =
    [
        typeof(OpenSession), typeof(CloseSession), typeof(RecordGeneration), typeof(SettleCalls), typeof(PlanStory), typeof(JudgeStory),
        typeof(EditStory), typeof(ForkSession), typeof(MakeReferences), typeof(PaintReference),
        typeof(WriteScenes), typeof(JudgeScenes), typeof(CohereScenes), typeof(WriteStoryboard), typeof(DrawScene),
        typeof(SpeakSegment), typeof(TimeNarration), typeof(ComposeMusic),
        typeof(DiscoverInput), typeof(FilmSegment), typeof(DrawStill),
        typeof(TakePlace), typeof(RunJob), typeof(KeepPipeline), typeof(RecordPipeline), typeof(OrderVideo), typeof(KeepVideo),
        typeof(AnnounceChange), typeof(DeliverWebhook), typeof(GiveUpWebhook),
    ];

    /// <summary>Light activities that a paid service may do.</summary>
    public static IReadOnlyList<Type> Serviced { get; } =
    [
        typeof(PlanStory), typeof(JudgeStory), typeof(MakeReferences), typeof(PaintReference), typeof(WriteScenes), typeof(JudgeScenes),
        typeof(CohereScenes), typeof(DrawScene),
        typeof(SpeakSegment), typeof(FilmSegment), typeof(DrawStill),
    ];

    /// <summary>Activities that keep a processor busy with ffmpeg.</summary>
    public static IReadOnlyList<Type> Render { get; } =
    [
        typeof(RenderClip), typeof(MakeSilentClip), typeof(AddNarration), typeof(StitchClips), typeof(MixMusic), typeof(CheckVideo),
        typeof(PlanMends),
    ];

    /// <summary>Adds what the activities share. Their providers, the store and the database are added on their own.</summary>
    /// <param name="services">The services of the worker.</param>
    public static IServiceCollection AddVideoActivities(this IServiceCollection services)
    {
        services.AddOptions<StoryOptions>();
        services.AddOptions<PaidCallsOptions>();
        services.AddOptions<HttpJobOptions>();
        services.AddOptions<JobLimits>();
        services.AddOptions<WebhookOptions>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(ReferencePainter.None);
        services.TryAddSingleton(PreferredFootage.None);
        services.AddSingleton<PaidProducts>().TryAddSingleton<IPaidCalls, BookedCalls>();
        return services.AddSingleton<Pieces>().AddSingleton<Stories>().AddSingleton<OwnPictures>().AddSingleton<ReferenceShelf>()
            .AddSingleton<StoryEditor>().AddSingleton<StoryChanges>()
            .AddSingleton<Announcements>().AddSingleton<WebhookSender>()
            .AddSingleton<SessionGate>().AddSingleton<GenerationRow>()
            .AddSingleton<IJobKind, CommandJob>().AddSingleton<IJobKind, AgentJob>().AddSingleton<IJobKind, HttpJob>()
            .AddSingleton<NarratedClips>().AddSingleton<StoreStitching>().AddSingleton<Intermediates>()
            .AddSingleton<VideoKnowledge>().AddSingleton<Tidying>().AddSingleton<TakeRoom>().AddSingleton<SceneTakes>();
    }
}
