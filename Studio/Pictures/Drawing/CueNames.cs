namespace TemporalVideo.Studio.Pictures.Drawing;

/// <summary>
/// Says which words name a layer that comes while somebody speaks: the text on it, or the text of the layer that it belongs to
/// (<c>picture-2</c> to <c>step-2</c>).
/// </summary>
internal static class CueNames
{
    /// <summary>The layers with their words. One that is there from the start, or has words already, keeps what it has.</summary>
    public static IReadOnlyList<DrawnLayer> On(IReadOnlyList<DrawnLayer> layers) =>
    [
        .. layers.Select(layer => layer.CueWords is null && IsCued(layer)
            ? layer with { CueWords = TextOf(layer) ?? TextOf(layers.FirstOrDefault(other => IsPartner(layer, other))) }
            : layer),
    ];

    /// <summary>At the very beginning of a sentence comes what leads over to it, such as an arrow.</summary>
    private static bool IsCued(DrawnLayer layer) => layer.Entrance != LayerEntrance.None && layer.CueFraction > 0;

    private static bool IsPartner(DrawnLayer layer, DrawnLayer other) =>
        IsCued(other) && other.CueSentence == layer.CueSentence && TextOf(other) is not null
        && NumberOf(layer.Name) is { } number && NumberOf(other.Name) == number;

    private static string? NumberOf(string name) => name.LastIndexOf('-') is var dash and > 0 ? name[(dash + 1)..] : null;

    private static string? TextOf(DrawnLayer? layer) =>
        layer?.Sketch.Texts is { Count: > 0 } texts ? string.Join(' ', texts.Select(text => text.Text)) : null;
}
