using System.CommandLine;
using System.Text.Json;
using TemporalVideo.Hosting.Configuration.Jobs;
using TemporalVideo.Sessions.Jobs;
using TemporalVideo.Storage.Records.Jobs;

namespace TemporalVideo.Starter.Commands.Pipelines;

/// <summary>
/// <c>starter pipeline templates</c> and <c>starter pipeline template</c>: the templates and their versions, in the workers' database.
/// </summary>
internal static class PipelineTemplateCommand
{
    private static readonly Argument<string> Name = new("template") { Description = "Name of the template." };
    private static readonly Argument<string> File = new("file") { Description = "The template, YAML." };
    private static readonly Option<int?> Version = new("--number") { Description = "Which version; default the present one." };
    private static readonly Option<string?> As = new("--name") { Description = "Name of the template; default that of the file." };

    /// <summary>The list.</summary>
    public static Command BuildList() => new Command("templates", "List the templates that pipelines are made from.").Does(ListAsync);

    /// <summary>Commands about one of them.</summary>
    public static Command Build() => new("template", "A template of pipelines: put, show, versions.")
    {
        new Command("put", "Write a template: a new version, when its text is new. Running pipelines keep theirs.")
        {
            File, As, PipelineContext.User,
        }.Does(PutAsync),
        new Command("show", "Show a template as it was written.") { Name, Version }.Does(ShowAsync),
        new Command("versions", "List the versions of a template, the latest first.") { Name }.Does(VersionsAsync),
    };

    /// <summary>A template by its name, as pipelines are made from it now.</summary>
    public static async Task<JobTemplate> FindAsync(ParseResult parsed, string name, CancellationToken cancellationToken)
    {
        try
        {
            return (await WithShelfAsync(parsed, shelf => shelf.RequireAsync(name, cancellationToken), cancellationToken)).Template;
        }
        catch (KeyNotFoundException missing)
        {
            throw new StarterException(ExitCodes.Usage, missing.Message);
        }
    }

    private static async Task<int> ListAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var found = await WithShelfAsync(parsed, shelf => shelf.ListAsync(cancellationToken), cancellationToken);
        foreach (var each in found)
        {
            var (name, description) = (each.Template.Name, each.Template.Description);
            var (version, origin) = (each.Version?.Version, each.Version?.Origin ?? TemplateOrigins.File);
            await Console.Out.WriteLineAsync(parsed.GetValue(CommonOptions.Json)
                ? JsonSerializer.Serialize(new { name, version, origin, description, sha256 = each.Hash })
                : $"{name,-24} {(version is null ? "new" : $"v{version}"),-5} {origin,-12} {description}".TrimEnd());
        }

        return ExitCodes.Ok;
    }

    private static async Task<int> PutAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var file = parsed.GetRequiredValue(File);
        if (!System.IO.File.Exists(file))
        {
            throw new StarterException(ExitCodes.NotFound, $"There is no file '{file}'.");
        }

        var name = parsed.GetValue(As) ?? Path.GetFileNameWithoutExtension(file);
        var user = PipelineContext.KeyOf("template", parsed.GetRequiredValue(PipelineContext.User)).UserId;
        var text = await System.IO.File.ReadAllTextAsync(file, cancellationToken);
        var put = await WithShelfAsync(parsed, shelf => shelf.PutAsync(name, text, user, _ => true, cancellationToken), cancellationToken);
        await Console.Out.WriteLineAsync(put.IsNew
            ? $"{name} is at version {put.Template.Version!.Version} now; pipelines that run keep theirs."
            : $"{name} is so already{(put.Template.Version is { } version ? $", version {version.Version}" : "")}.");
        return ExitCodes.Ok;
    }

    private static async Task<int> ShowAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var name = parsed.GetRequiredValue(Name);
        var text = parsed.GetValue(Version) is { } version
            ? (await WorkerDatabase.WithAsync<IPipelineTemplates, TemplateRow?>(
                parsed, templates => templates.FindAsync(name, version, cancellationToken), cancellationToken))?.Text
            : (await FindAsync(parsed, name, cancellationToken)).Text;
        await Console.Out.WriteLineAsync((text ?? throw Missing(name)).TrimEnd());
        return ExitCodes.Ok;
    }

    private static async Task<int> VersionsAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var name = parsed.GetRequiredValue(Name);
        var versions = await WorkerDatabase.WithAsync<IPipelineTemplates, IReadOnlyList<TemplateVersion>>(
            parsed, templates => templates.VersionsAsync(name, cancellationToken), cancellationToken);
        foreach (var each in versions.Count > 0 ? versions : throw Missing(name))
        {
            await Console.Out.WriteLineAsync(parsed.GetValue(CommonOptions.Json)
                ? JsonSerializer.Serialize(each)
                : $"v{each.Version,-5} {each.CreatedAt:yyyy-MM-dd HH:mm}  {each.Origin,-12} {each.Hash[..12]}");
        }

        return ExitCodes.Ok;
    }

    private static StarterException Missing(string name) => new(
        ExitCodes.NotFound, $"There is no such version of a template '{name}' in the database. 'starter pipeline templates' lists them.");

    private static Task<T> WithShelfAsync<T>(ParseResult parsed, Func<TemplateShelf, Task<T>> work, CancellationToken cancellationToken)
    {
        var configuration = CommonOptions.Configuration(parsed);
        return WorkerDatabase.WithAsync<IPipelineTemplates, T>(
            parsed, templates => work(new TemplateShelf(configuration, templates)), cancellationToken);
    }
}
