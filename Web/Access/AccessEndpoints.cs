using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace TemporalVideo.Web.Access;

/// <summary>Who I am, and a cookie for a key.</summary>
internal static class AccessEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/me", Me).WithSummary("Who calls, and whether a key is needed.");
        routes.MapPost("/api/login", LoginAsync).WithSummary("Exchanges an API key for a signed cookie.")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized);
        routes.MapPost("/api/logout", (Delegate)LogoutAsync).WithSummary("Takes the cookie back.");
    }

    private static Ok<MeAnswer> Me(HttpContext context) =>
        TypedResults.Ok(new MeAnswer(context.Features.Get<Caller>()?.UserId, context.Features.Get<Caller>()?.IsLocal ?? false));

    private static async Task<NoContent> LoginAsync(LoginRequest request, HttpContext context, ApiKeys keys)
    {
        var key = keys.Find(request.Key ?? "")
            ?? throw new WebException(
                StatusCodes.Status401Unauthorized, "This is no key, or it was revoked. 'starter key create' makes one.");
        var identity = new ClaimsIdentity([new Claim(Gate.KeyClaim, key.Id)], CookieAuthenticationDefaults.AuthenticationScheme);
        await context.SignInAsync(new ClaimsPrincipal(identity));
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> LogoutAsync(HttpContext context)
    {
        await context.SignOutAsync();
        return TypedResults.NoContent();
    }
}

/// <summary>A key to be exchanged.</summary>
/// <param name="Key">The API key.</param>
internal sealed record LoginRequest(string? Key);

/// <summary>Who calls.</summary>
/// <param name="UserId">Null: a key is needed.</param>
/// <param name="Local">Whether the page works without a key because it is on this machine.</param>
internal sealed record MeAnswer(string? UserId, bool Local);
