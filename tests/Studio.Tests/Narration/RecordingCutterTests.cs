using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Narration;
using TemporalVideo.Studio.Narration.Recordings;
using TemporalVideo.Studio.Narration.Voices;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Tests.Narration;

/// <summary>A recording, made of a voice that the cutter does not know, with pauses that it does not know.</summary>
public sealed class RecordingCutterTests : IDisposable
{
    private const double Before = 0.8;
    private const double Pause = 0.5;
    private static readonly LanguageTag English = LanguageTag.Parse("en");
    private readonly MediaRoom _room = new();

    private readonly Sentence[] _sentences =
    [
        new() { Text = "Blue light is scattered most." },
        new() { Text = "In 1666 Newton took a prism.", Spoken = "In sixteen sixty-six Newton took a prism." },
        new() { Text = "Red light passes through the air." },
    ];

    public void Dispose() => _room.Dispose();

    [SkippableFact]
    public async Task CutAsync_ThreeSentences_AreCutInTheirPausesAndTheirWordsFound()
    {
        var (recording, spoken) = await RecordAsync(_sentences);
        var files = _sentences.Select((_, index) => _room.File($"cut-{index}.wav")).ToList();

        var cut = await Cutter().CutAsync(recording, _sentences, English, files, default);

        cut.Select(sentence => sentence.Text).Should().Equal(_sentences.Select(sentence => sentence.Text));
        foreach (var ((sentence, truth), file) in cut.Zip(spoken).Zip(files))
        {
            sentence.Seconds.Should().BeApproximately(truth.Seconds, 0.25, sentence.Text);
            WavFile.Read(file, VideoFormat.SampleRate, 1).Length.Should().Be((int)Math.Round(sentence.Seconds * VideoFormat.SampleRate));
            sentence.Words.Should().HaveCount(sentence.Text.Split(' ').Length);
            sentence.Words[0].Start.Should().BeLessThan(0.2);
            sentence.Words[^1].Start.Should().BeApproximately(truth.Words[^1].Start, 0.25);
        }
    }

    [SkippableFact]
    public async Task CutAsync_RecordingOfAnotherText_IsRefusedWithBothLengths()
    {
        var (recording, _) = await RecordAsync(_sentences[..1]);
        var longer = Enumerable.Range(0, 5).SelectMany(_ => _sentences).ToList();

        var cut = () => Cutter().CutAsync(recording, longer, English, [.. longer.Select((_, index) => _room.File($"{index}"))], default);

        (await cut.Should().ThrowAsync<UnusableInputException>()).Which.Message.Should().MatchRegex("is [0-9.]+ s long.*about 3[0-9.]+ s");
    }

    [Fact]
    public async Task CutAsync_Silence_IsRefused()
    {
        await _room.RunAsync("-f", "lavfi", "-i", "anullsrc=r=48000:cl=mono", "-t", "3", _room.File("silence.wav"));

        var cut = () => Cutter().CutAsync(_room.File("silence.wav"), _sentences[..1], English, [_room.File("cut.wav")], default);

        (await cut.Should().ThrowAsync<UnusableInputException>()).Which.Message.Should().Contain("silent");
    }

    [Fact]
    public async Task FaultOfAsync_FilesThatAreNoRecordings_SaysWhy()
    {
        await File.WriteAllTextAsync(_room.File("text.mp3"), "ID3 and nothing else");
        await _room.RunAsync("-f", "lavfi", "-i", "sine=r=8000", "-t", "95", _room.File("long.wav"));
        await _room.RunAsync("-f", "lavfi", "-i", "color=s=64x64", "-frames:v", "1", _room.File("picture.png"));
        await _room.RunAsync("-f", "lavfi", "-i", "sine=r=8000", "-t", "2", _room.File("good.wav"));

        (await OwnRecording.FaultOfAsync(_room.File("text.mp3"), default)).Should().Contain("no sound that ffmpeg can read");
        (await OwnRecording.FaultOfAsync(_room.File("long.wav"), default)).Should().Contain("95 s long");
        (await OwnRecording.FaultOfAsync(_room.File("picture.png"), default)).Should().Contain("no sound");
        (await OwnRecording.FaultOfAsync(_room.File("good.wav"), default)).Should().BeNull();
    }

    private RecordingCutter Cutter() => new(_room.Ffmpeg, new EspeakVoices());

    /// <summary>Speaks the sentences by flite, with silence before, between and behind them, into an MP3.</summary>
    private async Task<(string File, IReadOnlyList<Utterance> Spoken)> RecordAsync(IReadOnlyList<Sentence> sentences)
    {
        Skip.IfNot(ExternalTool.IsInstalled(FliteVoice.Program) && EspeakLibrary.IsThere, "flite or libespeak-ng is not installed.");
        var (voice, spoken, sound) = (new FliteVoice("rms", _room.Ffmpeg), new List<Utterance>(), new List<float>());
        sound.AddRange(new float[(int)(Before * VideoFormat.SampleRate)]);
        foreach (var sentence in sentences)
        {
            var file = _room.File($"said-{spoken.Count}.wav");
            spoken.Add(await voice.SpeakAsync(sentence.Speech, English, 1, file, default));
            sound.AddRange(WavFile.Read(file, VideoFormat.SampleRate, 1));
            sound.AddRange(new float[(int)(Pause * VideoFormat.SampleRate)]);
        }

        WavFile.Write(_room.File("whole.wav"), [.. sound], VideoFormat.SampleRate, 1);
        await _room.RunAsync("-i", _room.File("whole.wav"), "-b:a", "64k", _room.File("whole.mp3"));
        return (_room.File("whole.mp3"), spoken);
    }
}
