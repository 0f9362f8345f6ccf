using TemporalVideo.Studio.Storytelling.Lessons;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Pictures.Scenery;

/// <summary>Chooses where a video takes place, from the words of its title and then its subject.</summary>
internal static class SceneryChooser
{
    private static readonly (SceneryKind Kind, string Words)[] Words =
    [
        (SceneryKind.Sunset, "sunset sunsets evening dusk sonnenuntergang abend"),
        (SceneryKind.Space, "space planet planets star stars galaxy universe moon orbit rocket solar earth tilt seasons black hole weltraum planet mond stern"),
        (SceneryKind.Body, "vaccine vaccines immune virus bacteria cell cells blood heart body brain dna gene digestion muscle lung impfung zelle körper herz blut"),
        (SceneryKind.Sea, "sea ocean water rain river tide tides wave waves fish whale island regen wasser meer fluss kreislauf"),
        (SceneryKind.OldTown, "medieval middle ages printing press renaissance gutenberg revolution empire king church merchant bill exchange reformation roman mittelalter buchdruck"),
        (SceneryKind.Laboratory, "chemistry acid reaction molecule experiment battery chemie säure"),
        (SceneryKind.City, "bank money inflation market stock company computer internet city algorithm data price tax traffic geld stadt"),
        (SceneryKind.Sky, "sky cloud clouds wind weather sunset rainbow plant plants photosynthesis tree bird flight climate himmel wetter pflanze"),
    ];

    private static readonly Dictionary<string, SceneryKind> Subjects = new(StringComparer.OrdinalIgnoreCase)
    {
        ["physics"] = SceneryKind.Sky,
        ["biology"] = SceneryKind.Sky,
        ["medicine"] = SceneryKind.Body,
        ["chemistry"] = SceneryKind.Laboratory,
        ["history"] = SceneryKind.OldTown,
        ["economics"] = SceneryKind.City,
        ["finance"] = SceneryKind.City,
        ["geography"] = SceneryKind.Sea,
        ["astronomy"] = SceneryKind.Space,
        ["technology"] = SceneryKind.City,
    };

    /// <summary>The place of the whole video.</summary>
    public static SceneryKind For(Story story) => ByWords(story.Title)
        ?? (Subjects.TryGetValue(story.Subject, out var kind) ? kind : ByWords(string.Join(' ', story.Segments.Select(segment => segment.Narration))) ?? SceneryKind.Abstract);

    /// <summary>The place of one segment: what its title names, else that of the video.</summary>
    public static SceneryKind For(Story story, Segment segment) => ByWords(segment.Title) ?? For(story);

    private static SceneryKind? ByWords(string text)
    {
        var words = LessonLibrary.Words(text);
        var best = Words.Select(entry => (entry.Kind, Hits: LessonLibrary.Words(entry.Words).Count(words.Contains))).MaxBy(entry => entry.Hits);
        return best.Hits > 0 ? best.Kind : null;
    }
}
