using TemporalVideo.Studio.Storytelling.Lessons;

namespace TemporalVideo.Studio.Storytelling.Planning;

/// <summary>Divides a list that is too long for one picture, as evenly as it goes, and no item from what stands below it where there is
/// room.</summary>
internal static class ListPortions
{
    /// <summary>The portions, in order.</summary>
    /// <param name="items">All items.</param>
    /// <param name="most">The most items that a picture holds.</param>
    /// <param name="room">What a picture holds.</param>
    public static IReadOnlyList<IReadOnlyList<LessonItem>> Of(IReadOnlyList<LessonItem> items, int most, PictureRoom room)
    {
        var count = Math.Max((items.Count + most - 1) / most, (Lines(items, room) + room.ListLines - 1) / room.ListLines);
        var size = (items.Count + count - 1) / count;
        List<List<LessonItem>> portions = [[]];
        foreach (var family in Families(items).SelectMany(family => family.Chunk(most)))
        {
            var portion = portions[^1];
            var fits = portion.Count + family.Length <= most && Lines(portion, room) + Lines(family, room) <= room.ListLines
                && (portion.Count + family.Length <= size || portion.Count < (size + 1) / 2);
            if (portion.Count > 0 && !fits)
            {
                portions.Add([]);
            }

            portions[^1].AddRange(family);
        }

        return portions;
    }

    private static int Lines(IEnumerable<LessonItem> items, PictureRoom room) =>
        items.Sum(item => 1 + (ItemWords.Of(item).Length / room.ListLine));

    /// <summary>Each item of the outermost level, with those below it.</summary>
    private static IEnumerable<LessonItem[]> Families(IReadOnlyList<LessonItem> items)
    {
        List<LessonItem> family = [];
        foreach (var item in items)
        {
            if (item.Level == 0 && family.Count > 0)
            {
                yield return [.. family];
                family = [];
            }

            family.Add(item);
        }

        yield return [.. family];
    }
}
