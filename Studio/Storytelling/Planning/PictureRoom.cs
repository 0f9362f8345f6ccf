using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Storytelling.Planning;

/// <summary>How much a picture of a size holds in type that can be read; the planner divides what is more.</summary>
/// <param name="TableColumns">Columns of a table, the row headings included.</param>
/// <param name="TableRows">Rows of a table.</param>
/// <param name="TableLines">Lines of a table's rows.</param>
/// <param name="TableLine">Characters of a row in one line.</param>
/// <param name="ListLines">Lines of a list.</param>
/// <param name="ListLine">Characters of a list's line.</param>
/// <param name="CodeLines">Lines of code.</param>
/// <param name="TreeItems">Parts of a hierarchy.</param>
internal sealed record PictureRoom(
    int TableColumns, int TableRows, int TableLines, double TableLine, int ListLines, int ListLine, int CodeLines, int TreeItems)
{
    private static readonly PictureRoom Wide = new(7, 8, 11, 85, 12, 70, 12, 14);
    private static readonly PictureRoom Tall = new(4, 8, 14, 40, 14, 34, 14, 14);
    private static readonly PictureRoom Square = new(4, 6, 8, 44, 9, 38, 10, 10);

    public static PictureRoom Of(VideoSize size) => size switch
    {
        VideoSize.Tall => Tall,
        VideoSize.Square => Square,
        _ => Wide,
    };
}
