using System.ClientModel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using TemporalVideo.Hosting.Configuration.Providers;
using TemporalVideo.OpenAi;
using TemporalVideo.OpenAi.Chat;
using TemporalVideo.OpenAi.Images;
using TemporalVideo.OpenAi.Speech;
using TemporalVideo.OpenAi.Videos;
using TemporalVideo.Storage.Events;
using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Motion.Footage;
using TemporalVideo.Studio.Narration.Voices;
using TemporalVideo.Studio.Pictures;
using TemporalVideo.Studio.Providers;
using TemporalVideo.Studio.Storytelling;
using TemporalVideo.Studio.Storytelling.Directing;
using TemporalVideo.Studio.Storytelling.Prompts;
using TemporalVideo.Studio.Storytelling.Scenes;

namespace TemporalVideo.Worker;

/// <summary>The makers that work by a service, as the configuration prefers them.</summary>
public static class ServiceMakers
{
    /// <summary>Adds illustrators and voices of services before those of this machine.</summary>
    /// <param name="services">The services of the worker; the offline makers are among them.</param>
    /// <param name="settings">Who makes what.</param>
    /// <param name="prompts">What language models are told.</param>
    public static IServiceCollection AddServiceMakers(this IServiceCollection services, ProviderSettings settings,
        PromptCatalog prompts)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new ServiceAccess(
            settings, provider.GetRequiredService<IPaidCalls>(), provider.GetRequiredService<TimeProvider>(),
            provider.GetService<IEventLog>()));
        services.AddSingleton(prompts);
        foreach (var model in settings.Chat)
        {
            services.AddSingleton<IChatModel>(provider => ChatOf(model, provider.GetRequiredService<ServiceAccess>(), prompts));
        }

        if (settings.Chat.Count > 0)
        {
            services.AddSingleton<LessonPlanner>().AddSingleton<CheckingCritic>()
                .AddSingleton(provider => DirectorOf(provider, settings, prompts))
                .AddSingleton<IStoryPlanner>(provider => provider.GetRequiredService<PreferredDirector>())
                .AddSingleton<IStoryCritic>(provider => provider.GetRequiredService<PreferredDirector>())
                .AddSingleton<ISceneRoom>(provider => ScenesOf(provider.GetRequiredService<ServiceAccess>(), settings, prompts));
        }

        if (settings.Images.Count > 0)
        {
            services.AddSingleton<PosterIllustrator>().AddSingleton<IStillIllustrator>(provider =>
            {
                var access = provider.GetRequiredService<ServiceAccess>();
                return new PreferredStills(
                    [.. settings.Images.Select(model => ((IStillIllustrator)StillsOf(model, access), access.CircuitOf(model.Service)))],
                    provider.GetRequiredService<PosterIllustrator>());
            });
            services.AddSingleton<VectorIllustrator>().AddSingleton<ISceneIllustrator>(provider => ScenesOf(
                provider.GetRequiredService<ServiceAccess>(), settings, provider.GetRequiredService<VectorIllustrator>()));
        }

        if (settings.Images.FirstOrDefault(model => model is { PaintsScenes: true, References: > 0 }) is { } artist)
        {
            services.AddSingleton(provider => new ReferencePainter(
                StillsOf(artist, provider.GetRequiredService<ServiceAccess>()), artist.References, prompts));
        }

        if (settings.Clips.Count > 0)
        {
            services.AddSingleton(provider =>
            {
                var (access, time) = (provider.GetRequiredService<ServiceAccess>(), provider.GetRequiredService<TimeProvider>());
                return new PreferredFootage(
                    [.. settings.Clips.Select(model => ((IFootageMaker)FootageOf(model, access, time), access.CircuitOf(model.Service)))]);
            });
        }

        if (settings.Speech.Count > 0)
        {
            services.AddSingleton(provider => new VoiceCatalog(
                provider.GetRequiredService<IOptions<VoiceOptions>>(), provider.GetRequiredService<FfmpegRunner>(),
                provider.GetRequiredService<EspeakVoices>(),
                VoicesOf(settings, provider.GetRequiredService<ServiceAccess>(), provider.GetRequiredService<FfmpegRunner>())));
        }

        return services;
    }

    private static PreferredDirector DirectorOf(IServiceProvider provider, ProviderSettings settings, PromptCatalog prompts)
    {
        var (access, planner) = (provider.GetRequiredService<ServiceAccess>(), provider.GetRequiredService<LessonPlanner>());
        return new PreferredDirector(
            [.. settings.Chat.Select(model =>
            {
                var (chat, circuit) = (ChatOf(model, access, prompts), access.CircuitOf(model.Service));
                return ((IStoryPlanner)new ChatDirector(chat, prompts, planner), (IStoryCritic)new ChatCritic(chat, prompts), circuit);
            })],
            planner,
            provider.GetRequiredService<CheckingCritic>());
    }

    private static PreferredIllustrators ScenesOf(ServiceAccess access, ProviderSettings settings, VectorIllustrator last) => new(
        [.. settings.Images.Where(model => model.PaintsScenes).Select(model =>
            ((ISceneIllustrator)new PaintedIllustrator(StillsOf(model, access), last), access.CircuitOf(model.Service)))],
        last);

    private static PreferredScenes ScenesOf(ServiceAccess access, ProviderSettings settings, PromptCatalog prompts) => new(
        [.. settings.Chat.Select(model =>
            ((ISceneRoom)new ChatScenes(ChatOf(model, access, prompts), prompts), access.CircuitOf(model.Service)))],
        new PlannedScenes());

    private static OpenAiChat ChatOf(ChatModel model, ServiceAccess access, PromptCatalog prompts)
    {
        var options = new OpenAiChatOptions
        {
            Model = model.Model,
            MostTokens = model.MostTokens,
            Tokens = model.Tokens,
        };
        return new OpenAiChat(
            access.ServiceOf(model.Service), options, access.CircuitOf(model.Service), prompts[PromptName.AnswerRepair]);
    }

    private static OpenAiStills StillsOf(ImageModel model, ServiceAccess access)
    {
        var options = new OpenAiImageOptions
        {
            Model = model.Model,
            Quality = model.Quality,
            Sizes = [.. model.Prices.Keys],
            Price = (width, height) => model.Prices[(width, height)],
            ReferencePrice = model.PerReference,
            ReferenceTokens = model.ReferenceTokens,
            Tokens = model.ImageTokens > 0 ? new TokenPrices(model.PromptTokens, model.ImageTokens) : null,
        };
        return new OpenAiStills(access.ServiceOf(model.Service), options, access.CircuitOf(model.Service));
    }

    private static OpenAiFootage FootageOf(FootageModel model, ServiceAccess access, TimeProvider time)
    {
        var options = new OpenAiFootageOptions
        {
            Model = model.Model,
            Sizes = [.. model.Prices.Keys],
            Seconds = model.Seconds,
            Price = (width, height) => model.Prices[(width, height)],
        };
        return new OpenAiFootage(access.ServiceOf(model.Service), options, access.CircuitOf(model.Service), time);
    }

    private static List<IVoice> VoicesOf(ProviderSettings settings, ServiceAccess access, FfmpegRunner ffmpeg) =>
        [.. settings.Speech.SelectMany(model => model.Voices.Select(voice =>
            new OpenAiVoice(voice, access.ServiceOf(model.Service), SpeechOf(model), access.CircuitOf(model.Service), ffmpeg)))];

    private static OpenAiSpeechOptions SpeechOf(SpeechModel model) => new()
    {
        Model = model.Model,
        Voices = model.Voices,
        FollowsSpeed = model.FollowsSpeed,
        Languages = model.Languages,
        Transcription = model.Transcription,
        PerCharacter = model.PerCharacter,
        PerSecond = model.PerSecond,
        PerSecondHeard = model.PerSecondHeard,
    };
}

