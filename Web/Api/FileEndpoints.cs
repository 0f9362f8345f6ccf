using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticFiles;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Web.Access;

namespace TemporalVideo.Web.Api;

/// <summary>The files of a session: whole or in ranges, for its owner or whoever has a signed link.</summary>
internal static partial class FileEndpoints
{
    private static readonly FileExtensionContentTypeProvider Types = new()
    {
        Mappings = { [".vtt"] = "text/vtt", [".srt"] = "application/x-subrip", [".md"] = "text/markdown; charset=utf-8" },
    };

    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("").ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        api.MapGet("/api/files/{sessionId}/{**path}", OwnAsync).WithSummary("A file of a session; ranges are answered.")
            .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream");
        routes.MapGet("/f/{token}/{name}", SignedAsync).ExcludeFromDescription();
        api.MapPost("/api/sessions/{sessionId}/link", LinkAsync).WithSummary("A link to the video that anyone may open for an hour.");
    }

    private static async Task<IResult> OwnAsync(
        string sessionId, string path, HttpContext context, IObjectStore store, bool download = false)
    {
        var session = Caller.Session(context, sessionId);
        if (!Path().IsMatch(path))
        {
            throw new WebException(
                StatusCodes.Status400BadRequest,
                "The path of a file has letters, digits, '.', '_' and '-', parts separated by '/', and no '..'.");
        }

        return await SendAsync(context, store, new SessionLayout(session).Root + path, download);
    }

    private static async Task<IResult> SignedAsync(string token, string name, HttpContext context, IObjectStore store, SignedLinks links)
    {
        var key = links.KeyOf(token)
            ?? throw new WebException(StatusCodes.Status404NotFound, $"The link to {name} has expired. Ask its owner for another.");
        return await SendAsync(context, store, key, download: false);
    }

    private static async Task<LinkAnswer> LinkAsync(string sessionId, HttpContext context, SessionReads reads, SignedLinks links)
    {
        var session = Caller.Session(context, sessionId);
        var key = (await reads.StateAsync(session, context.RequestAborted)).VideoKey
            ?? throw new WebException(StatusCodes.Status404NotFound, "There is no video yet.");
        return new LinkAnswer(links.To(key), (int)SignedLinks.Lifetime.TotalSeconds);
    }

    private static async Task<IResult> SendAsync(HttpContext context, IObjectStore store, string key, bool download)
    {
        if (await store.FindAsync(key, context.RequestAborted) is null)
        {
            throw new WebException(StatusCodes.Status404NotFound, $"There is no file '{System.IO.Path.GetFileName(key)}' in this session.");
        }

        var link = store.LinkTo(key);
        context.Response.Headers.CacheControl = "private, no-cache";
        if (!link.IsFile)
        {
            return TypedResults.Redirect(link.AbsoluteUri);
        }

        var type = Types.TryGetContentType(key, out var known) ? known : "application/octet-stream";
        var written = File.GetLastWriteTimeUtc(link.LocalPath);
        var tag = new Microsoft.Net.Http.Headers.EntityTagHeaderValue($"\"{written.Ticks:x}\"");
        return TypedResults.PhysicalFile(
            link.LocalPath, type, download ? System.IO.Path.GetFileName(key) : null, written, tag, enableRangeProcessing: true);
    }

    [GeneratedRegex(@"\A[A-Za-z0-9_][A-Za-z0-9._-]*(/[A-Za-z0-9_][A-Za-z0-9._-]*)*\z")]
    private static partial Regex Path();
}

/// <summary>A link.</summary>
/// <param name="Url">Its path on this server.</param>
/// <param name="ExpiresInSeconds">For how long it is good.</param>
internal sealed record LinkAnswer(string Url, int ExpiresInSeconds);
