using System.Globalization;
using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Narration.Timing;
using TemporalVideo.Studio.Narration.Voices;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Narration.Recordings;

/// <summary>
/// Cuts a person's recording of a segment into its sentences, and finds out when their words are heard: espeak-ng says the same text, and
/// the two sounds are laid over one another. What is really said in it nobody checks.
/// </summary>
/// <param name="ffmpeg">Reads and evens the sound.</param>
/// <param name="voices">The voices that know when they say what.</param>
public sealed class RecordingCutter(FfmpegRunner ffmpeg, EspeakVoices voices) : IMaker
{
    /// <summary>A person may speak so much faster or slower than a voice; beyond it is another text.</summary>
    private const double MostTimesFaster = 3;

    /// <summary>About how many characters a voice says in a second.</summary>
    private const double CharactersPerSecond = 14;

    private const string Level =
        "highpass=f=75,loudnorm=I=-22:TP=-2:LRA=11,aformat=sample_fmts=dblp,aresample=48000:resampler=soxr";

    /// <inheritdoc/>
    public string Identity => "recording/1";

    /// <summary>Cuts it.</summary>
    /// <param name="recording">The file, as it was brought.</param>
    /// <param name="sentences">What is said in it; at least one.</param>
    /// <param name="language">Its language.</param>
    /// <param name="files">The file to write for each sentence: WAV, 48 kHz mono, without silence at its ends.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The sentences in order.</returns>
    /// <exception cref="UnusableInputException">It is no recording of these sentences.</exception>
    public async Task<IReadOnlyList<SentenceSpeech>> CutAsync(
        string recording, IReadOnlyList<Sentence> sentences, LanguageTag language, IReadOnlyList<string> files,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        ArgumentNullException.ThrowIfNull(files);
        var samples = await ReadAsync(recording, cancellationToken);
        RequireLength(samples, sentences);
        var voice = await voices.VoiceOfAsync(language, cancellationToken);
        var cuts = SentenceCuts.Of(samples, VideoFormat.SampleRate, Rough(samples, sentences, voice, cancellationToken));
        return [.. sentences.Select((sentence, index) =>
        {
            var part = samples[SpokenPart.Of(samples, cuts[index], cuts[index + 1])];
            WavFile.Write(files[index], part, VideoFormat.SampleRate, 1);
            var words = SpeechAligner.Align(part, VideoFormat.SampleRate, sentence.Speech, voice, cancellationToken);
            return SentenceSpeech.Of(sentence.Text, new Utterance((double)part.Length / VideoFormat.SampleRate, words));
        })];
    }

    /// <summary>The sound at the level of the voices, without the rumble of rooms.</summary>
    private async Task<float[]> ReadAsync(string recording, CancellationToken cancellationToken)
    {
        using var folder = new TemporaryFolder();
        var even = folder.File("even.wav");
        await ffmpeg.RunAsync(
            ["-i", recording, "-vn", "-af", Level, "-t", OwnRecording.MostSeconds.ToString(CultureInfo.InvariantCulture),
             "-ac", "1", "-ar", "48000", "-c:a", "pcm_s16le", "-bitexact", even],
            cancellationToken);
        var samples = WavFile.Read(even, VideoFormat.SampleRate, 1);
        return samples.Any(SpokenPart.IsHeard) ? samples
            : throw new UnusableInputException("The recording is silent. Record it again, or let a voice speak.");
    }

    private static void RequireLength(float[] samples, IReadOnlyList<Sentence> sentences)
    {
        var (first, last) = (Array.FindIndex(samples, SpokenPart.IsHeard), Array.FindLastIndex(samples, SpokenPart.IsHeard));
        var heard = (double)(last - first) / VideoFormat.SampleRate;
        var expected = sentences.Sum(sentence => sentence.Speech.Length) / CharactersPerSecond;
        if (heard * MostTimesFaster < expected || heard > (expected * MostTimesFaster) + 2)
        {
            throw new UnusableInputException(string.Create(
                CultureInfo.InvariantCulture,
                $"The recording is {heard:0.0} s long, and what is said in the segment takes about {expected:0.0} s: it is another text. "
                    + $"Record all that the segment says, or change its text."));
        }
    }

    /// <summary>About when the written words of each sentence are heard, in seconds of the whole recording.</summary>
    private static IReadOnlyList<IReadOnlyList<WordTime>> Rough(
        float[] samples, IReadOnlyList<Sentence> sentences, string voice, CancellationToken cancellationToken)
    {
        var said = string.Join(' ', sentences.Select(sentence => sentence.Speech));
        var heard = SpeechAligner.Align(samples, VideoFormat.SampleRate, said, voice, cancellationToken);
        var text = string.Join(' ', sentences.Select(sentence => sentence.Text));
        var all = WordAlignment.Of(text, heard, (double)samples.Length / VideoFormat.SampleRate);
        var words = new List<IReadOnlyList<WordTime>>();
        foreach (var sentence in sentences)
        {
            var count = sentence.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
            words.Add([.. all.Skip(words.Sum(before => before.Count)).Take(count)]);
        }

        return words;
    }
}
