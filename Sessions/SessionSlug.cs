using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace TemporalVideo.Sessions;

/// <summary>Makes session ids that a person can read.</summary>
internal static partial class SessionSlug
{
    private const int Longest = 40;

    /// <summary>The words of a title, and what tells the session from others of that title.</summary>
    /// <param name="title">The title.</param>
    /// <param name="mark">Small letters and digits.</param>
    public static string Of(string title, string mark)
    {
        var slug = NotInSlug().Replace(title.ToLowerInvariant(), "-").Trim('-');
        return slug.Length == 0 ? $"video-{mark}" : $"{slug[..Math.Min(slug.Length, Longest)].TrimEnd('-')}-{mark}";
    }

    /// <summary>An id that no other session has.</summary>
    /// <param name="title">The title.</param>
    public static string New(string title) => Of(title, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4)));

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NotInSlug();
}