/// <summary>The services and their circuits, one of each.</summary>
internal sealed class ServiceAccess
{
    private readonly Dictionary<string, (OpenAiService Service, Circuit Circuit)> _services;

    public ServiceAccess(ProviderSettings settings, IPaidCalls paid, TimeProvider time, IEventLog? events) =>
        _services = settings.Services.ToDictionary(entry => entry.Key, entry =>
        {
            var (name, how) = entry;
            var options = OptionsOf(name, how);
            var circuit = new Circuit(name, how.CircuitFailures, TimeSpan.FromSeconds(how.CircuitSeconds), time)
            {
                Opened = opened => events?.Write(new PipelineEvent(
                    time.GetUtcNow().UtcDateTime,
                    "provider_down",
                    new Dictionary<string, object?>
                    {
                        ["provider"] = opened.Provider,
                        ["reason"] = opened.Reason,
                        ["until"] = opened.Until,
                    })),
            };
            return (new OpenAiService(options, paid, time), circuit);
        });

    /// <summary>How a service is reached.</summary>
    internal static OpenAiOptions OptionsOf(string name, ServiceSettings how) => new()
    {
        Name = name,
        BaseUrl = how.BaseUrl,
        Key = how.Key is { } key ? new ApiKeyCredential(key.Reveal()) : null,
        Organisation = how.Organisation.Length > 0 ? how.Organisation : null,
        Project = how.Project.Length > 0 ? how.Project : null,
        TimeoutSeconds = how.TimeoutSeconds,
    };

    public OpenAiService ServiceOf(string name) => _services[name].Service;

    public Circuit CircuitOf(string name) => _services[name].Circuit;
}
