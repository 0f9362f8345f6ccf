using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using TemporalVideo.Hosting.Configuration;
using TemporalVideo.Sessions.Jobs;
using TemporalVideo.Storage.Records.Jobs;
using TemporalVideo.Web.Access;

namespace TemporalVideo.Web.Pipelines;

/// <summary>Templates of pipelines: list, read, write, look at their versions (R-D1).</summary>
internal static class TemplateEndpoints
{
    private const string Yaml = "application/yaml";

    private static readonly (string Local, string Keyed) Refusal = (
        "Templates run commands on the workers: without a key they are not written over HTTP. Allow it to the page of this machine by "
            + "web.allow_templates: true in config/worker.yaml, or make a key that may: starter key create --user NAME --may templates",
        "This key may not write templates, which run commands on the workers. Make one that may: "
            + "starter key create --user NAME --may templates");

    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/pipeline-templates").ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        api.MapGet("", ListAsync).WithSummary("The templates that pipelines are made from.");
        var one = api.MapGroup("/{name}").ProducesProblem(StatusCodes.Status404NotFound);
        one.MapGet("", FindAsync).WithSummary("A template as it was written; its ETag is what If-Match takes.")
            .Produces<TemplateTextAnswer>().Produces(StatusCodes.Status304NotModified);
        one.MapPut("", PutAsync)
            .WithSummary("Writes a template, as YAML or as JSON with its text: checked whole, and a new version when the text is new. "
                + "If-Match: only over that one; If-None-Match: *: only where there is none.")
            .Accepts<TemplateRequest>("application/json", Yaml, "text/yaml", "text/plain").RequireRateLimiting(WebServer.Starts)
            .Produces<TemplateTextAnswer>().Produces<TemplateTextAnswer>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType).ProducesProblem(StatusCodes.Status429TooManyRequests);
        one.MapGet("/versions", VersionsAsync).WithSummary("The versions of a template, the latest first.");
        one.MapGet("/versions/{version:int}", VersionAsync).WithSummary("A version of a template as it was written.");
    }

    private static async Task<IReadOnlyList<TemplateAnswer>> ListAsync(HttpContext context, TemplateShelf shelf)
    {
        Caller.Of(context);
        return [.. (await shelf.ListAsync(context.RequestAborted)).Select(TemplateAnswer.Of)];
    }

    private static async Task<IResult> FindAsync(string name, HttpContext context, TemplateShelf shelf)
    {
        Caller.Of(context);
        var found = await shelf.RequireAsync(name, context.RequestAborted);
        var tag = TagOf(found);
        (context.Response.Headers.ETag, context.Response.Headers.CacheControl) = (tag.ToString(), "private, no-cache");
        return context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false))
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : TypedResults.Ok(TemplateTextAnswer.Of(found));
    }

    private static async Task<IResult> PutAsync(string name, HttpContext context, TemplateShelf shelf, ProductConfiguration configuration)
    {
        var caller = Caller.Require(context, KeyRight.Templates, configuration.Worker.AllowTemplatesWithoutKey, Refusal);
        var text = await TextAsync(context);
        var (match, none) = (context.Request.GetTypedHeaders().IfMatch, context.Request.GetTypedHeaders().IfNoneMatch);
        if (context.Request.Headers.IfMatch.Count > match.Count || context.Request.Headers.IfNoneMatch.Count > none.Count)
        {
            throw new WebException(StatusCodes.Status400BadRequest, "If-Match, If-None-Match: expected * or an ETag, as GET gives it.");
        }

        bool IsExpected(ShelvedTemplate? present) =>
            (match.Count == 0 || (present is not null && match.Any(wanted => Fits(wanted, present))))
            && !none.Any(unwanted => present is not null && Fits(unwanted, present));
        var put = await shelf.PutAsync(name, text, caller.UserId, IsExpected, context.RequestAborted);
        context.Response.Headers.ETag = TagOf(put.Template).ToString();
        var answer = TemplateTextAnswer.Of(put.Template);
        return put.IsNew
            ? TypedResults.Created($"/api/pipeline-templates/{name}/versions/{answer.Version}", answer) : TypedResults.Ok(answer);
    }

    private static async Task<IReadOnlyList<TemplateVersionAnswer>> VersionsAsync(
        string name, HttpContext context, IPipelineTemplates templates)
    {
        Caller.Of(context);
        var versions = await templates.VersionsAsync(name, context.RequestAborted);
        return versions.Count == 0 ? throw Missing()
            : [.. versions.Select(each => new TemplateVersionAnswer(each.Version, each.Hash, each.Origin, each.CreatedAt))];
    }

    private static async Task<TemplateTextAnswer> VersionAsync(
        string name, int version, HttpContext context, IPipelineTemplates templates)
    {
        Caller.Of(context);
        return TemplateTextAnswer.Of(await templates.FindAsync(name, version, context.RequestAborted) ?? throw Missing());
    }

    private static WebException Missing() => new(
        StatusCodes.Status404NotFound, "There is no such version of a template; GET /api/pipeline-templates lists the templates.");

    private static EntityTagHeaderValue TagOf(ShelvedTemplate template) => new($"\"{template.Hash}\"");

    private static bool Fits(EntityTagHeaderValue tag, ShelvedTemplate present) =>
        tag.Equals(EntityTagHeaderValue.Any) || tag.Compare(TagOf(present), useStrongComparison: true);

    private static async Task<string> TextAsync(HttpContext context)
    {
        if (context.Request.ContentType is not { } type || !MediaTypeHeaderValue.TryParse(type, out var media)
            || !(media.MatchesMediaType("application/json") || media.MatchesMediaType(Yaml) || media.MatchesMediaType("text/yaml")
                || media.MatchesMediaType("text/plain")))
        {
            throw new WebException(
                StatusCodes.Status415UnsupportedMediaType,
                "Content-Type: expected application/yaml with the template, or application/json with its text.");
        }

        if (media.MatchesMediaType("application/json"))
        {
            try
            {
                return (await context.Request.ReadFromJsonAsync<TemplateRequest>(context.RequestAborted))?.Text ?? throw NoText();
            }
            catch (JsonException exception)
            {
                // As the framework itself says it of the bodies that it reads.
                throw new BadHttpRequestException("", exception);
            }
        }

        using var reader = new StreamReader(context.Request.Body, new UTF8Encoding(false, throwOnInvalidBytes: true));
        try
        {
            return await reader.ReadToEndAsync(context.RequestAborted);
        }
        catch (DecoderFallbackException)
        {
            throw new WebException(StatusCodes.Status400BadRequest, "The template is not UTF-8.");
        }
    }

    private static WebException NoText() => new(StatusCodes.Status400BadRequest, "text: expected the template, YAML.");
}
