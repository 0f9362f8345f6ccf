using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;

namespace TemporalVideo.Web.Mcp;

/// <summary>The rate limit of tools that start something; a user has as many a minute as over the API, beside those.</summary>
/// <param name="options">Say how many.</param>
internal sealed class ToolStarts(WebOptions options) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _limiter =
        PartitionedRateLimiter.Create<string, string>(user => StartLimit.Of(user, options));

    /// <summary>Counts a start.</summary>
    /// <exception cref="WebException">The user has started too many.</exception>
    public void Count(string user)
    {
        using var lease = _limiter.AttemptAcquire(user);
        if (!lease.IsAcquired)
        {
            throw new WebException(StatusCodes.Status429TooManyRequests, StartLimit.Refusal(lease).Words);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _limiter.Dispose();
}
