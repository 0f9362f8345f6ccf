using System.Globalization;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Hosting.Configuration.Jobs;

/// <summary>A parameter of a template.</summary>
/// <param name="Type">What it may be.</param>
/// <param name="Default">Its value where none is given.</param>
/// <param name="Required">Whether one must be given.</param>
/// <param name="Description">What it is for.</param>
public sealed record JobParameter(ParameterType Type, string Default, bool Required, string Description);

/// <summary>A pipeline of jobs that can be started, checked as a whole.</summary>
public sealed record JobTemplate
{
    /// <summary>Its name, that of its file.</summary>
    public required string Name { get; init; }

    /// <summary>What it is for.</summary>
    public required string Description { get; init; }

    /// <summary>The template as it was written, YAML.</summary>
    public required string Text { get; init; }

    /// <summary>Names of its stages, in order; empty where they are not listed.</summary>
    public required IReadOnlyList<string> Stages { get; init; }

    /// <summary>Its parameters, by name.</summary>
    public required IReadOnlyDictionary<string, JobParameter> Parameters { get; init; }

    /// <summary>Its jobs, each cell of a matrix one of them.</summary>
    public required IReadOnlyList<JobNode> Nodes { get; init; }

    /// <summary>What each does, by its id.</summary>
    public required IReadOnlyDictionary<string, JobSpec> Specs { get; init; }

    /// <summary>How many jobs run at the same time.</summary>
    public required int MaxParallel { get; init; }

    /// <summary>How many jobs may be spawned.</summary>
    public required int MaxSpawned { get; init; }

    /// <summary>How deep spawned jobs may spawn others.</summary>
    public required int MaxDepth { get; init; }

    /// <summary>Jobs that are made for each row of a list, and the parameter that names the list.</summary>
    public IReadOnlyDictionary<string, string> Each { get; init; } = new Dictionary<string, string>();

    /// <summary>This template with a job for each row of its lists.</summary>
    /// <param name="values">Values of parameters, by name.</param>
    /// <param name="read">Reads a file that a value names; null where the values are the lists themselves.</param>
    /// <exception cref="ConfigurationException">A list is missing or wrong; the message lists all.</exception>
    public JobTemplate Expand(IReadOnlyDictionary<string, string> values, Func<string, string>? read) =>
        RowExpansion.Expand(this, values, read);

    /// <summary>The most that its language models and videos may cost together, in US dollars; null for no limit.</summary>
    public decimal? MaxCost { get; init; }

    /// <summary>What a pipeline does with these values, as this configuration has it.</summary>
    /// <param name="configuration">The configuration: what videos are made by, and which models there are.</param>
    /// <param name="prompt">What the person asks for.</param>
    /// <param name="values">Values of parameters, by name; those that are missing have their default.</param>
    /// <exception cref="ConfigurationException">
    /// Values are missing, unknown or of another type, or a job needs a model that is not there; the message lists all.
    /// </exception>
    public JobPlan Plan(ProductConfiguration configuration, string prompt, IReadOnlyDictionary<string, string> values)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var agents = Nodes.Where(node => node.Type == JobTypes.Agent).Select(node => node.Id).ToList();
        return agents.Count > 0 && configuration.Providers.Chat.Count == 0
            ? throw new ConfigurationException(
                [$"{Name}: {string.Join(", ", agents)}: jobs of type {JobTypes.Agent} need a language model; enable one in "
                    + "config/providers.yaml (TEMPORAL_VIDEO_SERVICES=openai and its key)"])
            : Plan(prompt, values) with
            {
                Video = Nodes.Any(node => node.Type == JobTypes.Video) ? configuration.Pipeline : null,
                CostLimit = MaxCost,
            };
    }

    /// <summary>What a pipeline does with these values.</summary>
    /// <param name="prompt">What the person asks for.</param>
    /// <param name="values">Values of parameters, by name; those that are missing have their default.</param>
    /// <exception cref="ConfigurationException">Values are missing, unknown or of another type; the message lists all.</exception>
    internal JobPlan Plan(string prompt, IReadOnlyDictionary<string, string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var faults = new List<string>();
        foreach (var unknown in values.Keys.Where(name => !Parameters.ContainsKey(name)))
        {
            faults.Add($"{Name}: parameter {unknown}: unknown; expected "
                + (Parameters.Count == 0 ? "none" : $"one of {string.Join(", ", Parameters.Keys)}"));
        }

        foreach (var (name, parameter) in Parameters)
        {
            if (!values.TryGetValue(name, out var value))
            {
                faults.AddRange(parameter.Required ? [$"{Name}: parameter {name}: is missing ({parameter.Description})"] : []);
            }
            else if (!Fits(parameter.Type, value))
            {
                faults.Add($"{Name}: parameter {name}: expected {Words(parameter.Type)}, found '{value}'");
            }
        }

        return faults.Count > 0 ? throw new ConfigurationException(faults) : new JobPlan
        {
            Template = Name,
            TemplateText = Text,
            Stages = Stages,
            OriginalPrompt = prompt,
            Parameters = Parameters.ToDictionary(each => each.Key, each => values.GetValueOrDefault(each.Key, each.Value.Default)),
            Jobs = Specs,
        };
    }

    internal static bool Fits(ParameterType type, string value) => type switch
    {
        ParameterType.Whole => int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        ParameterType.Flag => value is "true" or "false",
        _ => true,
    };

    internal static string Words(ParameterType type) => type switch
    {
        ParameterType.Whole => "a whole number",
        ParameterType.Flag => "true or false",
        _ => "a text",
    };
}
