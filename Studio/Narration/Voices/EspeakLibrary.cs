using System.Runtime.InteropServices;
using System.Text;

namespace TemporalVideo.Studio.Narration.Voices;

/// <summary>
/// The library of <see href="https://github.com/espeak-ng/espeak-ng/blob/master/src/include/espeak-ng/speak_lib.h">espeak-ng</see>, which
/// tells what its program does not: when each word is heard. It has one state for the whole process, so one sentence is spoken at a time.
/// </summary>
internal static class EspeakLibrary
{
    private const string Library = "libespeak-ng.so.1";
    private const int Synchronous = 2;
    private const int DoNotExit = 0x8000;
    private const int RateParameter = 1;
    private const int ByCharacter = 1;
    private const uint Utf8 = 1;
    private const int InternationalAlphabet = 2;
    private const int WordEvent = 1;

    private static readonly Lock Gate = new();
    private static readonly Lazy<int> SampleRate = new(Open);
    private static readonly Callback Receive = Received;

    private static List<float> _samples = [];
    private static List<(int Character, int Length, double Seconds)> _words = [];
    private static CancellationToken _cancellation;

    private delegate int Callback(IntPtr samples, int count, IntPtr events);

    /// <summary>Whether it can be used in this process.</summary>
    public static bool IsThere => SampleRate.Value > 0;

    /// <summary>Speaks a text; null when the library or the voice is not there.</summary>
    /// <param name="voice">A name that <see cref="EspeakVoices"/> has found.</param>
    /// <param name="text">Plain text.</param>
    /// <param name="wordsPerMinute">Speed.</param>
    /// <param name="cancellationToken">Stops the synthesis.</param>
    public static RawSpeech? Speak(string voice, string text, int wordsPerMinute, CancellationToken cancellationToken)
    {
        if (!IsThere)
        {
            return null;
        }

        lock (Gate)
        {
            (_samples, _words, _cancellation) = ([], [], cancellationToken);
            var bytes = Encoding.UTF8.GetBytes(text + "\0");
            if (espeak_SetVoiceByName(Encoding.UTF8.GetBytes(voice + "\0")) != 0
                || espeak_SetParameter(RateParameter, wordsPerMinute, 0) != 0
                || espeak_Synth(bytes, (nuint)bytes.Length, 0, ByCharacter, 0, Utf8, IntPtr.Zero, IntPtr.Zero) != 0)
            {
                return null;
            }

            cancellationToken.ThrowIfCancellationRequested();
            return new RawSpeech([.. _samples], SampleRate.Value, Words(text));
        }
    }

    /// <summary>What a text sounds like in the International Phonetic Alphabet, clause by clause; null when it is not there.</summary>
    /// <param name="voice">A name that espeak-ng has.</param>
    /// <param name="text">Plain text.</param>
    /// <returns>The phonemes of each clause, and the mark that ends it; <c>'\0'</c>: none.</returns>
    public static IReadOnlyList<(string Phonemes, char Mark)>? Phonemes(string voice, string text)
    {
        if (!IsThere)
        {
            return null;
        }

        lock (Gate)
        {
            if (espeak_SetVoiceByName(Encoding.UTF8.GetBytes(voice + "\0")) != 0)
            {
                return null;
            }

            var clauses = new List<(string, char)>();
            var start = Marshal.StringToCoTaskMemUTF8(text);
            try
            {
                var bytes = Encoding.UTF8.GetBytes(text);
                for (var at = start; at != IntPtr.Zero && (int)(at - start) < bytes.Length;)
                {
                    var before = (int)(at - start);
                    var phonemes = Marshal.PtrToStringUTF8(espeak_TextToPhonemes(ref at, (int)Utf8, InternationalAlphabet)) ?? "";
                    var after = at == IntPtr.Zero ? bytes.Length : (int)(at - start);
                    clauses.Add((phonemes.Trim(), LastMark(Encoding.UTF8.GetString(bytes, before, after - before))));
                }
            }
            finally
            {
                Marshal.FreeCoTaskMem(start);
            }

            return clauses;
        }
    }

    private static char LastMark(string clause)
    {
        var end = clause.TrimEnd(' ', '\n', '"', '”', '’', ')', '»');
        return end.Length > 0 && !char.IsLetterOrDigit(end[^1]) ? end[^1] : '\0';
    }

    private static int Open()
    {
        try
        {
            var rate = espeak_Initialize(Synchronous, 0, IntPtr.Zero, DoNotExit);
            if (rate > 0)
            {
                espeak_SetSynthCallback(Receive);
            }

            return rate;
        }
        catch (Exception missing) when (missing is DllNotFoundException or EntryPointNotFoundException or BadImageFormatException)
        {
            return 0;
        }
    }

    private static int Received(IntPtr samples, int count, IntPtr events)
    {
        if (samples != IntPtr.Zero && count > 0)
        {
            var chunk = new short[count];
            Marshal.Copy(samples, chunk, 0, count);
            _samples.AddRange(chunk.Select(sample => sample / 32768f));
        }

        for (var at = events; at != IntPtr.Zero; at += Marshal.SizeOf<Event>())
        {
            var told = Marshal.PtrToStructure<Event>(at);
            if (told.Type == 0)
            {
                break;
            }

            if (told.Type == WordEvent)
            {
                _words.Add((told.Character - 1, told.Length, told.Milliseconds / 1000.0));
            }
        }

        return _cancellation.IsCancellationRequested ? 1 : 0;
    }

    /// <summary>espeak-ng counts characters as code points. A word lasts until the next one begins.</summary>
    private static List<WordTime> Words(string text)
    {
        var characters = text.EnumerateRunes().ToList();
        var end = (double)_samples.Count / SampleRate.Value;
        return [.. _words.Select((word, i) => new WordTime(
            string.Concat(characters.Skip(word.Character).Take(word.Length)),
            word.Seconds,
            i + 1 < _words.Count ? _words[i + 1].Seconds : end)).Where(word => word.Word.Any(char.IsLetterOrDigit))];
    }

    [DllImport(Library)]
    private static extern int espeak_Initialize(int output, int bufferMilliseconds, IntPtr path, int options);

    [DllImport(Library)]
    private static extern void espeak_SetSynthCallback(Callback callback);

    [DllImport(Library)]
    private static extern int espeak_SetVoiceByName(byte[] name);

    [DllImport(Library)]
    private static extern int espeak_SetParameter(int parameter, int value, int relative);

    [DllImport(Library)]
    private static extern int espeak_Synth(
        byte[] text, nuint size, uint position, int positionType, uint endPosition, uint flags, IntPtr identifier, IntPtr userData);

    [DllImport(Library)]
    private static extern IntPtr espeak_TextToPhonemes(ref IntPtr text, int textMode, int phonemeMode);

    /// <summary><c>espeak_EVENT</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Event
    {
        public int Type;
        public uint Identifier;
        public int Character;
        public int Length;
        public int Milliseconds;
        public int Sample;
        public IntPtr UserData;
        public long Id;
    }
}
