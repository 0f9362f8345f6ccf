using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Storage.Records.Jobs;

/// <summary>What was ordered with a pipeline, for its row.</summary>
/// <param name="OriginalPrompt">What the person asked for.</param>
/// <param name="Parameters">Values of its parameters, a JSON object.</param>
/// <param name="TemplateVersion">Version of its template; null when that is not known.</param>
/// <param name="Stages">Names of its stages, in order; those that only jobs name come behind them.</param>
public sealed record PipelineOrder(string OriginalPrompt, string Parameters, int? TemplateVersion, IReadOnlyList<string> Stages);

/// <summary>All rows of a pipeline.</summary>
public sealed record PipelineRecord
{
    /// <summary>Its own row.</summary>
    public required PipelineRow Pipeline { get; init; }

    /// <summary>Its stages, by their place.</summary>
    public required IReadOnlyList<StageRow> Stages { get; init; }

    /// <summary>Its jobs, by their place.</summary>
    public required IReadOnlyList<JobRow> Jobs { get; init; }

    /// <summary>What they need of each other.</summary>
    public required IReadOnlyList<DependencyRow> Dependencies { get; init; }

    /// <summary>What they left, in all attempts.</summary>
    public required IReadOnlyList<ArtifactRow> Artifacts { get; init; }

    /// <summary>Who found what.</summary>
    public required IReadOnlyList<ConsumptionRow> Consumptions { get; init; }
}

/// <summary>The tables of pipelines, stages, jobs, dependencies, artifacts and consumptions.</summary>
public interface IPipelineTables
{
    /// <summary>
    /// Writes changes. What is older than what stands there changes nothing: a job's row takes a change of a later round, or of the same
    /// round when neither its attempt nor its number is earlier; a final state is left only by a new attempt or a new round.
    /// </summary>
    /// <param name="changes">The changes.</param>
    /// <param name="order">Reads what was ordered; asked only when the row does not know the plan.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    Task RecordAsync(PipelineChanges changes, Func<Task<PipelineOrder>> order, CancellationToken cancellationToken);

    /// <summary>Writes what an attempt left and found; once, however often it is told.</summary>
    /// <param name="pipeline">Which pipeline.</param>
    /// <param name="job">Its job.</param>
    /// <param name="attempt">The attempt.</param>
    /// <param name="record">What it left and found.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    Task KeepAsync(SessionKey pipeline, string job, int attempt, JobRecord record, CancellationToken cancellationToken);

    /// <summary>Reads all rows of a pipeline; null when there is none.</summary>
    /// <param name="pipeline">Which.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    Task<PipelineRecord?> FindAsync(SessionKey pipeline, CancellationToken cancellationToken);

    /// <summary>A user's pipelines, newest first.</summary>
    /// <param name="userId">Whose; null for all.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <param name="before">Only what began before this moment; null for all.</param>
    Task<IReadOnlyList<PipelineRow>> ListAsync(
        string? userId, int limit, CancellationToken cancellationToken, DateTime? before = null);
}

/// <summary>The table of templates.</summary>
public interface IPipelineTemplates
{
    /// <summary>Adds a text as the next version, unless the latest version, or for a file any version, is the same text.</summary>
    /// <param name="name">Name of the template.</param>
    /// <param name="text">The template, YAML.</param>
    /// <param name="origin">Where it comes from: <see cref="TemplateOrigins"/> or a person's name.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <returns>The version that has the text.</returns>
    Task<TemplateRow> SaveAsync(string name, string text, string origin, CancellationToken cancellationToken);

    /// <summary>Adds a text as the version behind another one, unless somebody else was first.</summary>
    /// <param name="name">Name of the template.</param>
    /// <param name="text">The template, YAML.</param>
    /// <param name="origin">Where it comes from, see <see cref="TemplateOrigins.OfPerson"/>.</param>
    /// <param name="after">The version that is to be the latest; 0 for none.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <returns>The new version; null when another one is the latest.</returns>
    Task<TemplateRow?> AddAsync(string name, string text, string origin, int after, CancellationToken cancellationToken);

    /// <summary>The versions of a template, the latest first.</summary>
    /// <param name="name">Name of the template.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    Task<IReadOnlyList<TemplateVersion>> VersionsAsync(string name, CancellationToken cancellationToken);

    /// <summary>A version of a template; null when there is none.</summary>
    /// <param name="name">Name of the template.</param>
    /// <param name="version">Which version; null for the latest.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    Task<TemplateRow?> FindAsync(string name, int? version, CancellationToken cancellationToken);

    /// <summary>The latest version of each template, by name.</summary>
    /// <param name="cancellationToken">Stops the reading.</param>
    Task<IReadOnlyList<TemplateRow>> ListAsync(CancellationToken cancellationToken);
}

/// <summary>A version of a template, without its text.</summary>
/// <param name="Version">Which, from 1.</param>
/// <param name="Hash">SHA-256 of the text, lower-case hexadecimal.</param>
/// <param name="Origin">Where it comes from: <see cref="TemplateOrigins"/> or a person's name.</param>
/// <param name="CreatedAt">When it was added, UTC.</param>
public sealed record TemplateVersion(int Version, string Hash, string Origin, DateTime CreatedAt)
{
    /// <summary>Whether a person wrote it.</summary>
    public bool IsPersons => Origin is not (TemplateOrigins.File or TemplateOrigins.Pipeline);
}

/// <summary>Where templates come from.</summary>
public static class TemplateOrigins
{
    /// <summary>A file that a worker found when it started.</summary>
    public const string File = "file";

    /// <summary>The plan of a pipeline that was started from a file which no worker had found before.</summary>
    public const string Pipeline = "pipeline";

    /// <summary>A person: the user's name, with '@' where that would be one of the others.</summary>
    /// <param name="user">The user.</param>
    public static string OfPerson(string user) => user is File or Pipeline ? $"@{user}" : user;
}
