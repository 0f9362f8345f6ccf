using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Storytelling.Beats;

/// <summary>The beats, archetypes and frameworks of the configuration.</summary>
/// <param name="Beats">All beats.</param>
/// <param name="Archetypes">Orders of beats by name.</param>
/// <param name="Frameworks">Orders of beats by the name of a framework of advertising.</param>
public sealed record BeatLibrary(
    IReadOnlyList<Beat> Beats,
    IReadOnlyDictionary<string, BeatOrdering> Archetypes,
    IReadOnlyDictionary<string, BeatOrdering> Frameworks)
{
    /// <summary>How freely a plan follows a shape that was named without saying how freely.</summary>
    public const double UsualCreativity = 0.5;

    /// <summary>The shape that is wished for.</summary>
    /// <param name="wish">The wish.</param>
    /// <returns>The shape; null when none is named.</returns>
    /// <exception cref="StorySourceException">There is none of that name, or two are named.</exception>
    public StoryShape? ShapeOf(ShapeWish wish)
    {
        ArgumentNullException.ThrowIfNull(wish);
        if (wish is { Archetype: not null, Framework: not null })
        {
            throw new StorySourceException(
                $"A story follows one order: name the archetype '{wish.Archetype}' or the framework '{wish.Framework}', not both.");
        }

        if (wish is { Archetype: null, Framework: null })
        {
            return wish.Creativity is null or 0 ? null : throw new StorySourceException(
                $"A creativity above 0 says how freely a plan follows an archetype or a framework, and none is named. Archetypes: "
                + $"{string.Join(", ", Archetypes.Keys)}. Frameworks: {string.Join(", ", Frameworks.Keys)}.");
        }

        var (kind, name, all) = wish.Archetype is { } archetype
            ? ("archetype", archetype, Archetypes) : ("framework", wish.Framework!, Frameworks);
        return all.FirstOrDefault(pair => string.Equals(pair.Key, name, StringComparison.OrdinalIgnoreCase)) is { Key: not null } found
            ? new StoryShape
            {
                Name = found.Key,
                About = found.Value.About,
                Creativity = wish.Creativity ?? UsualCreativity,
                Stages = found.Value.Stages,
                Beats = Beats,
            }
            : throw new StorySourceException($"There is no {kind} '{name}'. There are {string.Join(", ", all.Keys)}.");
    }
}

/// <summary>An order of beats.</summary>
/// <param name="About">What it is good for.</param>
/// <param name="Stages">Its stages in order.</param>
public sealed record BeatOrdering(string About, IReadOnlyList<ShapeStage> Stages);
