namespace TemporalVideo.Studio.Pictures.Pictograms;

/// <summary>A few words that a pictogram may stand beside, and what they are about.</summary>
/// <param name="Text">The words.</param>
/// <param name="Heading">The heading they stand under; empty without one.</param>
/// <param name="Subject">The subject of the lesson; empty when it is not known.</param>
internal sealed record Phrase(string Text, string Heading = "", string Subject = "")
{
    private bool HasHeading => Heading.Length > 0 && Heading != Text;

    /// <summary>The words under their heading.</summary>
    public string UnderHeading => HasHeading ? $"{Heading}: {Text}" : Text;

    /// <summary>The words with all that is known of what they are about.</summary>
    public string InSetting =>
        (Subject.Length == 0 ? "" : $"{Subject}: ") + (HasHeading ? $"{Heading}. {Text}" : Text);
}

/// <summary>A pictogram that stands beside a phrase.</summary>
/// <param name="Pictogram">The pictogram.</param>
/// <param name="Similarity">How near its sense lies to the phrase under its heading, with what a word that names it adds (at most 0.4);
/// null where it was found by words alone.</param>
internal sealed record FoundPictogram(Pictogram Pictogram, double? Similarity);
