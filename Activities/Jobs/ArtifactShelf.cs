using System.Text.Json;
using Microsoft.Extensions.FileSystemGlobbing;
using Temporalio.Exceptions;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Jobs;

/// <summary>Puts what jobs leave into the store by its content, and into the workspaces of those that need it.</summary>
internal sealed class ArtifactShelf(IObjectStore store, PipelineLayout layout)
{
    /// <summary>Bytes of structured output, which may come into prompts and environments.</summary>
    public const int MostOfContext = 262_144;

    /// <summary>Keeps the files that fit a pattern, and the structured output.</summary>
    public async Task<List<JobArtifact>> KeepAsync(JobWorkspace workspace, JobSpec spec, CancellationToken cancellationToken)
    {
        var matcher = new Matcher(StringComparison.Ordinal);
        matcher.AddIncludePatterns(spec.Artifacts);
        var kept = new List<JobArtifact>();
        foreach (var path in matcher.GetResultsInFullPath(workspace.Folder).Order(StringComparer.Ordinal))
        {
            if (workspace.Owns(path))
            {
                kept.Add(await PutAsync(workspace, path, ArtifactType.File, cancellationToken));
            }
        }

        if (File.Exists(workspace.Output))
        {
            RequireContext(workspace.Output);
            kept.RemoveAll(artifact => artifact.Path == JobWorkspace.OutputName);
            kept.Add(await PutAsync(workspace, workspace.Output, ArtifactType.ModelOutput, cancellationToken));
        }

        return kept;
    }

    /// <summary>Keeps a file of the workspace.</summary>
    public async Task<JobArtifact> PutAsync(JobWorkspace workspace, string path, ArtifactType type, CancellationToken cancellationToken)
    {
        var hash = await HashOfAsync(path, cancellationToken);
        var key = layout.Artifact(hash);
        if (await store.FindAsync(key, cancellationToken) is null)
        {
            await store.PutAsync(key, path, ObjectTags.None, cancellationToken);
        }

        return new JobArtifact(Path.GetRelativePath(workspace.Folder, path), hash, new FileInfo(path).Length, type);
    }

    /// <summary>Lays the artifacts of an attempt into a folder; one that left no record left nothing.</summary>
    public async Task<IReadOnlyList<JobConsumption>> LayAsync(JobSource source, string folder, CancellationToken cancellationToken)
    {
        if (await store.ReadIfThereAsync(layout.Record(source.Job, source.Attempt), cancellationToken) is not { } bytes)
        {
            return [];
        }

        var record = JsonSerializer.Deserialize<JobRecord>(bytes.Span)!;
        await LayAsync(record.Artifacts, folder, cancellationToken);
        return [.. record.Artifacts.Select(artifact => new JobConsumption(source.Job, source.Attempt, artifact.Path, artifact.Sha256))];
    }

    /// <summary>Lays artifacts into a folder.</summary>
    public async Task LayAsync(IReadOnlyList<JobArtifact> artifacts, string folder, CancellationToken cancellationToken)
    {
        foreach (var artifact in artifacts)
        {
            var target = Path.Combine(folder, artifact.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            var content = await store.FetchAsync(layout.Artifact(artifact.Sha256), Path.GetDirectoryName(target)!, cancellationToken);
            File.Move(content.Path, target, overwrite: true);
            if (await HashOfAsync(target, cancellationToken) != artifact.Sha256)
            {
                throw new ApplicationFailureException(
                    $"The artifact {artifact.Path} in the store is not what was kept (SHA-256 {artifact.Sha256}).",
                    errorType: FailureTypes.InputUnusable, nonRetryable: true);
            }
        }
    }

    private static async Task<string> HashOfAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(await System.Security.Cryptography.SHA256.HashDataAsync(file, cancellationToken));
    }

    private static void RequireContext(string file)
    {
        if (new FileInfo(file).Length > MostOfContext)
        {
            throw new ApplicationFailureException(
                $"{JobWorkspace.OutputName} has {new FileInfo(file).Length} bytes, and may have {MostOfContext}: what is larger belongs "
                    + "into a file that is named in artifacts.",
                errorType: FailureTypes.JobFailed, nonRetryable: true);
        }

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
        }
        catch (JsonException fault)
        {
            throw new ApplicationFailureException(
                $"{JobWorkspace.OutputName} is not JSON: {fault.Message}", fault, FailureTypes.JobFailed);
        }
    }
}
