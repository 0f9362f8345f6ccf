using System.ComponentModel;
using Microsoft.AspNetCore.Http;
using ModelContextProtocol.Server;
using TemporalVideo.Sessions;
using TemporalVideo.Web.Access;
using TemporalVideo.Web.Api;
using TemporalVideo.Web.Uploads;

namespace TemporalVideo.Web.Mcp;

/// <summary>What a language model may order here (Model Context Protocol), with the rights of the key that it calls with.</summary>
/// <param name="orders">Plans and starts.</param>
/// <param name="plans">Knows the voices.</param>
/// <param name="uploads">Keeps what is brought.</param>
/// <param name="starts">Counts what is started.</param>
/// <param name="accessor">The request that a tool is called in.</param>
[McpServerToolType]
internal sealed class OrderTools(
    Orders orders, LessonPlans plans, UserUploads uploads, ToolStarts starts, IHttpContextAccessor accessor)
{
    private const string LessonWords = "A lesson in Markdown, or a topic in one line.";
    private const string SecondsWords = "Wanted length in seconds, 15 to 600; null for all of the lesson.";
    private const string SizeWords = "16:9, 9:16 or 1:1; null as the lesson says.";
    private const string LimitWords = "The most it may cost, in US dollars.";

    private HttpContext Context => accessor.HttpContext!;

    [McpServerTool(Name = "quote", ReadOnly = true)]
    [Description("What a video of a lesson would say, leave out and cost. Starts nothing.")]
    public Task<QuoteAnswer> QuoteAsync(
        [Description(LessonWords)] string lesson,
        [Description(SecondsWords)] double? seconds = null,
        [Description(SizeWords)] string? size = null,
        [Description(LimitWords)] decimal? costLimit = null,
        OrderWishes? wishes = null) => ToolErrors.OwnAsync(async () =>
    {
        var order = (wishes ?? new()).Of(lesson) with { Seconds = seconds, Size = size, CostLimit = costLimit };
        var plan = await orders.PlanAsync(Caller.Of(Context).UserId, order, Context.RequestAborted);
        return new QuoteAnswer(
            plan.Story.Title, Math.Round(plan.Story.Duration, 1), [.. plan.Story.Segments.Select(segment => segment.Narration)],
            [.. plan.Story.NotInVideo.Select(item => $"line {item.Line}: {item.What}: {item.Because}")], plan.Quote.Low, plan.Quote.High,
            plan.Voice, plan.Warnings);
    });

    [McpServerTool(Name = "make")]
    [Description("Starts a video of a lesson and returns its session at once.")]
    public Task<StartedAnswer> MakeAsync(
        [Description(LessonWords)] string lesson,
        [Description(SecondsWords)] double? seconds = null,
        [Description(SizeWords)] string? size = null,
        [Description("Whether story and scenes wait for a review.")] bool interactive = false,
        [Description(LimitWords)] decimal? costLimit = null,
        OrderWishes? wishes = null,
        [Description("Any words of yours: calls with the same ones start one video, not two.")] string? idempotencyKey = null) =>
        ToolErrors.OwnAsync(async () =>
    {
        var (user, once) = (Caller.Of(Context).UserId, IdempotencyKey.Of(idempotencyKey));
        starts.Count(user);
        var order = (wishes ?? new()).Of(lesson) with
        {
            Seconds = seconds,
            Size = size,
            Interactive = interactive,
            CostLimit = costLimit,
        };
        var started = await orders.StartAsync(user, order, once, Context.RequestAborted);
        return new StartedAnswer(started.Session.SessionId, started.Session.UserId, started.Resumed);
    });

    [McpServerTool(Name = "voices", ReadOnly = true)]
    [Description("The voices that there are.")]
    public Task<IReadOnlyList<VoiceAnswer>> VoicesAsync() => ToolErrors.OwnAsync(() =>
    {
        Caller.Of(Context);
        return Task.FromResult<IReadOnlyList<VoiceAnswer>>(
            [.. plans.Voices.All.Select(voice => new VoiceAnswer(voice.Name, voice.Description))]);
    });

    [McpServerTool(Name = "upload")]
    [Description("Takes a small file (some 1.4 MB; larger ones by POST /api/uploads/KIND). Its id stands in orders and changes.")]
    public Task<Upload> UploadAsync(
        [Description("lesson, picture, music or recording")] string kind,
        [Description("Its file name.")] string name,
        [Description("The file in base64.")] string base64) =>
        ToolErrors.OwnAsync(async () =>
        {
            var (user, known) = (Caller.Of(Context).UserId, UploadEndpoints.KindOf(kind));
            starts.Count(user);
            try
            {
                return await uploads.KeepAsync(
                    user, known, name, new MemoryStream(Convert.FromBase64String(base64)), Context.RequestAborted);
            }
            catch (FormatException)
            {
                throw new WebException(StatusCodes.Status400BadRequest, "base64: expected the file in base64, nothing around it.");
            }
        });
}

/// <summary>How a video is to be; what is left out is as the lesson wants it, else as the configuration has it.</summary>
internal sealed record OrderWishes
{
    [Description("Name of a voice; the tool 'voices' lists them.")]
    public string? Voice { get; init; }

    [Description("How much faster (above 1) or slower the voice speaks, 0.7 to 1.5.")]
    public double? Speed { get; init; }

    [Description("False for a video without music.")]
    public bool? Music { get; init; }

    [Description("Take every sentence, whatever the length.")]
    public bool? Verbatim { get; init; }

    [Description("Name of the session; default a new one.")]
    public string? Session { get; init; }

    [Description("Order of the story, one of config/archetypes.")]
    public string? Archetype { get; init; }

    [Description("Order of the story after a framework of advertising: AIDA, PAS, FAB.")]
    public string? Framework { get; init; }

    [Description("How freely the story leaves the lesson's order for the archetype's, 0 to 1.")]
    public double? Creativity { get; init; }

    [Description("The lesson's pictures: ids of uploads by the names that the lesson gives them.")]
    public IReadOnlyDictionary<string, string>? Pictures { get; init; }

    [Description("The music: ids of uploads, in the order in which they are played.")]
    public IReadOnlyList<string>? Tracks { get; init; }

    [Description("Score below which story and scenes are made again, 0 to 100.")]
    public int? Good { get; init; }

    [Description("How many pieces are made at the same time, 1 to 100.")]
    public int? Parallel { get; init; }

    [Description("False: nothing gets a score, and nothing is made again for one.")]
    public bool? IsJudged { get; init; }

    [Description("Logo, products and characters: ids of uploads.")]
    public BrandOrder? Brand { get; init; }

    /// <summary>The order of a lesson that is wanted so.</summary>
    public VideoOrder Of(string lesson) => new(
        lesson, Voice: Voice, Speed: Speed, Music: Music, Verbatim: Verbatim, SessionId: Session, Archetype: Archetype,
        Framework: Framework, Creativity: Creativity, Pictures: Pictures, Tracks: Tracks, Good: Good, Parallel: Parallel,
        IsJudged: IsJudged, Brand: Brand);
}

/// <summary>What a video would be.</summary>
internal sealed record QuoteAnswer(
    string Title, double Seconds, IReadOnlyList<string> Said, IReadOnlyList<string> NotInVideo, decimal CostLow, decimal CostHigh,
    string Voice, IReadOnlyList<string> Warnings);
