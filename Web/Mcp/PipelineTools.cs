using System.ComponentModel;
using Microsoft.AspNetCore.Http;
using ModelContextProtocol.Server;
using TemporalVideo.Sessions.Jobs;
using TemporalVideo.Web.Access;
using TemporalVideo.Web.Pipelines;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Web.Mcp;

/// <summary>What a language model may do with pipelines of jobs, with the rights of the key that it calls with.</summary>
/// <param name="orders">Starts them and takes words.</param>
/// <param name="reader">Looks at them.</param>
/// <param name="accessor">The request that a tool is called in.</param>
[McpServerToolType]
internal sealed class PipelineTools(PipelineOrders orders, PipelineReader reader, IHttpContextAccessor accessor)
{
    private HttpContext Context => accessor.HttpContext!;

    [McpServerTool(Name = "pipeline_start")]
    [Description("Starts a pipeline of jobs and returns its id at once. An unknown template is answered with those there are.")]
    public Task<StartedPipeline> StartAsync(
        string template,
        [Description("What is asked for; every job finds it.")] string prompt = "",
        [Description("Values of the template's parameters, by name.")] IReadOnlyDictionary<string, string>? parameters = null) =>
        ToolErrors.ToldAsync(() => orders.StartAsync(
            Caller.Of(Context).UserId, new PipelineOrderRequest(template, prompt, parameters), null, Context.RequestAborted));

    [McpServerTool(Name = "pipeline_follow", ReadOnly = true)]
    [Description("Where a pipeline and its jobs stand, and why.")]
    public Task<PipelineStatus> FollowAsync(string pipeline) => ToolErrors.ToldAsync(async () =>
        PipelineStatus.Of(await reader.StateAsync(Caller.Session(Context, pipeline), Context.RequestAborted)));

    [McpServerTool(Name = "pipeline_approve")]
    [Description("Gives a person's word on a job that waits for it.")]
    public Task<string> ApproveAsync(
        string pipeline, string job, [Description("Whether it may go on.")] bool approves, string? comment = null) =>
        ToolErrors.ToldAsync(async () =>
        {
            var word = new JobApproval(job, Caller.Of(Context).UserId, approves, comment);
            await orders.ApproveAsync(Caller.Session(Context, pipeline), word, Context.RequestAborted);
            return approves ? "Approved." : "Rejected.";
        });
}
