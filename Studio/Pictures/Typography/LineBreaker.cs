using System.Globalization;
using HarfBuzzSharp;

namespace TemporalVideo.Studio.Pictures.Typography;

/// <summary>A part of a line that is not torn.</summary>
/// <param name="Text">Its characters, without spaces around it.</param>
/// <param name="SpaceBefore">Whether a space parts it from the word before.</param>
/// <param name="OnNewLine">Whether the text begins a line with it, as poems do.</param>
internal readonly record struct Word(string Text, bool SpaceBefore, bool OnNewLine = false);

/// <summary>Finds where lines may be broken: at spaces, and between the characters of scripts that are written without.</summary>
internal static class LineBreaker
{
    private const string NotFirst = "、。，．：；？！」』）】〉》〕・ー々…‥”’,.:;?!)]}%";
    private const string NotLast = "「『（【〈《〔“‘([{";

    public static IReadOnlyList<Word> Words(string text)
    {
        List<Word> words = [];
        foreach (var (row, line) in text.Split('\n').Index())
        {
            foreach (var (place, chunk) in line.Split((char[])[' ', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries).Index())
            {
                words.AddRange(Parts(chunk).Select((part, i) => new Word(part, i == 0, row > 0 && place == 0 && i == 0)));
            }
        }

        return words;
    }

    private static IEnumerable<string> Parts(string chunk)
    {
        if (!chunk.EnumerateRunes().Any(rune => BreaksAnywhere(Scripts.Of(rune))))
        {
            return [chunk];
        }

        List<string> parts = [];
        for (var elements = StringInfo.GetTextElementEnumerator(chunk); elements.MoveNext();)
        {
            var element = elements.GetTextElement();
            if (parts.Count > 0 && Sticks(parts[^1], element))
            {
                parts[^1] += element;
            }
            else
            {
                parts.Add(element);
            }
        }

        return parts;
    }

    private static bool Sticks(string before, string element)
    {
        var (last, first) = (before.EnumerateRunes().Last(), element.EnumerateRunes().First());
        return NotFirst.Contains(first.ToString(), StringComparison.Ordinal) || NotLast.Contains(last.ToString(), StringComparison.Ordinal)
            || !(BreaksAnywhere(Scripts.Of(first)) || BreaksAnywhere(Scripts.Of(last)));
    }

    // Thai breaks between words that only a dictionary knows; it comes with spaces between phrases, which serve. Hangul has spaces between
    // words.
    private static bool BreaksAnywhere(Script script) => Scripts.IsEastAsian(script) && script != Script.Hangul;
}
