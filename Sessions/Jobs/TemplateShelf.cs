using TemporalVideo.Hosting.Configuration;
using TemporalVideo.Hosting.Configuration.Jobs;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Storage.Records;
using TemporalVideo.Storage.Records.Jobs;

namespace TemporalVideo.Sessions.Jobs;

/// <summary>A template as pipelines are made from it now.</summary>
/// <param name="Template">The template.</param>
/// <param name="Version">Its version; null for a file that no worker has found yet.</param>
internal sealed record ShelvedTemplate(JobTemplate Template, TemplateVersion? Version)
{
    /// <summary>SHA-256 of its text.</summary>
    public string Hash => PipelineLayout.HashOf(Template.Text);
}

/// <summary>What became of a template that was put.</summary>
/// <param name="Template">The template.</param>
/// <param name="IsNew">Whether it is a new version; not, when its text was the present one.</param>
internal sealed record PutTemplate(ShelvedTemplate Template, bool IsNew);

/// <summary>A template was put that has become another one meanwhile, or is there already.</summary>
/// <param name="message">What is so and what to do.</param>
internal sealed class TemplateChangedException(string message) : Exception(message);

/// <summary>
/// The templates: files of <c>config/job-pipelines</c> and what people have written over them. A file that is edited afterwards counts
/// again; one that is as it was before a person's version does not.
/// </summary>
internal sealed class TemplateShelf(ProductConfiguration configuration, IPipelineTemplates templates)
{
    /// <summary>The longest template, in characters.</summary>
    public const int Longest = 200_000;

    /// <summary>All of them, by name.</summary>
    /// <exception cref="ConfigurationException">Some cannot be used; the message lists all faults.</exception>
    public async Task<IReadOnlyList<ShelvedTemplate>> ListAsync(CancellationToken cancellationToken)
    {
        var files = JobTemplateReader.Read(configuration.Root);
        var names = files.Keys.Union((await templates.ListAsync(cancellationToken)).Select(row => row.Name)).Order(StringComparer.Ordinal);
        var found = new List<ShelvedTemplate>();
        foreach (var name in names)
        {
            if (await FindAsync(files, name, cancellationToken) is { } template)
            {
                found.Add(template);
            }
        }

        return found;
    }

    /// <summary>A template; null when there is none of that name.</summary>
    /// <exception cref="ConfigurationException">It, or a file beside it, cannot be used; the message lists all faults.</exception>
    public Task<ShelvedTemplate?> FindAsync(string name, CancellationToken cancellationToken) =>
        FindAsync(JobTemplateReader.Read(configuration.Root), name, cancellationToken);

    /// <summary>The template of a name that a person gives.</summary>
    /// <exception cref="KeyNotFoundException">There is none; the message says which there are.</exception>
    public async Task<ShelvedTemplate> RequireAsync(string name, CancellationToken cancellationToken) =>
        await FindAsync(name, cancellationToken) ?? throw new KeyNotFoundException(
            $"There is no template '{name}'; there are "
                + $"{string.Join(", ", (await ListAsync(cancellationToken)).Select(each => each.Template.Name))}.");

    /// <summary>Writes a template: a new version, unless the text is the present one.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="text">The YAML, which is checked whole.</param>
    /// <param name="user">Who writes it.</param>
    /// <param name="isExpected">Whether the present one is that which it was made from; it is null where there is none.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ConfigurationException">The text is wrong; the message lists all faults with key and line.</exception>
    /// <exception cref="TemplateChangedException">The present one is another.</exception>
    public async Task<PutTemplate> PutAsync(
        string name, string text, string user, Func<ShelvedTemplate?, bool> isExpected, CancellationToken cancellationToken)
    {
        // As it will be read back, or it would be another text each time.
        text = StoredText.Of(text);
        if (text.Length > Longest)
        {
            throw new ConfigurationException([$"{name}: expected at most {Longest} characters, found {text.Length}"]);
        }

        var template = JobTemplateReader.ReadText(name, text);
        if (JobTemplateReader.Read(configuration.Root).TryGetValue(name, out var file))
        {
            // The file becomes a version before that which is written over it, and is known as such.
            await templates.SaveAsync(name, file.Text, TemplateOrigins.File, cancellationToken);
        }

        // Of one look: who writes afterwards is noticed.
        var versions = await templates.VersionsAsync(name, cancellationToken);
        var latest = versions.FirstOrDefault()?.Version ?? 0;
        var present = await FindAsync(file, name, versions, cancellationToken);
        if (present?.Template.Text == text)
        {
            // Also for who repeats a call whose answer was lost, and so expects what was before.
            return new PutTemplate(present, false);
        }

        var added = isExpected(present)
            ? await templates.AddAsync(name, text, TemplateOrigins.OfPerson(user), latest, cancellationToken) : null;
        return added is null
            ? throw new TemplateChangedException($"The template '{name}' is another one meanwhile. Read it again, and change that.")
            : new PutTemplate(new ShelvedTemplate(template, VersionOf(added)), true);
    }

    /// <summary>The version that a row is of.</summary>
    public static TemplateVersion VersionOf(TemplateRow row) => new(row.Version, row.Hash, row.Origin, row.CreatedAt);

    private async Task<ShelvedTemplate?> FindAsync(
        IReadOnlyDictionary<string, JobTemplate> files, string name, CancellationToken cancellationToken) => await FindAsync(
            files.GetValueOrDefault(name), name, await templates.VersionsAsync(name, cancellationToken), cancellationToken);

    private async Task<ShelvedTemplate?> FindAsync(
        JobTemplate? file, string name, IReadOnlyList<TemplateVersion> versions, CancellationToken cancellationToken)
    {
        var latest = versions.FirstOrDefault();
        var ofFile = file is null ? null : versions.FirstOrDefault(each => each.Hash == PipelineLayout.HashOf(file.Text));
        if (latest is { IsPersons: true } && (file is null || ofFile is not null))
        {
            var row = (await templates.FindAsync(name, latest.Version, cancellationToken))!;
            return new ShelvedTemplate(JobTemplateReader.ReadText(name, row.Text), latest);
        }

        return file is null ? null : new ShelvedTemplate(file, ofFile);
    }
}
