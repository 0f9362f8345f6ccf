using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TemporalVideo.Sessions.Jobs;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Web.Access;

namespace TemporalVideo.Web.Pipelines;

/// <summary>What a job of a pipeline has written and left.</summary>
internal static class JobEndpoints
{
    /// <summary>Says which attempt a log is of.</summary>
    private const string AttemptHeader = "X-Job-Attempt";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/pipelines/{id}/logs", SearchAsync)
            .WithSummary("The lines with these words in what the jobs have written, of all attempts; a thousand at most.")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        var job = routes.MapGroup("/api/pipelines/{id}/jobs/{job}").ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        job.MapGet("/logs", LogsAsync)
            .WithSummary("What a job has written: from an offset in bytes, or in ranges; the header X-Job-Attempt says in which attempt.")
            .Produces<string>(StatusCodes.Status200OK, "text/plain").Produces(StatusCodes.Status206PartialContent)
            .ProducesProblem(StatusCodes.Status416RangeNotSatisfiable);
        job.MapGet("/artifacts", ArtifactAsync).WithSummary("A file that a job left, by its path.")
            .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream");
    }

    private static async Task<IResult> LogsAsync(
        string id, string job, HttpContext context, PipelineReader reader, int attempt = 0, int offset = 0)
    {
        if (attempt < 0 || offset < 0)
        {
            throw new WebException(StatusCodes.Status400BadRequest, "attempt, offset: expected numbers from 0.");
        }

        var pipeline = Caller.Session(context, id);
        var progress = await reader.JobAsync(pipeline, job, context.RequestAborted);
        var number = attempt > 0 ? attempt : progress.Attempt;
        var log = await reader.LogAsync(pipeline, job, number, context.RequestAborted)
            ?? throw new WebException(
                StatusCodes.Status404NotFound, $"Attempt {number} of '{job}' has written nothing yet: it is {progress.State}.");
        context.Response.Headers[AttemptHeader] = number.ToString(CultureInfo.InvariantCulture);
        context.Response.Headers.CacheControl = "private, no-cache";
        return TypedResults.Bytes(
            log[Math.Min(offset, log.Length)..], "text/plain; charset=utf-8", enableRangeProcessing: offset == 0);
    }

    internal static async Task<IReadOnlyList<LogLine>> SearchAsync(
        string id, string search, HttpContext context, PipelineReader reader, string? job = null)
    {
        var pipeline = Caller.Session(context, id);
        if (search.Length == 0)
        {
            throw new WebException(StatusCodes.Status400BadRequest, "search: expected words to look for.");
        }

        return await new LogSearch(reader).FindAsync(pipeline, search, job, context.RequestAborted).ToListAsync(context.RequestAborted);
    }

    private static async Task<IResult> ArtifactAsync(
        string id, string job, string path, HttpContext context, PipelineReader reader, IObjectStore store, int attempt = 0)
    {
        var pipeline = Caller.Session(context, id);
        var progress = await reader.JobAsync(pipeline, job, context.RequestAborted);
        var record = await reader.RecordAsync(pipeline, job, attempt > 0 ? attempt : progress.Attempt, context.RequestAborted);
        var artifact = record?.Artifacts.FirstOrDefault(each => each.Path == path) ?? throw new WebException(
            StatusCodes.Status404NotFound, $"'{job}' left no such file; GET /api/pipelines/{id} lists what there is.");
        var content = await store.ReadIfThereAsync(new PipelineLayout(pipeline).Artifact(artifact.Sha256), context.RequestAborted)
            ?? throw new WebException(StatusCodes.Status404NotFound, "The file is not in the object store any more.");

        // Whatever a job wrote, a browser keeps it as a file and does not open it as a page of this server.
        return TypedResults.Bytes(
            content, "application/octet-stream", Path.GetFileName(path), enableRangeProcessing: true,
            entityTag: new($"\"{artifact.Sha256}\""));
    }
}
