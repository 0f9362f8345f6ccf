using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Narration;

/// <summary>How captions are set in a picture of a size.</summary>
/// <param name="Size">The size.</param>
/// <param name="LineLength">Characters in a line, at most; the square ones of East Asia count twice.</param>
/// <param name="FontSize">Size of the type, in pixels from the highest ascender to the lowest descender.</param>
/// <param name="Bottom">Where the lower edge of their box stands, in pixels from the top.</param>
public sealed record CaptionLayout(VideoSize Size, int LineLength, int FontSize, int Bottom)
{
    private static readonly CaptionLayout Wide = new(VideoSize.Wide, 42, 46, 1032);

    // Telephones lay their buttons over the lowest 15 hundredths of a tall picture.
    private static readonly CaptionLayout Tall = new(VideoSize.Tall, 32, 54, 1624);
    private static readonly CaptionLayout Square = new(VideoSize.Square, 36, 46, 1040);

    /// <summary>The layout of a size.</summary>
    /// <param name="size">The size.</param>
    public static CaptionLayout Of(VideoSize size) => size switch
    {
        VideoSize.Tall => Tall,
        VideoSize.Square => Square,
        _ => Wide,
    };
}
