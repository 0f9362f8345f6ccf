using TemporalVideo.Studio.Storytelling.Prompts;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Pictures;

/// <summary>Has the pictures painted that scenes keep to: one of the style, and one of each of the first things that come again.</summary>
/// <param name="painter">Who paints; null: nobody.</param>
/// <param name="most">How many pictures at most.</param>
/// <param name="prompts">What painters are told.</param>
public sealed class ReferencePainter(IPicturePainter? painter, int most, PromptCatalog? prompts)
{
    /// <summary>Width and height in pixels: a square is the cheapest to be sent along.</summary>
    public const int Side = 1024;

    /// <summary>Nobody paints.</summary>
    public static ReferencePainter None { get; } = new(null, 0, null);

    /// <summary>Who paints; null: nobody.</summary>
    public IPicturePainter? Painter => painter;

    /// <summary>What is to be painted: its id, whom or what it shows (nothing: the style), and the prompt.</summary>
    /// <param name="story">The story.</param>
    /// <param name="look">What its pictures have in common.</param>
    public IReadOnlyList<(string Id, string Name, string Prompt)> PicturesOf(Story story, StoryLook look)
    {
        ArgumentNullException.ThrowIfNull(story);
        ArgumentNullException.ThrowIfNull(look);
        if (most == 0 || painter is null || look.Style.Length == 0)
        {
            return [];
        }

        var style = ("style", "", Say(PromptName.StylePainter, ("style", look.Style), ("subject", story.Title)));
        return
        [
            style,
            .. look.Recurring.Take(most - 1).Select((thing, index) => (
                $"thing{index + 1}",
                thing.Split(':')[0].Trim(),
                Say(PromptName.ThingPainter, ("thing", thing), ("style", look.Style)))),
        ];
    }

    /// <summary>What pictures are there for, in words for the painter.</summary>
    /// <param name="names">What they show, in order; an empty name: the style.</param>
    public string NoteOf(IReadOnlyList<string> names) => prompts is null || names.Count == 0 ? "" : Filled(prompts[PromptName.ReferenceUse]
        .Fill(new Dictionary<string, object>
        {
            ["things"] = names.Select((name, index) => (name, index)).Where(item => item.name.Length > 0)
                .Select(item => $"{item.index + 1}: {item.name}").ToList(),
            ["style"] = names.Index().Where(item => item.Item.Length == 0).Select(item => $"{item.Index + 1}").ToList(),
        }));

    private string Say(PromptName name, params (string Name, string Value)[] values) =>
        Filled(prompts![name].Fill(values.ToDictionary(value => value.Name, value => (object)value.Value)));

    private static string Filled((string System, string User) told) => $"{told.System.Trim()}\n{told.User.Trim()}";
}
