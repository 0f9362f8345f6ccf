using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TemporalVideo.Sessions.Takes;
using TemporalVideo.Web.Access;

namespace TemporalVideo.Web.Api;

/// <summary>The takes of a segment; a fork with the change <c>take</c> chooses one or makes another.</summary>
internal static class TakeEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/sessions/{sessionId}/segments/{segmentId}/takes", TakesAsync)
            .WithSummary("The takes of a segment: number, when, who made it, what it cost; stills/{segmentId}?take= shows them.")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<TakesOfSegment> TakesAsync(
        string sessionId, string segmentId, HttpContext context, SessionTakes takes) =>
        await takes.OfAsync(Caller.Session(context, sessionId), segmentId, context.RequestAborted)
            ?? throw new WebException(
                StatusCodes.Status404NotFound,
                $"There is no segment '{segmentId}' in the storyboard of this session, or no storyboard yet.");
}
