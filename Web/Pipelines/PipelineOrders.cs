using Microsoft.AspNetCore.Http;
using Temporalio.Client;
using Temporalio.Exceptions;
using TemporalVideo.Hosting.Configuration;
using TemporalVideo.Hosting.Configuration.Jobs;
using TemporalVideo.Sessions;
using TemporalVideo.Sessions.Jobs;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Web.Api;
using TemporalVideo.Workflows;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Web.Pipelines;

/// <summary>Starts pipelines and gives them what people say, for the page, the API and MCP: the command line's path.</summary>
/// <param name="client">Of the namespace.</param>
/// <param name="configuration">Says what videos are made by.</param>
/// <param name="templates">The templates.</param>
/// <param name="store">Of the workers.</param>
/// <param name="reader">Reads where pipelines stand.</param>
internal sealed class PipelineOrders(
    ITemporalClient client, ProductConfiguration configuration, TemplateShelf templates, IObjectStore store, PipelineReader reader)
{
    private const int LongestPrompt = 20_000;

    /// <summary>Starts a pipeline, or finds the one of its idempotency key.</summary>
    public async Task<StartedPipeline> StartAsync(
        string user, PipelineOrderRequest order, string? idempotencyKey, CancellationToken cancellationToken)
    {
        var template = await FindAsync(order.Template ?? "", cancellationToken);
        if (order.Prompt?.Length > LongestPrompt)
        {
            throw new WebException(StatusCodes.Status400BadRequest, $"prompt: expected at most {LongestPrompt} characters.");
        }

        var once = Orders.SessionOf(user, idempotencyKey);
        var key = once ?? KeyOf(user, order.Id) ?? new(user, SessionSlug.New(template.Name));
        if (await ExistsAsync(key, cancellationToken))
        {
            return once is not null ? new StartedPipeline(key.SessionId, user, Resumed: true) : throw new WebException(
                StatusCodes.Status409Conflict, $"There is a pipeline '{key.SessionId}' already. Run it again, or take another id.");
        }

        var wish = new PipelineWish(order.Prompt ?? "", order.Parameters ?? new Dictionary<string, string>());
        var input = await PipelineStarter.OrderAsync(store, configuration, key, template, wish, cancellationToken);
        try
        {
            await PipelineStarter.StartAsync(client, configuration.Engine.LightTaskQueue, input, cancellationToken);
            return new StartedPipeline(key.SessionId, user, Resumed: false);
        }
        catch (WorkflowAlreadyStartedException) when (once is not null)
        {
            return new StartedPipeline(key.SessionId, user, Resumed: true);
        }
    }

    /// <summary>Runs again what did not complete, a job and all that needs it, or all with other values.</summary>
    public async Task RerunAsync(SessionKey pipeline, RerunRequest again, CancellationToken cancellationToken)
    {
        var change = new PipelineWish("", again.Parameters ?? new Dictionary<string, string>());
        var input = await PipelineRerun.OrderAsync(reader, store, configuration, pipeline, again.From, change, cancellationToken);
        await PipelineStarter.StartAsync(client, configuration.Engine.LightTaskQueue, input, cancellationToken);
    }

    /// <summary>Gives a person's word on a job that waits for it.</summary>
    /// <exception cref="WorkflowUpdateFailedException">It does not fit; the message says why.</exception>
    public async Task ApproveAsync(SessionKey pipeline, JobApproval word, CancellationToken cancellationToken)
    {
        await RunningRun.RequireAsync(Handle(pipeline), "pipeline", cancellationToken);
        var rpc = new RpcOptions { CancellationToken = cancellationToken, Timeout = NoWorker.Patience };
        await Handle(pipeline).ExecuteUpdateAsync(
            workflow => workflow.ApproveAsync(word), new WorkflowUpdateOptions { Rpc = rpc });
    }

    /// <summary>Asks a pipeline to stop.</summary>
    public async Task CancelAsync(SessionKey pipeline, CancellationToken cancellationToken)
    {
        await RunningRun.RequireAsync(Handle(pipeline), "pipeline", cancellationToken);
        await Handle(pipeline).CancelAsync(new WorkflowCancelOptions { Rpc = new() { CancellationToken = cancellationToken } });
    }

    private static SessionKey? KeyOf(string user, string? id) => string.IsNullOrEmpty(id) ? null
        : SessionKey.IsValidId(id) ? new SessionKey(user, id)
        : throw new WebException(
            StatusCodes.Status400BadRequest, "id: expected 1 to 64 letters, digits, '.', '_' or '-', beginning with a letter or digit.");

    private async Task<JobTemplate> FindAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return (await templates.RequireAsync(name, cancellationToken)).Template;
        }
        catch (KeyNotFoundException missing)
        {
            throw new WebException(StatusCodes.Status422UnprocessableEntity, missing.Message);
        }
    }

    private WorkflowHandle<JobPipelineWorkflow> Handle(SessionKey pipeline) =>
        client.GetWorkflowHandle<JobPipelineWorkflow>(JobPipelineId.Of(pipeline));

    private async Task<bool> ExistsAsync(SessionKey pipeline, CancellationToken cancellationToken)
    {
        try
        {
            await Handle(pipeline).DescribeAsync(new() { Rpc = new RpcOptions { CancellationToken = cancellationToken } });
            return true;
        }
        catch (RpcException missing) when (missing.Code == RpcException.StatusCode.NotFound)
        {
            return false;
        }
    }
}
