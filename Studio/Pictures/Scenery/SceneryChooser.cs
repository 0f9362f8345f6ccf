using TemporalVideo.Studio.Storytelling.Lessons;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Pictures.Scenery;

/// <summary>Chooses where a video takes place, from the words of its title and then its subject.</summary>
internal static class SceneryChooser
{
    private static readonly (SceneryKind Kind, string Words)[] Words =
    [
        (SceneryKind.Sunset, "sunset sunsets evening dusk sonnenuntergang abend"),
        (SceneryKind.Space, "planet planets stars galaxy galaxies universe moon orbit weltraum mond"),
        (SceneryKind.Body, "vaccine vaccines immune virus bacteria blood heart digestion muscles lung lungs impfung blut"),
        (SceneryKind.Sea, "sea seas ocean oceans water river rivers tide tides wasser meer fluss"),
        (SceneryKind.OldTown, "medieval mittelalter mittelalterlich renaissance gutenberg buchdruck"),
        (SceneryKind.Laboratory, "chemistry acid reaction molecule experiment battery chemie säure"),
        (SceneryKind.City, "city cities skyline urban stadt städte"),
        (SceneryKind.Sky,
            "sky cloud clouds wind weather sunset rainbow plant plants photosynthesis tree bird flight climate himmel wetter pflanze"),
    ];

    private static readonly Dictionary<string, SceneryKind> Subjects = new(StringComparer.OrdinalIgnoreCase)
    {
        ["medicine"] = SceneryKind.Body,
        ["chemistry"] = SceneryKind.Laboratory,
        ["astronomy"] = SceneryKind.Space,
    };

    /// <summary>The place of the whole video: what its title names, else that of its subject; most have none.</summary>
    public static SceneryKind For(Story story) => ByWords(story.Title) ?? Subjects.GetValueOrDefault(story.Subject, SceneryKind.Abstract);

    /// <summary>The place of one segment: what its title names, else that of the video.</summary>
    public static SceneryKind For(Story story, Segment segment) => ByWords(segment.Title) ?? For(story);

    private static SceneryKind? ByWords(string text)
    {
        var words = LessonLibrary.Words(text);
        var best = Words.Select(entry => (entry.Kind, Hits: LessonLibrary.Words(entry.Words).Count(words.Contains)))
            .MaxBy(entry => entry.Hits);
        return best.Hits > 0 ? best.Kind : null;
    }
}
