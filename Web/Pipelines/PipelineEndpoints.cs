using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using TemporalVideo.Sessions.Jobs;
using TemporalVideo.Storage.Records.Jobs;
using TemporalVideo.Web.Access;
using TemporalVideo.Web.Api;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Web.Pipelines;

/// <summary>Pipelines of jobs: templates, start, list, look at, approve, run again, cancel (R-D9).</summary>
internal static class PipelineEndpoints
{
    private const int Longest = 200;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api").ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        api.MapGet("/pipelines", ListAsync).WithSummary("Your pipelines, newest first; 'next' is the address of the next page.");
        api.MapPost("/pipelines", StartAsync).WithSummary("Starts a pipeline; Idempotency-Key makes a repeated call the same one.")
            .RequireRateLimiting(WebServer.Starts).ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
        var one = api.MapGroup("/pipelines/{id}").ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        one.MapGet("", FindAsync).WithSummary("A pipeline: its jobs, where they stand and why, what they left and who used it.");
        one.MapGet("/status", StatusAsync).WithSummary("Where a pipeline and its jobs stand.");
        var words = one.MapGroup("").ProducesProblem(StatusCodes.Status409Conflict);
        words.MapPost("/rerun", RerunAsync).WithSummary("Runs again what did not complete, or a job and all that needs it.")
            .RequireRateLimiting(WebServer.Starts).ProducesProblem(StatusCodes.Status429TooManyRequests);
        words.MapPost("/approve", ApproveAsync).WithSummary("Gives your word on a job that waits for it.");
        words.MapPost("/cancel", CancelAsync).WithSummary("Stops it: what runs is killed, the rest is not begun.");
    }

    internal static async Task<PipelinePage> ListAsync(
        HttpContext context, IPipelineTables tables, int limit = 50, DateTimeOffset? before = null)
    {
        if (limit is < 1 or > Longest)
        {
            throw new WebException(StatusCodes.Status400BadRequest, $"limit: expected 1 to {Longest}.");
        }

        var caller = Caller.Of(context);
        var rows = await tables.ListAsync(
            caller.IsLocal ? null : caller.UserId, limit + 1, context.RequestAborted, before?.UtcDateTime);
        var next = rows.Count > limit
            ? $"/api/pipelines?limit={limit}&before={rows[limit - 1].CreatedAt:yyyy-MM-ddTHH:mm:ss.ffffffZ}"
            : null;
        return new PipelinePage([.. rows.Take(limit).Select(PipelineItem.Of)], next);
    }

    private static Task<StartedPipeline> StartAsync(PipelineOrderRequest order, HttpContext context, PipelineOrders orders) =>
        orders.StartAsync(Caller.Of(context).UserId, order, IdempotencyKey.Of(context), context.RequestAborted);

    private static async Task<PipelineAnswer> FindAsync(
        string id, HttpContext context, PipelineReader reader, IPipelineTables tables, WebOptions options)
    {
        var pipeline = Caller.Session(context, id);
        var state = await reader.StateAsync(pipeline, context.RequestAborted);
        var rows = await tables.FindAsync(pipeline, context.RequestAborted);
        var used = rows?.Consumptions.ToLookup(each => (each.SourceJob, each.SourceAttempt, each.Path), each => each.JobId);
        return new PipelineAnswer(
            PipelineStatus.Of(state), state.Nodes, rows?.Pipeline.OriginalPrompt, rows?.Pipeline.Parameters, rows?.Pipeline.Error,
            [.. (rows?.Artifacts ?? []).Select(each => new ArtifactAnswer(
                each.JobId, each.Attempt, each.Path, each.Type, each.Sha256, each.Bytes,
                [.. used![(each.JobId, each.Attempt, each.Path)].Distinct()]))],
            options.RunAddress?.Invoke(JobPipelineId.Of(pipeline)));
    }

    private static async Task<PipelineStatus> StatusAsync(string id, HttpContext context, PipelineReader reader) =>
        PipelineStatus.Of(await reader.StateAsync(Caller.Session(context, id), context.RequestAborted));

    private static async Task<Accepted> RerunAsync(string id, RerunRequest again, HttpContext context, PipelineOrders orders)
    {
        await orders.RerunAsync(Caller.Session(context, id), again, context.RequestAborted);
        return TypedResults.Accepted($"/api/pipelines/{id}/status");
    }

    private static async Task<NoContent> ApproveAsync(string id, ApprovalRequest word, HttpContext context, PipelineOrders orders)
    {
        var pipeline = Caller.Session(context, id);
        var approval = new JobApproval(word.Job ?? "", Caller.Of(context).UserId, word.Approves, word.Comment);
        await orders.ApproveAsync(pipeline, approval, context.RequestAborted);
        return TypedResults.NoContent();
    }

    private static async Task<Accepted> CancelAsync(string id, HttpContext context, PipelineOrders orders)
    {
        await orders.CancelAsync(Caller.Session(context, id), context.RequestAborted);
        return TypedResults.Accepted((string?)null);
    }
}
