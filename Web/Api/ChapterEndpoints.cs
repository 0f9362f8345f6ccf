using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Studio.Narration;
using TemporalVideo.Web.Access;

namespace TemporalVideo.Web.Api;

/// <summary>The segments of a video as chapters for a player (WebVTT).</summary>
internal static class ChapterEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/sessions/{sessionId}/chapters", ChaptersAsync)
            .WithSummary("The segments of the video as chapters (WebVTT): their titles at the times of the narration.")
            .Produces<string>(StatusCodes.Status200OK, "text/vtt").ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static async Task<IResult> ChaptersAsync(string sessionId, HttpContext context, SessionReads reads, IObjectStore store)
    {
        var session = Caller.Session(context, sessionId);
        var story = await reads.StoryAsync(session, context.RequestAborted);
        if (story is null
            || await store.ReadIfThereAsync(new SessionLayout(session).Timing, context.RequestAborted) is not { } bytes
            || JsonSerializer.Deserialize<NarrationSchedule>(bytes.Span) is not { } schedule)
        {
            throw new WebException(StatusCodes.Status404NotFound, "The narration of this session is not timed yet.");
        }

        var titles = story.Story.Segments.ToDictionary(segment => segment.Id, segment => segment.Title);
        context.Response.Headers.CacheControl = "private, no-cache";
        return TypedResults.Text(Of(schedule.Segments.Select(each => (titles.GetValueOrDefault(each.SegmentId, each.SegmentId),
            each.Duration))), "text/vtt", Encoding.UTF8);
    }

    /// <summary>The chapters of parts that follow on each other.</summary>
    /// <param name="parts">Titles and lengths in seconds.</param>
    internal static string Of(IEnumerable<(string Title, double Seconds)> parts)
    {
        var text = new StringBuilder("WEBVTT\n");
        var start = 0.0;
        foreach (var (title, seconds) in parts)
        {
            var words = string.Join(' ', title.Replace("&", "&amp;", StringComparison.Ordinal)
                .Replace("<", "&lt;", StringComparison.Ordinal)
                .Replace(">", "&gt;", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            text.Append(CultureInfo.InvariantCulture, $"\n{Time(start)} --> {Time(start += seconds)}\n{words}\n");
        }

        return text.ToString();
    }

    private static string Time(double seconds) => TimeSpan.FromSeconds(seconds).ToString(@"hh\:mm\:ss\.fff", CultureInfo.InvariantCulture);
}
