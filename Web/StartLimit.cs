using System.Threading.RateLimiting;

namespace TemporalVideo.Web;

/// <summary>How much a user may start in a minute, over the API and by tools, which count apart.</summary>
internal static class StartLimit
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    /// <summary>The count of a user.</summary>
    public static RateLimitPartition<string> Of(string user, WebOptions options) =>
        RateLimitPartition.GetFixedWindowLimiter(user, _ => new() { PermitLimit = options.StartsPerMinute, Window = Window });

    /// <summary>What is said to who has started too much, and after how many seconds the next may be started.</summary>
    public static (string Words, int Seconds) Refusal(RateLimitLease lease)
    {
        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Window;
        var seconds = (int)Math.Ceiling(wait.TotalSeconds);
        return ($"Too many videos at once. Wait {seconds} s.", seconds);
    }
}
