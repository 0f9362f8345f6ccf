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

    /// <summary>All pipelines by name.</summary>
    public required IReadOnlyDictionary<string, Pipeline> Pipelines { get; init; }

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

    /// <summary>This configuration with another pipeline.</summary>
    /// <param name="name">Name of the pipeline; null: as it is.</param>
    /// <exception cref="ConfigurationException">There is none of that name.</exception>
    public ProductConfiguration With(string? name) => name is null ? this
        : Pipelines.TryGetValue(name, out var chosen)
            ? this with { Pipeline = chosen.Settings, TargetSeconds = chosen.TargetSeconds }
            : throw new ConfigurationException(
                [$"config/pipelines/{name}.yaml: there is no such pipeline; expected one of {string.Join(", ", Pipelines.Keys)}"]);

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
        var (listed, models) = PipelineSettingsReader.ReadPrices(folder, faults);
        var providers = new ProvidersReader(folder, environment, models, faults).Read();
        var pipelines = PipelineSettingsReader.Read(folder, engine.RenderTaskQueue, listed, faults);
        var (beats, prompts) = (BeatLibraryReader.Read(folder, faults), PromptCatalogReader.Read(folder, faults));
        if (faults.Count > 0)
        {
            throw new ConfigurationException(faults);
        }

        var prices = providers.Apply(
            worker.Stitching.Choice == Stitching.MediaConvert ? listed with { ChargedToAgent6 = [PieceKind.Stitch] } : listed);
        pipelines = pipelines.ToDictionary(
            pair => pair.Key, pair => pair.Value with
            {
                Settings = pair.Value.Settings with
                {
                    Prices = prices,
                    MaxReferences = providers.ReferencePainter?.References ?? 0,
                    ServiceTaskQueues = providers.TaskQueuesOf(engine.LightTaskQueue),
                },
            });
        return new ProductConfiguration
        {
            Root = folder,
            Engine = engine,
            Worker = worker,
            Pipelines = pipelines,
            Pipeline = pipelines[Configuration.Pipeline.Default].Settings,
            Providers = providers,
            TargetSeconds = pipelines[Configuration.Pipeline.Default].TargetSeconds,
            Beats = beats,
            Prompts = prompts,
        };
    }
}
