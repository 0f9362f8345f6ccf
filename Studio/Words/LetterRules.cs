using System.Globalization;
using System.Text;

namespace TemporalVideo.Studio.Words;

/// <summary>Letters, figures and marks as they are: foreign Latin letters get their base form, marks become pauses, emoji make no
/// sound.</summary>
internal sealed class LetterRules(string tag, SpeechLexicon? lexicon)
{
    /// <summary>Stands after written-out words until it is known whether a space belongs there.</summary>
    public const char Gap = '\uE000';

    private const string Marks = ".,;:!?'-¿¡。！？，、；：।॥؟،؛።";

    private const string EmojiOfText =
        "⌚⌛⏩⏪⏫⏬⏰⏳◽◾☔☕♈♉♊♋♌♍♎♏♐♑♒♓♿⚓⚡⚪⚫⚽⚾⛄⛅⛎⛔⛪⛲⛳⛵⛺⛽✅✊✋✨❌❎❓❔❕❗➕➖➗➰➿⬛⬜⭐⭕☀☁☂☃☄☎☘☠☺♥♦♣♠❄❤✈✉✏✂";

    private static readonly Dictionary<char, string> Bases = new()
    {
        ['ł'] = "l",
        ['ø'] = "o",
        ['đ'] = "d",
        ['ß'] = "ss",
        ['æ'] = "ae",
        ['œ'] = "oe",
        ['þ'] = "th",
        ['ð'] = "d",
        ['ı'] = "i",
        ['ħ'] = "h",
        ['ŋ'] = "ng",
        ['ə'] = "e",
        ['ŧ'] = "t",
        ['ĸ'] = "k",
        ['ƒ'] = "f",
        ['ſ'] = "s",
    };

    private readonly bool _latin = lexicon is not null;

    /// <summary>Copies what begins at a place.</summary>
    /// <returns>Characters taken.</returns>
    public int Copy(string text, int at, StringBuilder spoken, List<string> unknown)
    {
        var rune = Rune.GetRuneAt(text, at);
        var sign = text[at];
        if (Rune.IsLetter(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
        {
            return IsForeign(rune) ? CopyForeign(text, at, spoken, unknown) : CopyLetter(text, at, rune, spoken);
        }

        if (rune.Value < 128 && char.IsAsciiDigit(sign))
        {
            Part(spoken, char.IsLetter);
            spoken.Append(sign);
        }
        else if (Rune.IsDigit(rune))
        {
            Part(spoken, char.IsLetter);
            spoken.Append(_latin ? CharUnicodeInfo.GetDecimalDigitValue(text, at).ToString(CultureInfo.InvariantCulture) : rune.ToString());
        }
        else if (Rune.IsWhiteSpace(rune))
        {
            spoken.Append(' ');
        }
        else
        {
            spoken.Append(Sound(rune, unknown));
        }

        return rune.Utf16SequenceLength;
    }

    private string Sound(Rune rune, List<string> unknown)
    {
        var sign = rune.ToString();
        if (Marks.Contains(sign, StringComparison.Ordinal))
        {
            return sign;
        }

        switch (sign)
        {
            case "’" or "‘":
                return "'";
            case "(" or ")" or "[" or "]" or "{" or "}" or "–" or "—" or "―" or "…" or "（" or "）":
                return ", ";
            case "\"" or "“" or "”" or "„" or "‟" or "«" or "»" or "‹" or "›" or "‚" or "`" or "´" or "「" or "」" or "『" or "』" or "《"
                or "》":
                return "";
            case "/" or "_" or "•" or "‣" or "◦" or "▪" or "●" or "■" or "*" or "†" or "‡" or "®" or "™" or "¶" or "☐" or "☑":
                return " ";
        }

        if (!_latin && (rune.Value < 128 || "°€£¥₹‰§µ".Contains(sign, StringComparison.Ordinal)))
        {
            return sign;
        }

        if (!IsEmoji(rune))
        {
            unknown.Add(sign);
        }

        return " ";
    }

    private int CopyLetter(string text, int at, Rune rune, StringBuilder spoken)
    {
        Part(spoken, char.IsDigit);
        var letter = text[at];
        if (!_latin || letter < 128 || lexicon!.Letters.Contains(char.ToLowerInvariant(letter), StringComparison.Ordinal))
        {
            spoken.Append(rune.ToString());
            return rune.Utf16SequenceLength;
        }

        if (IsMark(letter))
        {
            return 1;
        }

        var plain = Letters.Base(rune).ToString()[0];
        var known = Bases.GetValueOrDefault(char.ToLowerInvariant(plain));
        spoken.Append(known is null ? plain.ToString() : char.IsUpper(plain) ? char.ToUpperInvariant(known[0]) + known[1..] : known);
        return rune.Utf16SequenceLength;
    }

    private static int CopyForeign(string text, int at, StringBuilder spoken, List<string> unknown)
    {
        var end = at;
        while (end < text.Length && (char.IsLetter(text[end]) || IsMark(text[end]) || char.IsSurrogate(text[end])))
        {
            end++;
        }

        unknown.Add(text[at..end]);
        spoken.Append(' ');
        return end - at;
    }

    /// <summary>Whether a voice of the language cannot know the letter: in languages with Latin letters every other script.</summary>
    private bool IsForeign(Rune rune) => _latin
        ? !(rune.Value < 0x250 || rune.Value is >= 0x1E00 and < 0x1F00 or >= 0xFB00 and < 0xFB07 or >= 0x300 and < 0x370 or 0x259)
        : rune.Value >= 128 && WritingSystems.IsForeign(rune, tag);

    private static bool IsMark(char character) => CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark;

    /// <summary>Signs that are drawn as emoji without being asked to; others are signs of a text, which a listener misses.</summary>
    private static bool IsEmoji(Rune rune) =>
        rune.Value is >= 0x1F000 and < 0x1FB00 or 0x20E3 or >= 0xE0020 and < 0xE0080
        || (rune.Value < 0x10000 && EmojiOfText.Contains((char)rune.Value, StringComparison.Ordinal));

    private void Part(StringBuilder spoken, Func<char, bool> from)
    {
        if (_latin && spoken.Length > 0 && spoken[^1] != Gap && from(spoken[^1]))
        {
            spoken.Append(' ');
        }
    }
}
