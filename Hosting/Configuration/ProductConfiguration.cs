using TemporalVideo.Hosting.Configuration.Providers;
using TemporalVideo.Hosting.Configuration.StoryRoom;
using TemporalVideo.Studio.Storytelling.Beats;
using TemporalVideo.Studio.Storytelling.Prompts;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Hosting.Configuration;

/// <summary>All configuration, read and checked as a whole.</summary>
public sealed record ProductConfiguration
{
    /// <summary>The folder of <c>temporal-dev.yaml</c>.</summary>
    public required string Root { get; init; }

    /// <summary>Which Temporal server is used.</summary>
    public required EngineSettings Engine { get; init; }

    /// <summary>What the worker needs.</summary>
    public required WorkerSettings Worker { get; init; }

    /// <summary>What a workflow started now carries with it.</summary>
    public required PipelineSettings Pipeline { get; init; }

    /// <summary>Beats, archetypes and frameworks that stories are composed by.</summary>
    public required BeatLibrary Beats { get; init; }

    /// <summary>What language models are told.</summary>
    public required PromptCatalog Prompts { get; init; }

    /// <summary>Who makes what.</summary>
    public required ProviderSettings Providers { get; init; }

    /// <summary>Length of a video when none is asked for, in seconds; null for as long as its lesson takes.</summary>
    public required int? TargetSeconds { get; init; }

    /// <summary>Reads all files.</summary>
    /// <param name="root">The folder of <c>temporal-dev.yaml</c>; null finds it.</param>
    /// <param name="environment">Reads an environment variable; null reads the process's.</param>
    /// <exception cref="ConfigurationException">Something is wrong; the message lists all of it.</exception>
    public static ProductConfiguration Read(string? root = null, Func<string, string?>? environment = null)
    {
        var folder = root is null ? ProductRoot.Find() : Path.GetFullPath(root);
        environment ??= Environment.GetEnvironmentVariable;
        var faults = new List<string>();
        var engine = EngineSettingsReader.Read(folder, environment, faults);
        var worker = WorkerSettingsReader.Read(folder, environment, faults);
        var (pipeline, seconds, models) = PipelineSettingsReader.Read(folder, faults);
        var providers = new ProvidersReader(folder, environment, models, faults).Read();
        var (beats, prompts) = (BeatLibraryReader.Read(folder, faults), PromptCatalogReader.Read(folder, faults));
        return faults.Count > 0 ? throw new ConfigurationException(faults) : new ProductConfiguration
        {
            Root = folder,
            Engine = engine,
            Worker = worker,
            Pipeline = pipeline with
            {
                RenderTaskQueue = engine.RenderTaskQueue,
                Prices = providers.Apply(worker.Stitching.Choice == Stitching.MediaConvert
                    ? pipeline.Prices with { ChargedToAgent6 = [PieceKind.Stitch] }
                    : pipeline.Prices),
            },
            Providers = providers,
            TargetSeconds = seconds,
            Beats = beats,
            Prompts = prompts,
        };
    }
}
