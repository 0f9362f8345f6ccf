using System.Text;

namespace TemporalVideo.Studio.Pictures.Typography;

/// <summary>
/// Which way the parts of a line run, after Unicode Standard Annex #9 without its explicit embeddings: even levels run to the right, odd
/// ones to the left.
/// </summary>
internal static class BidiLevels
{
    private enum Kind
    {
        Neutral,
        Left,
        Right,
        Number,
    }

    /// <summary>The levels of a line's characters.</summary>
    /// <param name="characters">The first code point of each.</param>
    /// <param name="isRightToLeft">Whether a letter belongs to a script that runs to the left.</param>
    /// <returns>A level each, and the level of the line itself: that of its first letter.</returns>
    public static (int[] Levels, int Line) Of(IReadOnlyList<Rune> characters, Func<Rune, bool> isRightToLeft)
    {
        var kinds = characters.Select(rune => Classify(rune, isRightToLeft)).ToArray();
        var line = kinds.FirstOrDefault(kind => kind is Kind.Left or Kind.Right) == Kind.Right ? 1 : 0;
        JoinNumbers(kinds, characters);
        if (line == 1)
        {
            JoinUnits(kinds, characters);
        }

        ResolveNumbers(kinds, line);
        ResolveNeutrals(kinds, line);
        return ([.. kinds.Select(kind => Level(kind, line))], line);
    }

    /// <summary>Puts runs in the order in which they are drawn (rule L2).</summary>
    public static List<T> Reorder<T>(IReadOnlyList<T> runs, Func<T, int> level)
    {
        List<T> ordered = [.. runs];
        var most = runs.Count == 0 ? 0 : runs.Max(level);
        for (var least = most; least > 0; least--)
        {
            for (var i = 0; i < ordered.Count; i++)
            {
                var end = i;
                while (end < ordered.Count && level(ordered[end]) >= least)
                {
                    end++;
                }

                if (end > i)
                {
                    ordered.Reverse(i, end - i);
                    i = end;
                }
            }
        }

        return ordered;
    }

    private static Kind Classify(Rune rune, Func<Rune, bool> isRightToLeft) =>
        Rune.IsDigit(rune) ? Kind.Number : !Rune.IsLetter(rune) ? Kind.Neutral : isRightToLeft(rune) ? Kind.Right : Kind.Left;

    // "3.5", "12:30", "50 %" and "$5" stay together.
    private static void JoinNumbers(Kind[] kinds, IReadOnlyList<Rune> characters)
    {
        for (var i = 0; i < kinds.Length; i++)
        {
            var (before, after) = (i > 0 && kinds[i - 1] == Kind.Number, i + 1 < kinds.Length && kinds[i + 1] == Kind.Number);
            if (kinds[i] == Kind.Neutral
                && ((before && after && ".,:/-+−–".Contains(characters[i].ToString(), StringComparison.Ordinal))
                    || ((before || after) && "%‰°$€£¥₹".Contains(characters[i].ToString(), StringComparison.Ordinal))))
            {
                kinds[i] = Kind.Number;
            }
        }
    }

    // "25 °C" and "60 km/h" are read to the right in a line that runs to the left: the number, then its unit.
    private static void JoinUnits(Kind[] kinds, IReadOnlyList<Rune> characters)
    {
        var text = string.Concat(characters.Select(rune => rune.IsBmp ? (char)rune.Value : ' '));
        foreach (var (start, length) in Amounts.In(text))
        {
            Array.Fill(kinds, Kind.Number, start, length);
        }
    }

    // A number after a letter that runs to the right runs with it.
    private static void ResolveNumbers(Kind[] kinds, int line)
    {
        var strong = line == 1 ? Kind.Right : Kind.Left;
        for (var i = 0; i < kinds.Length; i++)
        {
            if (kinds[i] is Kind.Left or Kind.Right)
            {
                strong = kinds[i];
            }
            else if (kinds[i] == Kind.Number && strong == Kind.Left)
            {
                kinds[i] = Kind.Left;
            }
        }
    }

    private static void ResolveNeutrals(Kind[] kinds, int line)
    {
        var outer = line == 1 ? Kind.Right : Kind.Left;
        for (var i = 0; i < kinds.Length; i++)
        {
            if (kinds[i] != Kind.Neutral)
            {
                continue;
            }

            var end = Array.FindIndex(kinds, i, kind => kind != Kind.Neutral);
            var (before, after) = (i == 0 ? outer : Direction(kinds[i - 1]), end < 0 ? outer : Direction(kinds[end]));
            Array.Fill(kinds, before == after ? before : outer, i, (end < 0 ? kinds.Length : end) - i);
        }

        static Kind Direction(Kind kind) => kind == Kind.Left ? Kind.Left : Kind.Right;
    }

    private static int Level(Kind kind, int line) => kind switch
    {
        Kind.Right => 1,
        Kind.Number => 2,
        _ => line == 0 ? 0 : 2,
    };
}
