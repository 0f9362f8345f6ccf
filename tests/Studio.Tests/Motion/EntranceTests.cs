using System.Globalization;
using TemporalVideo.Studio.Motion;
using TemporalVideo.Studio.Narration;
using TemporalVideo.Studio.Pictures;
using TemporalVideo.Studio.Tests.Storytelling;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Tests.Motion;

/// <summary>Measures on the rendered clip: the frame in which something is first seen, against the time at which its word begins.</summary>
public sealed class EntranceTests : IDisposable
{
    private const double Tolerance = 0.1;
    private const double WordSeconds = 0.3;

    /// <summary>Samples of 255 by which a place must change on average to be seen to.</summary>
    private const double Seen = 3;

    private readonly MediaRoom _room = new();

    public void Dispose() => _room.Dispose();

    [Theory]
    [InlineData(LayerEntrance.Fade)]
    [InlineData(LayerEntrance.Rise)]
    [InlineData(LayerEntrance.Drop)]
    [InlineData(LayerEntrance.FromLeft)]
    [InlineData(LayerEntrance.FromRight)]
    [InlineData(LayerEntrance.Wipe)]
    public async Task RenderAsync_LayerNamedByAWord_IsSeenOnThatWord(LayerEntrance entrance)
    {
        await _room.RunAsync("-f", "lavfi", "-i", "color=0x203050:s=2100x1260", "-frames:v", "1", _room.File("back.png"));
        await _room.RunAsync("-f", "lavfi", "-i", "color=0xF0E8D0:s=500x300", "-frames:v", "1", "-pix_fmt", "rgba",
            _room.File("thing.png"));
        var scene = new SceneArt
        {
            Accent = "#2E86AB",
            Background = "#203050",
            Layers =
            [
                new SceneLayer { File = "back.png", X = -90, Y = -90, Width = 2100, Height = 1260 },
                new SceneLayer { File = "thing.png", X = 700, Y = 300, Width = 500, Height = 300, Entrance = entrance, CueFraction = 0.1,
                    CueWords = "vapour condenses" },
            ],
        };
        var spoken = Spoken("s01", ["The water rises and then the vapour condenses to clouds above the land."]);

        var seen = await FirstSeenAsync(await ClipAsync(scene, Folder, spoken), scene.Layers[1], spoken.Duration);

        seen.Should().BeApproximately(Onset(spoken.Sentences[0], "vapour"), Tolerance);
    }

    [Theory]
    [InlineData(VideoSize.Wide)]
    [InlineData(VideoSize.Tall)]
    [InlineData(VideoSize.Square)]
    public async Task RenderAsync_StepsOfALesson_AreSeenOnTheirWords(VideoSize size)
    {
        var story = await Lessons.PlanAsync("how-does-the-heart-pump-blood.md", null, size);
        var index = story.Segments.ToList().FindIndex(segment => segment.Diagram?.Kind == DiagramKind.Steps);
        var segment = story.Segments[index];
        var scene = await new VectorIllustrator().IllustrateAsync(new SceneRequest { Story = story, Index = index }, Folder, default);
        var spoken = Spoken(segment.Id, [.. segment.Sentences.Select(sentence => sentence.Text)]);

        var clip = await ClipAsync(scene, Folder, spoken);

        foreach (var (i, item) in segment.Diagram!.Items.Index().Skip(1))
        {
            var layer = scene.Layers.Single(layer => layer.File.EndsWith($"-step-{i + 1}.png", StringComparison.Ordinal));
            var expected = Onset(spoken.Sentences[item.Sentence!.Value], item.Label.Split(' ')[0]);
            (await FirstSeenAsync(clip, layer, spoken.Duration)).Should().BeApproximately(expected, Tolerance, item.Label);
        }
    }

    private string Folder => Path.GetDirectoryName(_room.File("x"))!;

    /// <summary>Sentences whose words follow each other at an even pace.</summary>
    private static SpokenSegment Spoken(string id, IReadOnlyList<string> texts)
    {
        List<SpokenSentence> sentences = [];
        var at = 1.0;
        foreach (var text in texts)
        {
            List<WordTime> words = [.. text.Split(' ').Select((word, i) => new WordTime(word, at + (i * WordSeconds),
                at + ((i + 1) * WordSeconds)))];
            sentences.Add(new SpokenSentence(text, at, words[^1].End) { Words = words });
            at = words[^1].End + 0.3;
        }

        return new SpokenSegment { SegmentId = id, Duration = at + 2, Sentences = sentences };
    }

    private static double Onset(SpokenSentence sentence, string word) =>
        sentence.Words.First(spoken => spoken.Word.StartsWith(word, StringComparison.OrdinalIgnoreCase)).Start;

    private async Task<string> ClipAsync(SceneArt scene, string folder, SpokenSegment spoken)
    {
        var seconds = spoken.Duration.ToString(CultureInfo.InvariantCulture);
        await _room.RunAsync("-f", "lavfi", "-i", $"anullsrc=r=48000:cl=mono:d={seconds}", "-t", seconds, "-c:a", "pcm_s16le",
            _room.File("speech.wav"));
        var request = new ClipRequest
        {
            Scene = scene,
            SceneFolder = folder,
            Spoken = spoken,
            NarrationFile = _room.File("speech.wav"),
            IsFirst = true,
            IsLast = true,
        };
        await new MotionRenderer(_room.Ffmpeg).RenderAsync(request, _room.File("clip.mp4"), null, CancellationToken.None);
        return _room.File("clip.mp4");
    }

    /// <summary>When the place of a layer looks clearly other than half a second before, in seconds.</summary>
    private async Task<double> FirstSeenAsync(string clip, SceneLayer layer, double seconds)
    {
        const int Side = 24;
        var raw = _room.File($"{Guid.NewGuid():N}.gray");
        await _room.RunAsync("-i", clip, "-an", "-vf",
            $"crop={layer.Width}:{layer.Height}:{layer.X}:{layer.Y},scale={Side}:{Side}:flags=area,format=gray", "-f", "rawvideo", raw);
        var frames = (await File.ReadAllBytesAsync(raw)).Chunk(Side * Side).ToList();
        frames.Should().HaveCount((int)Math.Round(seconds * 30));
        var last = Enumerable.Range(15, frames.Count - 15).MaxBy(i => Distance(frames[i], frames[i - 15]));
        var before = frames[last - 15];
        return Enumerable.Range(last - 15, 16).First(i => Distance(frames[i], before) > Seen) / 30.0;
    }

    private static double Distance(byte[] one, byte[] other) => one.Zip(other, (a, b) => Math.Abs(a - b)).Average();
}
