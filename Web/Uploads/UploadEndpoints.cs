using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using TemporalVideo.Studio.Storytelling.Lessons;
using TemporalVideo.Web.Access;

namespace TemporalVideo.Web.Uploads;

/// <summary>Takes files that people bring.</summary>
internal static class UploadEndpoints
{
    private const long Wrapping = 64 * 1024;
    private const int LongestBoundary = 100;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var uploads = routes.MapGroup("/api/uploads").ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status404NotFound);
        uploads.MapPost("/{kind}", TakeAsync)
            .WithSummary("Takes a lesson, a picture, a piece of music or a recording (multipart, one file).")
            .Accepts<IFormFile>("multipart/form-data").RequireRateLimiting(WebServer.Starts)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
        uploads.MapGet("/{id}/text", TextAsync).WithSummary("A lesson that was brought, as text in UTF-8, whatever it was written in.");
        uploads.MapDelete("/{id}", Delete).WithSummary("Forgets a file that was brought.").Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<Upload> TakeAsync(string kind, HttpContext context, UserUploads uploads)
    {
        var user = Caller.Of(context).UserId;
        var known = KindOf(kind);
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } most)
        {
            most.MaxRequestBodySize = UploadContent.MostBytes(known) + Wrapping;
        }

        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type)
            || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= LongestBoundary } boundary)
        {
            throw new WebException(StatusCodes.Status415UnsupportedMediaType, "Send the file as multipart/form-data.");
        }

        return await ReadAsync(new MultipartReader(boundary, context.Request.Body), user, known, uploads, context.RequestAborted);
    }

    /// <summary>A kind by its name.</summary>
    /// <exception cref="WebException">There is none of that name.</exception>
    internal static UploadKind KindOf(string name) =>
        Enum.TryParse<UploadKind>(name, ignoreCase: true, out var known) && Enum.IsDefined(known) && !char.IsDigit(name[0])
            ? known
            : throw new WebException(
                StatusCodes.Status404NotFound, $"'{name}' is nothing that is taken: expected lesson, picture, music or recording.");

    private static async Task<Upload> ReadAsync(
        MultipartReader reader, string user, UploadKind kind, UserUploads uploads, CancellationToken cancellationToken)
    {
        try
        {
            while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
            {
                if (section.AsFileSection() is { FileStream: { } content } file)
                {
                    return await uploads.KeepAsync(user, kind, file.FileName, content, cancellationToken);
                }
            }
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException and not BadHttpRequestException)
        {
            throw new WebException(StatusCodes.Status400BadRequest, $"The form cannot be read: {broken.Message}");
        }

        throw new WebException(StatusCodes.Status400BadRequest, "There is no file in the form.");
    }

    private static async Task<UploadedText> TextAsync(string id, HttpContext context, UserUploads uploads)
    {
        var file = uploads.FileOf(Caller.Of(context).UserId, id);
        return Path.GetExtension(file) == ".md"
            ? new UploadedText(LessonText.Decode(await File.ReadAllBytesAsync(file, context.RequestAborted)))
            : throw new WebException(StatusCodes.Status404NotFound, "This upload is no lesson.");
    }

    private static IResult Delete(string id, HttpContext context, UserUploads uploads)
    {
        File.Delete(uploads.FileOf(Caller.Of(context).UserId, id));
        return TypedResults.NoContent();
    }
}

/// <summary>A lesson that was brought.</summary>
/// <param name="Text">The lesson.</param>
internal sealed record UploadedText(string Text);
