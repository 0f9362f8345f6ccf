namespace TemporalVideo.Studio.Pictures.Pictograms.Senses;

/// <summary>Turns texts into vectors of length 1 whose product says how alike they mean.</summary>
internal interface ITextEmbedder
{
    /// <summary>Which model it is; vectors of different ones cannot be compared.</summary>
    string Identity { get; }

    /// <summary>One vector for each text.</summary>
    IReadOnlyList<float[]> Embed(IReadOnlyList<string> texts);
}
