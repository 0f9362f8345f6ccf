using System.ComponentModel;
using Microsoft.AspNetCore.Http;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Temporalio.Client;
using TemporalVideo.Sessions;
using TemporalVideo.Sessions.Takes;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Storage.Records.Generations;
using TemporalVideo.Web.Access;
using TemporalVideo.Web.Api;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Web.Mcp;

/// <summary>How a language model looks at sessions, with the rights of the key that it calls with.</summary>
/// <param name="reads">Looks at sessions.</param>
/// <param name="takes">Knows the takes of segments.</param>
/// <param name="stills">Knows the pictures of scenes.</param>
/// <param name="links">Makes links to files.</param>
/// <param name="accessor">The request that a tool is called in.</param>
[McpServerToolType]
internal sealed class SessionTools(
    SessionReads reads, SessionTakes takes, SceneStills stills, SignedLinks links, IHttpContextAccessor accessor)
{
    private const int StillWidth = 640;

    private HttpContext Context => accessor.HttpContext!;

    [McpServerTool(Name = "sessions", ReadOnly = true)]
    [Description("Your sessions, those that run first, then the last that have ended.")]
    public Task<IReadOnlyList<SessionRow>> ListAsync(
        ITemporalClient client,
        IGenerations generations,
        [Description("Part of a title or session id; null for all.")] string? search = null,
        [Description("Running, Finished, FinishedByFallback, Failed or Cancelled; null for all.")] string? outcome = null,
        [Description("Only those that wait for a review or a decision.")] bool waiting = false,
        [Description("Only those behind a session, by its place, for the next page.")] string? before = null,
        [Description("At most so many, up to 200.")] int limit = 20) => ToolErrors.OwnAsync(() => SessionList.ReadAsync(
            client, generations, Caller.Of(Context), new SessionFilter(search, outcome, waiting, before), limit, Context.RequestAborted));

    [McpServerTool(Name = "follow", ReadOnly = true)]
    [Description("Where a session stands, what it waits for and costs, and its status messages behind a number.")]
    public Task<FollowAnswer> FollowAsync(string session, [Description("The last number that was seen; 0 for all.")] int after = 0) =>
        ToolErrors.OwnAsync(async () =>
        {
            var key = Caller.Session(Context, session);
            var state = await reads.StateAsync(key, Context.RequestAborted);
            var story = state.WaitingFor is null ? null : await reads.StoryAsync(key, Context.RequestAborted);
            return new FollowAnswer(
                state.Title, state.Stage, state.Outcome, state.WaitingFor, story?.Version, state.Parked ?? [],
                (await reads.CostAsync(key, Context.RequestAborted)).Line,
                await reads.StatusesAsync(key, after, Context.RequestAborted));
        });

    [McpServerTool(Name = "story", ReadOnly = true)]
    [Description("The story of a session, segment by segment, with the ids that 'review' and 'edit' name, and its version.")]
    public Task<StoryAnswer> StoryAsync(string session) => ToolErrors.OwnAsync(async () =>
        await reads.StoryAsync(Caller.Session(Context, session), Context.RequestAborted)
            ?? throw new WebException(StatusCodes.Status404NotFound, "There is no story yet: 'follow' tells how far it is."));

    [McpServerTool(Name = "takes", ReadOnly = true)]
    [Description("The takes that there are of a segment; 'review' or 'edit' chooses one by its number, 'edit' makes another.")]
    public Task<TakesOfSegment> TakesAsync(string session, [Description("Id of the segment, such as s02.")] string segment) =>
        ToolErrors.OwnAsync(async () =>
            await takes.OfAsync(Caller.Session(Context, session), segment, Context.RequestAborted)
                ?? throw new WebException(StatusCodes.Status404NotFound, $"There is no segment '{segment}' in its storyboard."));

    [McpServerTool(Name = "still", ReadOnly = true)]
    [Description("The picture of a segment's scene.")]
    public Task<ImageContentBlock> StillAsync(
        string session,
        [Description("Id of the segment, such as s02.")] string segment,
        [Description("The number of a take; null for the one that is shown.")] int? take = null) => ToolErrors.OwnAsync(async () =>
    {
        var key = Caller.Session(Context, session);
        return SessionKey.IsValidId(segment) && await stills.FindAsync(key, segment, take, Context.RequestAborted) is { } scene
            ? ImageContentBlock.FromBytes(await stills.ReadAsync(scene.Key, StillWidth, Context.RequestAborted), "image/jpeg")
            : throw new WebException(StatusCodes.Status404NotFound, $"There is no such picture of '{segment}', or it is not drawn yet.");
    });

    [McpServerTool(Name = "fetch", ReadOnly = true)]
    [Description("A link to a session's finished video, or to its subtitles, good for an hour.")]
    public Task<string> FetchAsync(
        IObjectStore store, string session, [Description("video, srt or vtt")] string what = "video") => ToolErrors.OwnAsync(async () =>
    {
        var state = await reads.StateAsync(Caller.Session(Context, session), Context.RequestAborted);
        var video = state.VideoKey
            ?? throw new WebException(StatusCodes.Status404NotFound, "There is no video yet: 'follow' tells how far it is.");
        var key = what switch
        {
            "video" => video,
            "srt" or "vtt" => Path.ChangeExtension(video, what),
            _ => throw new WebException(StatusCodes.Status400BadRequest, "what: expected video, srt or vtt."),
        };
        return what == "video" || await store.FindAsync(key, Context.RequestAborted) is not null
            ? $"{Context.Request.Scheme}://{Context.Request.Host}{links.To(key)}"
            : throw new WebException(StatusCodes.Status404NotFound, $"This video has no {what} file.");
    });
}

/// <summary>Where a session stands.</summary>
/// <param name="Title">Title of its story; null before there is one.</param>
/// <param name="Stage">How far it has come.</param>
/// <param name="Outcome">How it ended, or that it has not.</param>
/// <param name="WaitingFor">What is to be approved; null for nothing.</param>
/// <param name="Version">What an approval names.</param>
/// <param name="Parked">Steps that have failed and wait for 'decide', with the choices that there are.</param>
/// <param name="Cost">The costs in one line.</param>
/// <param name="Statuses">The messages.</param>
internal sealed record FollowAnswer(
    string? Title, VideoStage Stage, VideoOutcome Outcome, ReviewSubject? WaitingFor, string? Version, IReadOnlyList<ParkedStep> Parked,
    string Cost, IReadOnlyList<StatusMessage> Statuses);
