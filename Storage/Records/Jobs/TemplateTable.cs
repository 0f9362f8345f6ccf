using Microsoft.EntityFrameworkCore;
using TemporalVideo.Storage.Objects;

namespace TemporalVideo.Storage.Records.Jobs;

/// <summary>Reads and writes the table <c>pipeline_template</c>.</summary>
internal sealed class TemplateTable(IDbContextFactory<VideoDbContext> database, TimeProvider time) : IPipelineTemplates
{
    private const int Tries = 5;

    /// <summary>Where another takes the number in the same moment, the next one is free.</summary>
    public Task<TemplateRow> SaveAsync(string name, string text, string origin, CancellationToken cancellationToken) =>
        database.PatientlyAsync(
            Tries, context => AddAsync(context, name, StoredText.Of(text), origin, cancellationToken), cancellationToken);

    public Task<TemplateRow?> AddAsync(string name, string text, string origin, int after, CancellationToken cancellationToken) =>
        database.PatientlyAsync(
            Tries,
            async context =>
            {
                var latest = await context.PipelineTemplates.Where(row => row.Name == name)
                    .MaxAsync(row => (int?)row.Version, cancellationToken);
                return (latest ?? 0) == after
                    ? await AddAsync(context, Made(name, after + 1, StoredText.Of(text), origin), cancellationToken) : null;
            },
            cancellationToken);

    public async Task<IReadOnlyList<TemplateVersion>> VersionsAsync(string name, CancellationToken cancellationToken)
    {
        await using var context = await database.CreateDbContextAsync(cancellationToken);
        return await context.PipelineTemplates.AsNoTracking().Where(row => row.Name == name).OrderByDescending(row => row.Version)
            .Select(row => new TemplateVersion(row.Version, row.Hash, row.Origin, row.CreatedAt)).ToListAsync(cancellationToken);
    }

    public async Task<TemplateRow?> FindAsync(string name, int? version, CancellationToken cancellationToken)
    {
        await using var context = await database.CreateDbContextAsync(cancellationToken);
        return await context.PipelineTemplates.AsNoTracking()
            .Where(row => row.Name == name && (version == null || row.Version == version))
            .OrderByDescending(row => row.Version).FirstOrDefaultAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<TemplateRow>> ListAsync(CancellationToken cancellationToken)
    {
        await using var context = await database.CreateDbContextAsync(cancellationToken);
        return await context.PipelineTemplates.AsNoTracking()
            .Where(row => !context.PipelineTemplates.Any(other => other.Name == row.Name && other.Version > row.Version))
            .OrderBy(row => row.Name).ToListAsync(cancellationToken);
    }

    private async Task<TemplateRow> AddAsync(
        VideoDbContext context, string name, string text, string origin, CancellationToken cancellationToken)
    {
        var hash = PipelineLayout.HashOf(text);
        var latest = await context.PipelineTemplates.AsNoTracking().Where(row => row.Name == name)
            .OrderByDescending(row => row.Version).FirstOrDefaultAsync(cancellationToken);

        // A file that is found again does not undo what a person has changed since.
        var isPersons = origin is not (TemplateOrigins.File or TemplateOrigins.Pipeline);
        var known = isPersons || latest?.Hash == hash ? null
            : await context.PipelineTemplates.AsNoTracking().Where(row => row.Name == name && row.Hash == hash)
                .OrderByDescending(row => row.Version).FirstOrDefaultAsync(cancellationToken);
        if (latest?.Hash == hash || known is not null)
        {
            return known ?? latest!;
        }

        return await AddAsync(context, Made(name, (latest?.Version ?? 0) + 1, text, origin), cancellationToken);
    }

    private TemplateRow Made(string name, int version, string text, string origin) => new()
    {
        Name = name,
        Version = version,
        Hash = PipelineLayout.HashOf(text),
        Text = text,
        Origin = origin,
        CreatedAt = StoredTime.Now(time),
    };

    private static async Task<TemplateRow> AddAsync(VideoDbContext context, TemplateRow row, CancellationToken cancellationToken)
    {
        context.PipelineTemplates.Add(row);
        await context.SaveChangesAsync(cancellationToken);
        return row;
    }
}
