using TemporalVideo.Sessions.Jobs;
using TemporalVideo.Storage.Records.Jobs;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Web.Pipelines;

/// <summary>A template.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Stages">Its stages, in order.</param>
/// <param name="Jobs">Its jobs.</param>
/// <param name="Parameters">What it takes.</param>
/// <param name="Version">Its version, from 1; null for a file that no worker has found yet.</param>
/// <param name="Origin">Who wrote it: <c>file</c>, <c>pipeline</c> or a user.</param>
internal sealed record TemplateAnswer(
    string Name, string Description, IReadOnlyList<string> Stages, IReadOnlyList<JobNode> Jobs, IReadOnlyList<ParameterAnswer> Parameters,
    int? Version, string Origin)
{
    public static TemplateAnswer Of(ShelvedTemplate shelved) => new(
        shelved.Template.Name, shelved.Template.Description, shelved.Template.Stages, shelved.Template.Nodes,
        [.. shelved.Template.Parameters.Select(each => new ParameterAnswer(
            each.Key, each.Value.Type.ToString().ToLowerInvariant(), each.Value.Default, each.Value.Required, each.Value.Description))],
        shelved.Version?.Version, shelved.Version?.Origin ?? TemplateOrigins.File);
}

/// <summary>A parameter of a template.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type"><c>text</c>, <c>whole</c> or <c>flag</c>.</param>
/// <param name="Default">Its value where none is given.</param>
/// <param name="Required">Whether one must be given.</param>
/// <param name="Description">What it is for.</param>
internal sealed record ParameterAnswer(string Name, string Type, string Default, bool Required, string Description);

/// <summary>A template as it was written.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its version, from 1; null for a file that no worker has found yet.</param>
/// <param name="Origin">Who wrote it: <c>file</c>, <c>pipeline</c> or a user.</param>
/// <param name="Sha256">Hash of the text; the ETag.</param>
/// <param name="CreatedAt">When the version was added, UTC; null where it has none.</param>
/// <param name="Text">The YAML.</param>
internal sealed record TemplateTextAnswer(string Name, int? Version, string Origin, string Sha256, DateTime? CreatedAt, string Text)
{
    public static TemplateTextAnswer Of(ShelvedTemplate shelved) => new(
        shelved.Template.Name, shelved.Version?.Version, shelved.Version?.Origin ?? TemplateOrigins.File, shelved.Hash,
        shelved.Version?.CreatedAt, shelved.Template.Text);

    public static TemplateTextAnswer Of(TemplateRow row) => new(row.Name, row.Version, row.Origin, row.Hash, row.CreatedAt, row.Text);
}

/// <summary>A version of a template.</summary>
/// <param name="Version">Which, from 1.</param>
/// <param name="Sha256">Hash of the text.</param>
/// <param name="Origin">Who wrote it: <c>file</c>, <c>pipeline</c> or a user.</param>
/// <param name="CreatedAt">When it was added, UTC.</param>
internal sealed record TemplateVersionAnswer(int Version, string Sha256, string Origin, DateTime CreatedAt);

/// <summary>A template that is written, as JSON.</summary>
/// <param name="Text">The YAML.</param>
internal sealed record TemplateRequest(string? Text);
