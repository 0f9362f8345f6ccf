using System.ComponentModel;
using Microsoft.AspNetCore.Http;
using ModelContextProtocol.Server;
using TemporalVideo.Web.Access;
using TemporalVideo.Web.Api;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Web.Mcp;

/// <summary>What a language model may say to sessions and change of them, with the rights of the key that it calls with.</summary>
/// <param name="words">Takes what is said to sessions that run.</param>
/// <param name="forking">Changes what is finished.</param>
/// <param name="starts">Counts what is started.</param>
/// <param name="accessor">The request that a tool is called in.</param>
[McpServerToolType]
internal sealed class ReviewTools(SessionWords words, Forking forking, ToolStarts starts, IHttpContextAccessor accessor)
{
    private HttpContext Context => accessor.HttpContext!;

    [McpServerTool(Name = "review")]
    [Description("Approves the story or the scenes of a session that waits, as they are or with edits of the story; sends them back with "
        + "feedback; or shows another take of a scene.")]
    public Task<string> ReviewAsync(
        string session,
        [Description("story or scenes")] string subject,
        [Description("The version that was looked at; 'follow' tells it.")] string version,
        [Description("What is to be changed; null approves.")] string? feedback = null,
        [Description("Of the scenes: the segment that feedback or take mean, such as s02; null for all.")] string? segment = null,
        [Description("Of the scenes: the number of the take that the segment is to show; 'takes' lists them.")] int? take = null,
        [Description("Of the story: segments as they are to be said; it is approved with them.")]
        IReadOnlyList<SegmentEdit>? edits = null) => ToolErrors.OwnAsync(async () =>
    {
        var key = Caller.Session(Context, session);
        if (!Enum.TryParse<ReviewSubject>(subject, ignoreCase: true, out var named) || !Enum.IsDefined(named))
        {
            throw new WebException(StatusCodes.Status400BadRequest, "subject: expected story or scenes.");
        }

        var review = new Review
        {
            Subject = named,
            Version = version,
            Feedback = feedback,
            SegmentId = segment,
            Take = take,
            Edits = edits ?? [],
        };
        await words.ReviewAsync(key, review, Context.RequestAborted);
        return review.Approves ? "Approved." : take is null ? "Sent back for revision." : $"{segment} shows take {take}.";
    });

    [McpServerTool(Name = "decide")]
    [Description("Says what is done with steps that have failed and wait; 'follow' lists them with the choices that each has.")]
    public Task<string> DecideAsync(string session, Decision decision) => ToolErrors.OwnAsync(async () =>
    {
        await words.DecideAsync(Caller.Session(Context, session), decision, Context.RequestAborted);
        return "Taken.";
    });

    [McpServerTool(Name = "cancel", Destructive = true)]
    [Description("Asks a session to stop; what is made stays.")]
    public Task<string> CancelAsync(string session) => ToolErrors.OwnAsync(async () =>
    {
        await words.CancelAsync(Caller.Session(Context, session), Context.RequestAborted);
        return "It was asked to stop.";
    });

    [McpServerTool(Name = "edit")]
    [Description("Changes a session that has ended, in a new one: only what the changes concern is made again.")]
    public Task<ForkAnswer> EditAsync(
        string session,
        [Description("What is changed, in order; see the kinds of change. None with 'from'.")]
        IReadOnlyList<StoryChange>? changes = null,
        [Description("Only say what would be made again and what it costs.")] bool quoteOnly = true,
        [Description("From which step on everything is made again; null: only what the changes concern.")] ForkStep? from = null,
        [Description("Whether story and scenes wait for a review.")] bool interactive = false,
        [Description("The most it may cost, in US dollars.")] decimal? costLimit = null,
        [Description("Any words of yours: calls with the same ones start one session, not two.")] string? idempotencyKey = null) =>
        ToolErrors.OwnAsync(() =>
    {
        var order = new ForkRequest(from, changes, interactive, costLimit).Order();
        var (key, once) = (Caller.Session(Context, session), IdempotencyKey.Of(idempotencyKey));
        if (quoteOnly)
        {
            return forking.QuoteAsync(key, order, Context.RequestAborted);
        }

        starts.Count(key.UserId);
        return forking.StartAsync(key, order, once, Context.RequestAborted);
    });
}
