using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using TemporalVideo.Hosting.Configuration;
using TemporalVideo.Sessions;
using TemporalVideo.Web.Access;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Web.Api;

/// <summary>The call <c>POST /api/v2/generate</c> (R-E6).</summary>
internal static class GenerateV2
{
    private static readonly string[] Frameworks = ["AIDA", "PAS", "FAB", "custom"];

    public static async Task<IResult> AnswerAsync(
        GenerationRequest request, HttpContext context, Orders orders, ProductConfiguration configuration)
    {
        Require(request);
        var (brand, warnings) = BrandAssetsReader.Read(request.BrandAssets);
        if (brand is not null && !configuration.Pipeline.Stages.ReferenceImages)
        {
            warnings = [.. warnings, "brand_assets are not used: stages.reference_images of the pipeline is off."];
        }

        var order = new VideoOrder(
            request.Prompt, Interactive: request.Interactive, SessionId: request.SessionId,
            Framework: request.Framework == "custom" ? null : request.Framework,
            Good: request.QualityThreshold is { } threshold ? (int)Math.Round(threshold) : null,
            Parallel: request.ParallelVariants, IsJudged: request.EnableVbench, Brand: brand);
        var started = await orders.StartAsync(Caller.Of(context).UserId, order, IdempotencyKey.Of(context), context.RequestAborted);
        var session = started.Session;
        var scheme = context.Request.IsHttps ? "wss" : "ws";
        return TypedResults.Accepted($"/api/status/{session.SessionId}", new GenerationAnswer(
            VideoWorkflowId.Of(session), session.SessionId, $"{scheme}://{context.Request.Host}/ws/{session.SessionId}", warnings));
    }

    private static void Require(GenerationRequest request)
    {
        if (string.IsNullOrWhiteSpace(request.Prompt))
        {
            throw new WebException(StatusCodes.Status400BadRequest, "prompt: expected a lesson in Markdown, or a topic.");
        }

        if (request.Framework is { } framework && !Frameworks.Contains(framework))
        {
            throw new WebException(StatusCodes.Status400BadRequest, $"framework: expected {string.Join(", ", Frameworks)}.");
        }

        foreach (var (name, expected) in new[]
        {
            ("quality_threshold", OrderRules.Good(request.QualityThreshold)),
            ("parallel_variants", OrderRules.Parallel(request.ParallelVariants)),
        })
        {
            if (expected is not null)
            {
                throw new WebException(StatusCodes.Status422UnprocessableEntity, $"{name}: expected {expected}.");
            }
        }
    }
}

/// <summary>A video of a prompt, with wishes.</summary>
/// <param name="Prompt">A lesson in Markdown, or a topic.</param>
/// <param name="Framework">AIDA, PAS, FAB, or custom: the lesson's own order.</param>
/// <param name="BrandAssets">Pictures of a brand.</param>
/// <param name="QualityThreshold">Score below which story and scenes are made again, 0 to 100; default the pipeline's.</param>
/// <param name="ParallelVariants">How many pieces are made at the same time, 1 to 100; default the pipeline's.</param>
/// <param name="EnableVbench">False: story, scenes and video get no scores, and nothing is made again for one.</param>
/// <param name="Interactive">Wait for approval of story and scenes.</param>
/// <param name="SessionId">Name of the session; one that is there is resumed.</param>
internal sealed record GenerationRequest(
    [property: JsonPropertyName("prompt")] string? Prompt,
    [property: JsonPropertyName("framework")] string? Framework = null,
    [property: JsonPropertyName("brand_assets")] BrandAssets? BrandAssets = null,
    [property: JsonPropertyName("quality_threshold")] double? QualityThreshold = null,
    [property: JsonPropertyName("parallel_variants")] int? ParallelVariants = null,
    [property: JsonPropertyName("enable_vbench")] bool? EnableVbench = null,
    [property: JsonPropertyName("interactive")] bool? Interactive = null,
    [property: JsonPropertyName("session_id")] string? SessionId = null);

/// <summary>What belongs to a brand: ids of uploads, with names where there are several: <c>{"upload": "ID", "alt": "name"}</c>.</summary>
/// <param name="ProductImages">Products; each is shown in the first scene that speaks of it by its name.</param>
/// <param name="Logo">The logo; it stands in every picture.</param>
/// <param name="CharacterImages">Characters; scenes that are painted keep to them.</param>
internal sealed record BrandAssets(
    [property: JsonPropertyName("product_images")] IReadOnlyList<BrandImage>? ProductImages = null,
    [property: JsonPropertyName("logo")] string? Logo = null,
    [property: JsonPropertyName("character_images")] IReadOnlyList<BrandImage>? CharacterImages = null);

/// <summary>A picture of a brand.</summary>
/// <param name="Upload">The id of an upload.</param>
/// <param name="Alt">Whom or what it shows, as the lesson names it; without a name it is not used.</param>
internal sealed record BrandImage(
    [property: JsonPropertyName("upload")] string? Upload = null, [property: JsonPropertyName("alt")] string? Alt = null);

/// <summary>That it runs, and where it is followed.</summary>
internal sealed record GenerationAnswer(
    [property: JsonPropertyName("generation_id")] string GenerationId,
    [property: JsonPropertyName("session_id")] string SessionId,
    [property: JsonPropertyName("websocket_url")] string WebsocketUrl,
    [property: JsonPropertyName("warnings")] IReadOnlyList<string> Warnings);
