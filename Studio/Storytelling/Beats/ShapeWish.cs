using TemporalVideo.Studio.Storytelling.Lessons;

namespace TemporalVideo.Studio.Storytelling.Beats;

/// <summary>What order somebody wishes for a story.</summary>
/// <param name="Archetype">Name of an archetype; null: none is named.</param>
/// <param name="Framework">Name of a framework; null: none is named.</param>
/// <param name="Creativity">How freely the plan departs from the source's order, 0 to 1; null: not said.</param>
public sealed record ShapeWish(string? Archetype = null, string? Framework = null, double? Creativity = null)
{
    /// <summary>What a lesson's own front matter wishes for; nothing for a text without one.</summary>
    /// <param name="source">The lesson.</param>
    /// <exception cref="StorySourceException">The front matter is malformed.</exception>
    public static ShapeWish Of(string source) => FrontMatter.Read(source).Shape;

    /// <summary>This wish; what it does not say is as the other says it. A named archetype or framework takes the place of both.</summary>
    /// <param name="other">The weaker wish.</param>
    public ShapeWish Over(ShapeWish other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var named = Archetype is null && Framework is null ? other : this;
        return new ShapeWish(named.Archetype, named.Framework, Creativity ?? other.Creativity);
    }
}
