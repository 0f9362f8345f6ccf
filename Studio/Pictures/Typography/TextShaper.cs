using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using HarfBuzzSharp;
using TemporalVideo.Studio.Pictures.Formulas;
using TemporalVideo.Studio.Pictures.Pictograms;

namespace TemporalVideo.Studio.Pictures.Typography;

/// <summary>Shapes lines of text: finds the font of each character, the order of what runs to the right and to the left, and
/// emoji.</summary>
internal static class TextShaper
{
    private const int MostKept = 20_000;

    private static readonly ConcurrentDictionary<(string Text, FontStyle Style), ShapedText> Kept = new();

    public static ShapedText Shape(string text, FontStyle style)
    {
        if (Kept.Count > MostKept)
        {
            Kept.Clear();
        }

        return Kept.GetOrAdd((text, style), key => Make(key.Text, key.Style));
    }

    /// <summary>The characters of a text that no font of this machine has and that are no emoji.</summary>
    internal static IEnumerable<(string Character, Script Script)> Missing(string text) =>
        Characters(text, FontStyle.Medium).Where(character => character.Face is null && character.Emoji is null)
            .Select(character => (character.Text, character.Script));

    private static ShapedText Make(string text, FontStyle style)
    {
        var characters = Characters(text, style);
        var (levels, line) = BidiLevels.Of([.. characters.Select(character => character.First)], Scripts.IsRightToLeft);
        List<(int Level, GlyphRun Run)> runs = [];
        for (var i = 0; i < characters.Count;)
        {
            var first = characters[i];
            var end = i + 1;
            if (InlineFormulas.Of(first.First) is { } formula)
            {
                runs.Add((levels[i], GlyphRun.Of(formula)));
            }
            else if (first.Emoji is { } emoji)
            {
                runs.Add((levels[i], GlyphRun.Of(emoji)));
            }
            else if (first.Face is { } face)
            {
                // Code stands as it was typed: no two signs become one.
                while (end < characters.Count && !(style == FontStyle.Code && IsSign(characters[end - 1].First))
                    && characters[end].Face == face && characters[end].Script == first.Script && levels[end] == levels[i])
                {
                    end++;
                }

                var run = string.Concat(characters.Skip(i).Take(end - i).Select(character => character.Text));
                runs.Add((levels[i], face.Shape(run, first.Script, levels[i] % 2 == 1, Scripts.IsSpaced(first.Script))));
            }

            i = end;
        }

        return new ShapedText(text, [.. BidiLevels.Reorder(runs, run => run.Level).Select(run => run.Run)], line == 1);
    }

    private static List<Character> Characters(string text, FontStyle style)
    {
        var fonts = FontLibrary.Installed.Value;
        var variant = EastAsianVariant(text);
        List<Character> characters = [];
        var script = FirstScript(text);
        for (var elements = StringInfo.GetTextElementEnumerator(text); elements.MoveNext();)
        {
            var element = elements.GetTextElement();
            var rune = element.EnumerateRunes().First();
            if (Rune.IsControl(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format)
            {
                continue;
            }

            if (InlineFormulas.Of(rune) is not null)
            {
                characters.Add(new Character(element, rune, Script.Common, null, null));
                continue;
            }

            var own = Scripts.Of(rune);
            var common = own == Script.Common || own == Script.Inherited || own == Script.Unknown;
            script = common ? script : own;
            if (Emoji(element, rune) is { } picture)
            {
                characters.Add(new Character(element, rune, script, null, picture));
                continue;
            }

            var face = common && characters.Count > 0 && characters[^1].Face is { } before && before.Has(rune.Value)
                && element.Length == rune.Utf16SequenceLength
                ? before
                : fonts.FaceFor(element, common ? Script.Common : own, style, variant);

            // A sign that no font has may still be a picture: a cross mark.
            var instead = face is null ? PictogramLibrary.Shipped.Value.OfEmoji(element) : null;
            characters.Add(new Character(element, rune, script, face, instead));
        }

        return characters;
    }

    // A sign that text fonts have, too, is a picture only when the text asks for one.
    private static Pictogram? Emoji(string element, Rune first) =>
        first.Value >= 0x1F000 || element.Contains('\uFE0F', StringComparison.Ordinal) ? PictogramLibrary.Shipped.Value.OfEmoji(element)
            : null;

    private static bool IsSign(Rune rune) => Rune.IsPunctuation(rune) || Rune.IsSymbol(rune);

    private static Script FirstScript(string text) =>
        text.EnumerateRunes().Select(Scripts.Of)
            .FirstOrDefault(script => script != Script.Common && script != Script.Inherited && script != Script.Unknown, Script.Latin);

    private static int EastAsianVariant(string text)
    {
        var scripts = text.EnumerateRunes().Select(Scripts.Of).ToHashSet();
        return scripts.Contains(Script.Hiragana) || scripts.Contains(Script.Katakana) ? 0 : scripts.Contains(Script.Hangul) ? 1 : 2;
    }

    private sealed record Character(string Text, Rune First, Script Script, FontFace? Face, Pictogram? Emoji);
}
