namespace TemporalVideo.Studio.Pictures.Pictograms;

/// <summary>A few words that a pictogram may stand beside, and what they are about.</summary>
/// <param name="Text">The words.</param>
/// <param name="Heading">The heading they stand under; empty without one.</param>
/// <param name="Subject">The subject of the lesson; empty when it is not known.</param>
internal sealed record Phrase(string Text, string Heading = "", string Subject = "")
{
    /// <summary>The words under their heading.</summary>
    public string UnderHeading => Heading.Length == 0 || Heading == Text ? Text : $"{Heading}: {Text}";

    /// <summary>The words with all that is known of what they are about.</summary>
    public string InSubject => (Subject.Length == 0 ? "" : $"{Subject}: ") + (Heading.Length == 0 || Heading == Text ? "" : $"{Heading}. ") + Text;
}

/// <summary>A pictogram that stands beside a phrase.</summary>
/// <param name="Pictogram">The pictogram.</param>
/// <param name="Similarity">How near its sense lies to the phrase under its heading, at most 1; null where it was found by words.</param>
internal sealed record FoundPictogram(Pictogram Pictogram, double? Similarity);
