using System.Text;
using TemporalVideo.Studio.Words;

namespace TemporalVideo.Studio.Narration.Voices;

/// <summary>Text for synthesisers that read bytes, not letters: what is not ASCII would be skipped or read as two letters each.</summary>
internal static class AsciiSpeech
{
    private static readonly Dictionary<char, char> Marks = new()
    {
        ['’'] = '\'',
        ['‘'] = '\'',
        ['“'] = '"',
        ['”'] = '"',
        ['–'] = ',',
        ['—'] = ',',
        ['…'] = '.',
        ['\u00A0'] = ' ',
        ['\u202F'] = ' ',
    };

    public static string Of(string sentence, LanguageTag language)
    {
        var ascii = new StringBuilder();
        foreach (var rune in SpeechNormaliser.For(language.Value).Speak(sentence).Spoken.EnumerateRunes())
        {
            var letter = Letters.Base(rune);
            ascii.Append(letter.IsAscii ? (char)letter.Value : letter.IsBmp ? Marks.GetValueOrDefault((char)letter.Value, ' ') : ' ');
        }

        return ascii.ToString();
    }
}
