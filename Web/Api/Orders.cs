using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Temporalio.Client;
using TemporalVideo.Hosting.Configuration;
using TemporalVideo.Sessions;
using TemporalVideo.Studio.Storytelling;
using TemporalVideo.Studio.Storytelling.Beats;
using TemporalVideo.Web.Uploads;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Web.Api;

/// <summary>Plans, quotes and starts what is ordered on the page, over the API and by MCP: one path, the command line's.</summary>
/// <param name="client">Of the namespace.</param>
/// <param name="configuration">The configuration, which a session carries with it.</param>
/// <param name="plans">Plans orders on this machine.</param>
/// <param name="files">The files that a user brought for an order.</param>
internal sealed class Orders(
    ITemporalClient client, ProductConfiguration configuration, LessonPlans plans, OrderFiles files)
{
    /// <summary>A longer line is a lesson, not a topic.</summary>
    private const int LongestTopic = 200;

    /// <summary>What an order would become; nothing is started.</summary>
    /// <exception cref="StorySourceException">Nothing can be made of it; the message says what is needed.</exception>
    public async Task<Plan> PlanAsync(string user, VideoOrder order, CancellationToken cancellationToken)
    {
        using var folder = files.LaidOut(user, order.Pictures);
        var input = InputOf(order, new SessionKey("plan", "plan")) with { LessonFolder = folder?.Path };
        var brand = files.BrandOf(user, order, input, folder?.Path);
        if (LessonPlans.IsWrittenByAModel(input, configuration))
        {
            var outline = LessonPlans.OutlineOf(input);
            return new Plan(
                outline,
                LessonPlans.QuoteOf(input, null, configuration),
                (await plans.VoiceOfAsync(outline, cancellationToken)).Name,
                [$"{configuration.Providers.Chat[0].Model} writes the story from this topic: what it says is known when it has. "
                    + "With approval (interactive) it is shown before anything is drawn or spoken."]);
        }

        var story = await plans.PlanAsync(input, cancellationToken);
        var voice = await plans.VoiceOfAsync(story, cancellationToken);
        return new Plan(
            story, LessonPlans.QuoteOf(input, story, configuration), voice.Name,
            [.. LessonPlans.WarningsOf(story, input.TargetSeconds, voice), .. BrandWarnings(story, brand)]);
    }

    /// <summary>Pictures of a brand that the video would not show.</summary>
    private IEnumerable<string> BrandWarnings(Story story, BrandFiles? brand)
    {
        if (brand is not null && !configuration.Pipeline.Stages.ReferenceImages)
        {
            return ["Logo, products and characters are not used: stages.reference_images of the pipeline is off."];
        }

        var said = string.Join(' ', story.Segments.Select(segment => $"{segment.Title} {segment.Narration}"));
        return (brand?.Products.Keys ?? []).Concat(brand?.Characters.Keys ?? [])
            .Where(name => !new LookPicture("", name, "", null).IsNamedIn(said))
            .Select(name => $"The picture of {name} is not shown: nothing that is said names it so.");
    }

    /// <summary>Starts an order's session, or finds it running already.</summary>
    /// <param name="user">Whose it is.</param>
    /// <param name="order">The order.</param>
    /// <param name="idempotencyKey">Orders with the same key are one: the second finds the session of the first; null for none.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Started> StartAsync(string user, VideoOrder order, string? idempotencyKey, CancellationToken cancellationToken)
    {
        var known = SessionOf(user, idempotencyKey);
        if (known is not null && await ExistsAsync(known, cancellationToken))
        {
            return new Started(known, Resumed: true);
        }

        var plan = await PlanAsync(user, order, cancellationToken);
        var session = known ?? Named(user, order.SessionId) ?? new SessionKey(user, SessionSlug.New(plan.Story.Title));
        var input = InputOf(order, session) with { Topic = plan.Story.Title, Quote = plan.Quote };
        input = await files.IntoAsync(input, user, order, cancellationToken);
        var (_, resumed) = await SessionStarter.StartAsync(client, configuration.Engine.LightTaskQueue, input, cancellationToken);
        return new Started(session, resumed, input.Shape?.Name);
    }

    /// <summary>The session that an idempotency key of a user means; null without one.</summary>
    public static SessionKey? SessionOf(string user, string? idempotencyKey) =>
        idempotencyKey is null ? null : new SessionKey(user, "once-" + Hash($"{user}\n{idempotencyKey}")[..16]);

    private static SessionKey? Named(string user, string? sessionId) => string.IsNullOrEmpty(sessionId) ? null
        : SessionKey.IsValidId(sessionId) ? new SessionKey(user, sessionId)
        : throw new WebException(
            StatusCodes.Status400BadRequest, "A session id is 1 to 64 letters, digits, '.', '_' or '-', beginning with a letter or digit.");

    /// <summary>Whether a session has been started.</summary>
    public async Task<bool> ExistsAsync(SessionKey session, CancellationToken cancellationToken)
    {
        try
        {
            var rpc = new RpcOptions { CancellationToken = cancellationToken };
            await client.GetWorkflowHandle(VideoWorkflowId.Of(session)).DescribeAsync(new WorkflowDescribeOptions { Rpc = rpc });
            return true;
        }
        catch (Temporalio.Exceptions.RpcException missing) when (missing.Code == Temporalio.Exceptions.RpcException.StatusCode.NotFound)
        {
            return false;
        }
    }

    private VideoInput InputOf(VideoOrder order, SessionKey session)
    {
        if (string.IsNullOrWhiteSpace(order.Source))
        {
            throw new WebException(
                StatusCodes.Status422UnprocessableEntity, "There is nothing to make a video of: give a lesson in Markdown, or a topic.");
        }

        var seconds = order.Seconds ?? configuration.TargetSeconds;
        var speed = order.Speed ?? 1;
        Require("seconds", OrderRules.Seconds(seconds));
        Require("speed", OrderRules.Speed(speed));
        Require("costLimit", OrderRules.CostLimit(order.CostLimit));
        Require("good", OrderRules.Good(order.Good));
        Require("parallel", OrderRules.Parallel(order.Parallel));

        var source = order.Source.Trim();
        var kind = source.Contains('\n') || source.Length > LongestTopic ? SourceKind.Lesson : SourceKind.Topic;
        return new VideoInput
        {
            Session = session,
            Source = order.Source,
            SourceKind = kind,
            Shape = ShapeOf(order, kind),
            TargetSeconds = seconds,
            Verbatim = order.Verbatim ?? false,
            Sound = new SoundChoice
            {
                Voice = string.IsNullOrEmpty(order.Voice) ? null : order.Voice,
                Speed = speed,
                Music = order.Music == false ? SoundChoice.NoMusic : null,
            },
            Size = string.IsNullOrEmpty(order.Size) ? null
                : VideoSizes.Find(order.Size) ?? throw Unusable($"size: expected {VideoSizes.Names}."),
            Interactive = order.Interactive ?? false,
            CostLimit = order.CostLimit,
            Settings = new SettingsWish(order.Good, order.Parallel, order.IsJudged).Over(configuration.Pipeline),
        };
    }

    private StoryShape? ShapeOf(VideoOrder order, SourceKind kind)
    {
        Require("creativity", OrderRules.Creativity(order.Creativity));
        var asked = new ShapeWish(order.Archetype, order.Framework, order.Creativity);
        var wish = kind == SourceKind.Lesson ? asked.Over(ShapeWish.Of(order.Source!)) : asked;
        if (wish is { Archetype: null, Framework: null })
        {
            return null;
        }

        var shape = configuration.Beats.ShapeOf(wish);
        return shape is { Creativity: > 0 } && order.Verbatim == true
            ? throw Unusable($"verbatim keeps the lesson's order, and the order of '{shape.Name}' is another: leave one of them out.")
            : shape;
    }

    private static void Require(string name, string? expected)
    {
        if (expected is not null)
        {
            throw Unusable($"{name}: expected {expected}.");
        }
    }

    private static WebException Unusable(string message) => new(StatusCodes.Status400BadRequest, message);

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

/// <summary>A video as it is ordered; what is left out is as the lesson wants it, else as the configuration has it.</summary>
/// <param name="Source">A lesson in Markdown, or a topic in one line.</param>
/// <param name="Seconds">Wanted length, 15 to 600.</param>
/// <param name="Size">16:9, 9:16 or 1:1.</param>
/// <param name="Voice">Name of a voice (GET /api/voices).</param>
/// <param name="Speed">How much faster (above 1) or slower the voice speaks, 0.7 to 1.5.</param>
/// <param name="Music">False for a video without music.</param>
/// <param name="Verbatim">Take every sentence, whatever the length.</param>
/// <param name="Interactive">Wait for approval of story and scenes.</param>
/// <param name="CostLimit">The most it may cost, in US dollars.</param>
/// <param name="SessionId">Name of the session; one that is there is resumed. Default a new one.</param>
/// <param name="Archetype">Order of the story, one of config/archetypes.</param>
/// <param name="Framework">Order of the story after a framework of advertising: AIDA, PAS, FAB.</param>
/// <param name="Creativity">How freely the story leaves the lesson's order for the archetype's, 0 to 1.</param>
/// <param name="Pictures">The lesson's pictures: ids of uploads by the names that the lesson gives them.</param>
/// <param name="Tracks">The music: ids of uploads, in the order in which they are played.</param>
/// <param name="Good">Score below which story and scenes are made again, 0 to 100.</param>
/// <param name="Parallel">How many pieces are made at the same time, 1 to 100.</param>
/// <param name="IsJudged">False: story, scenes and video get no scores, and nothing is made again for one.</param>
/// <param name="Brand">Logo, products and characters.</param>
internal sealed record VideoOrder(
    string? Source, double? Seconds = null, string? Size = null, string? Voice = null, double? Speed = null, bool? Music = null,
    bool? Verbatim = null, bool? Interactive = null, decimal? CostLimit = null, string? SessionId = null,
    string? Archetype = null, string? Framework = null, double? Creativity = null,
    IReadOnlyDictionary<string, string>? Pictures = null, IReadOnlyList<string>? Tracks = null,
    int? Good = null, int? Parallel = null, bool? IsJudged = null, BrandOrder? Brand = null);

/// <summary>Pictures of a brand: ids of uploads.</summary>
/// <param name="Logo">The logo; it stands in every picture.</param>
/// <param name="Products">Products by the names that the lesson has for them; each is shown in the first scene that speaks of it.</param>
/// <param name="Characters">Characters by their names; scenes that are painted keep to them.</param>
internal sealed record BrandOrder(
    string? Logo = null, IReadOnlyDictionary<string, string>? Products = null, IReadOnlyDictionary<string, string>? Characters = null);

/// <summary>What an order would become.</summary>
/// <param name="Story">What is said and shown, and what is not.</param>
/// <param name="Quote">What it costs.</param>
/// <param name="Voice">Who speaks.</param>
/// <param name="Warnings">What is to be known before.</param>
internal sealed record Plan(Story Story, Quote Quote, string Voice, IReadOnlyList<string> Warnings);

/// <summary>A session that runs.</summary>
/// <param name="Session">Which one.</param>
/// <param name="Resumed">Whether it ran already.</param>
/// <param name="Shape">The archetype or framework that it follows; null: the lesson's own order, to which no creativity applies.</param>
internal sealed record Started(SessionKey Session, bool Resumed, string? Shape = null);
