using System.ComponentModel;
using Microsoft.AspNetCore.Http;
using ModelContextProtocol.Server;
using TemporalVideo.Sessions.Forks;
using TemporalVideo.Sessions.Takes;
using TemporalVideo.Web.Access;
using TemporalVideo.Web.Api;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Web.Mcp;

/// <summary>What a language model may do here (Model Context Protocol), with the rights of the key that it calls with.</summary>
/// <param name="orders">Plans and starts.</param>
/// <param name="forking">Changes what is finished.</param>
/// <param name="takes">Knows the takes of segments.</param>
/// <param name="reads">Looks at sessions.</param>
/// <param name="links">Makes links to videos.</param>
/// <param name="accessor">The request that a tool is called in.</param>
[McpServerToolType]
internal sealed class VideoTools(
    Orders orders, Forking forking, SessionTakes takes, SessionReads reads, SignedLinks links, IHttpContextAccessor accessor)
{
    private HttpContext Context => accessor.HttpContext!;

    [McpServerTool(Name = "quote", ReadOnly = true)]
    [Description("What a video of a lesson would say, leave out and cost. Starts nothing.")]
    public Task<QuoteAnswer> QuoteAsync([Description("A lesson in Markdown, or a topic in one line.")] string lesson) =>
        ToolErrors.ToldAsync(async () =>
    {
        var plan = await orders.PlanAsync(Caller.Of(Context).UserId, new VideoOrder(lesson), Context.RequestAborted);
        return new QuoteAnswer(
            plan.Story.Title, Math.Round(plan.Story.Duration, 1), [.. plan.Story.Segments.Select(segment => segment.Narration)],
            [.. plan.Story.NotInVideo.Select(item => $"line {item.Line}: {item.What}: {item.Because}")], plan.Quote.Low, plan.Quote.High);
    });

    [McpServerTool(Name = "make")]
    [Description("Starts a video of a lesson and returns its session at once.")]
    public Task<StartedAnswer> MakeAsync(
        [Description("A lesson in Markdown, or a topic in one line.")] string lesson,
        [Description("Wanted length in seconds, 15 to 600; null for all of the lesson.")] double? seconds = null,
        [Description("16:9, 9:16 or 1:1; null as the lesson says.")] string? size = null,
        [Description("Whether story and scenes wait for a review.")] bool interactive = false,
        [Description("The most it may cost, in US dollars.")] decimal? costLimit = null) => ToolErrors.ToldAsync(async () =>
    {
        var order = new VideoOrder(lesson, seconds, size, Interactive: interactive, CostLimit: costLimit);
        var started = await orders.StartAsync(Caller.Of(Context).UserId, order, null, Context.RequestAborted);
        return new StartedAnswer(started.Session.SessionId, started.Session.UserId, started.Resumed);
    });

    [McpServerTool(Name = "follow", ReadOnly = true)]
    [Description("Where a session stands, and its status messages behind a number.")]
    public Task<FollowAnswer> FollowAsync(string session, [Description("The last number that was seen; 0 for all.")] int after = 0) =>
        ToolErrors.ToldAsync(async () =>
        {
            var key = Caller.Session(Context, session);
            var state = await reads.StateAsync(key, Context.RequestAborted);
            var story = state.WaitingFor is null ? null : await reads.StoryAsync(key, Context.RequestAborted);
            return new FollowAnswer(
                state.Stage, state.Outcome, state.WaitingFor, story?.Version,
                await reads.StatusesAsync(key, after, Context.RequestAborted));
        });

    [McpServerTool(Name = "review")]
    [Description("Approves the story or the scenes of a session that waits, or sends them back with feedback.")]
    public Task<string> ReviewAsync(
        string session,
        [Description("story or scenes")] string subject,
        [Description("The version that was looked at; 'follow' tells it.")] string version,
        [Description("What is to be changed; null approves.")] string? feedback = null) => ToolErrors.ToldAsync(async () =>
    {
        var key = Caller.Session(Context, session);
        if (!Enum.TryParse<ReviewSubject>(subject, ignoreCase: true, out var named))
        {
            throw new WebException(StatusCodes.Status400BadRequest, "subject: expected story or scenes.");
        }

        var review = new Review { Subject = named, Version = version, Feedback = feedback };
        await reads.Handle(key).ExecuteUpdateAsync(workflow => workflow.ReviewAsync(review));
        return review.Approves ? "Approved." : "Sent back for revision.";
    });

    [McpServerTool(Name = "edit")]
    [Description("Changes a session that has ended, in a new one: only what the changes concern is made again.")]
    public Task<ForkAnswer> EditAsync(
        string session,
        [Description("What is changed, in order; see the kinds of change.")] IReadOnlyList<StoryChange> changes,
        [Description("Only say what would be made again and what it costs.")] bool quoteOnly = true) => ToolErrors.ToldAsync(() =>
    {
        var (key, order) = (Caller.Session(Context, session), new ForkOrder { Changes = changes });
        return quoteOnly
            ? forking.QuoteAsync(key, order, Context.RequestAborted)
            : forking.StartAsync(key, order, null, Context.RequestAborted);
    });

    [McpServerTool(Name = "takes", ReadOnly = true)]
    [Description("The takes that there are of a segment; 'edit' with the change 'take' chooses one by its number, or makes another.")]
    public Task<TakesOfSegment> TakesAsync(string session, [Description("Id of the segment, such as s02.")] string segment) =>
        ToolErrors.ToldAsync(async () =>
            await takes.OfAsync(Caller.Session(Context, session), segment, Context.RequestAborted)
                ?? throw new WebException(StatusCodes.Status404NotFound, $"There is no segment '{segment}' in its storyboard."));

    [McpServerTool(Name = "fetch", ReadOnly = true)]
    [Description("A link to a session's finished video, good for an hour.")]
    public Task<string> FetchAsync(string session) => ToolErrors.ToldAsync(async () =>
    {
        var state = await reads.StateAsync(Caller.Session(Context, session), Context.RequestAborted);
        return state.VideoKey is { } video
            ? $"{Context.Request.Scheme}://{Context.Request.Host}{links.To(video)}"
            : throw new WebException(StatusCodes.Status404NotFound, "There is no video yet: 'follow' tells how far it is.");
    });
}

/// <summary>What a video would be.</summary>
internal sealed record QuoteAnswer(
    string Title, double Seconds, IReadOnlyList<string> Said, IReadOnlyList<string> NotInVideo, decimal CostLow, decimal CostHigh);

/// <summary>Where a session stands.</summary>
internal sealed record FollowAnswer(
    VideoStage Stage, VideoOutcome Outcome, ReviewSubject? WaitingFor, string? Version, IReadOnlyList<StatusMessage> Statuses);
