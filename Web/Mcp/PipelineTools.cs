using System.ComponentModel;
using Microsoft.AspNetCore.Http;
using ModelContextProtocol.Server;
using TemporalVideo.Sessions.Jobs;
using TemporalVideo.Storage.Records.Jobs;
using TemporalVideo.Web.Access;
using TemporalVideo.Web.Api;
using TemporalVideo.Web.Pipelines;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Web.Mcp;

/// <summary>What a language model may do with pipelines of jobs, with the rights of the key that it calls with.</summary>
/// <param name="orders">Starts them and takes words.</param>
/// <param name="reader">Looks at them.</param>
/// <param name="shelf">The templates.</param>
/// <param name="tables">The list.</param>
/// <param name="starts">Counts what is started.</param>
/// <param name="accessor">The request that a tool is called in.</param>
[McpServerToolType]
internal sealed class PipelineTools(
    PipelineOrders orders, PipelineReader reader, TemplateShelf shelf, IPipelineTables tables, ToolStarts starts,
    IHttpContextAccessor accessor)
{
    private HttpContext Context => accessor.HttpContext!;

    [McpServerTool(Name = "pipeline_templates", ReadOnly = true)]
    [Description("The templates that pipelines are made from, their jobs and parameters.")]
    public Task<IReadOnlyList<TemplateAnswer>> TemplatesAsync() => ToolErrors.OwnAsync<IReadOnlyList<TemplateAnswer>>(async () =>
    {
        Caller.Of(Context);
        return [.. (await shelf.ListAsync(Context.RequestAborted)).Select(TemplateAnswer.Of)];
    });

    [McpServerTool(Name = "pipelines", ReadOnly = true)]
    [Description("Your pipelines, newest first.")]
    public Task<PipelinePage> ListAsync(
        [Description("At most so many, up to 200.")] int limit = 20,
        [Description("Only those begun before, as the last of the page before says.")] DateTimeOffset? before = null) =>
        ToolErrors.OwnAsync(() => PipelineEndpoints.ListAsync(Context, tables, limit, before));

    [McpServerTool(Name = "pipeline_start")]
    [Description("Starts a pipeline of jobs and returns its id at once. An unknown template is answered with those there are.")]
    public Task<StartedPipeline> StartAsync(
        string template,
        [Description("What is asked for; every job finds it.")] string prompt = "",
        [Description("Values of the template's parameters, by name.")] IReadOnlyDictionary<string, string>? parameters = null,
        [Description("Any words of yours: calls with the same ones start one pipeline, not two.")] string? idempotencyKey = null) =>
        ToolErrors.OwnAsync(() =>
        {
            var user = Caller.Of(Context).UserId;
            starts.Count(user);
            return orders.StartAsync(
                user, new PipelineOrderRequest(template, prompt, parameters), IdempotencyKey.Of(idempotencyKey), Context.RequestAborted);
        });

    [McpServerTool(Name = "pipeline_follow", ReadOnly = true)]
    [Description("Where a pipeline and its jobs stand, and why.")]
    public Task<PipelineStatus> FollowAsync(string pipeline) => ToolErrors.OwnAsync(async () =>
        PipelineStatus.Of(await reader.StateAsync(Caller.Session(Context, pipeline), Context.RequestAborted)));

    [McpServerTool(Name = "pipeline_approve")]
    [Description("Gives a person's word on a job that waits for it.")]
    public Task<string> ApproveAsync(
        string pipeline, string job, [Description("Whether it may go on.")] bool approves, string? comment = null) =>
        ToolErrors.OwnAsync(async () =>
        {
            var word = new JobApproval(job, Caller.Of(Context).UserId, approves, comment);
            await orders.ApproveAsync(Caller.Session(Context, pipeline), word, Context.RequestAborted);
            return approves ? "Approved." : "Rejected.";
        });

    [McpServerTool(Name = "pipeline_logs", ReadOnly = true)]
    [Description("The lines with some words in what the jobs of a pipeline have written, of all attempts; a thousand at most.")]
    public Task<IReadOnlyList<LogLine>> LogsAsync(
        string pipeline,
        [Description("Words to look for.")] string search,
        [Description("Of which job; null for all.")] string? job = null) =>
        ToolErrors.OwnAsync(() => JobEndpoints.SearchAsync(pipeline, search, Context, reader, job));

    [McpServerTool(Name = "pipeline_rerun")]
    [Description("Runs again what did not complete, a job and all that needs it, or all with other values of parameters.")]
    public Task<string> RerunAsync(
        string pipeline,
        [Description("The job to begin from; null for what did not complete.")] string? from = null,
        [Description("Other values of the template's parameters, by name.")] IReadOnlyDictionary<string, string>? parameters = null) =>
        ToolErrors.OwnAsync(async () =>
        {
            var key = Caller.Session(Context, pipeline);
            starts.Count(key.UserId);
            await orders.RerunAsync(key, new RerunRequest(from, parameters), Context.RequestAborted);
            return "It runs again.";
        });

    [McpServerTool(Name = "pipeline_cancel", Destructive = true)]
    [Description("Stops a pipeline: what runs is killed, the rest is not begun.")]
    public Task<string> CancelAsync(string pipeline) => ToolErrors.OwnAsync(async () =>
    {
        await orders.CancelAsync(Caller.Session(Context, pipeline), Context.RequestAborted);
        return "It was asked to stop.";
    });
}
