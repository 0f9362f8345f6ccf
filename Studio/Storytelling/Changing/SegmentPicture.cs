using TemporalVideo.Studio.Pictures.Pictograms;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Storytelling.Changing;

/// <summary>Gives a segment another picture: a person's own, or one around the pictogram that words name.</summary>
internal static class SegmentPicture
{
    /// <exception cref="StorySourceException">Neither is given, or no pictogram fits.</exception>
    public static Story Of(Story story, StoryChange change)
    {
        var segment = SegmentPlaces.Require(story, change.SegmentId) with { Drawn = null, KeyPoints = [] };
        return SegmentPlaces.Replaced(story, change switch
        {
            { Picture: { Length: > 0 } own } => segment with
            {
                // An opening or an end is laid out around words; a picture has a layout of its own.
                Kind = segment.Kind is SegmentKind.Hook or SegmentKind.Conclusion ? SegmentKind.Concept : segment.Kind,
                Diagram = new Diagram { Kind = DiagramKind.Picture, Picture = own, Caption = change.Caption },
                Pictogram = null,
            },
            { Show: { } words } when !string.IsNullOrWhiteSpace(words) => segment with
            {
                Diagram = null,
                Pictogram = PictogramFor(words.Trim(), story),
                GuidedBy = Segment.ByAPerson,
                VisualGuidance = $"{words.Trim().TrimEnd('.')}. {segment.VisualGuidance}",
            },
            _ => throw new StorySourceException("say what is to be shown (show), or bring a picture."),
        });
    }

    private static string PictogramFor(string words, Story story) =>
        PictogramLibrary.Shipped.Value.Has(words) ? words
        : PictogramChooser.For(story.Language).Choose(new Phrase(words, "", story.Subject))?.Pictogram.Name
            ?? throw new StorySourceException(
                $"there is no pictogram for \"{words}\". Name a thing in a word or two, or bring a picture of your own.");
}
