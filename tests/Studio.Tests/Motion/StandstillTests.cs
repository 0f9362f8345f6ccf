using TemporalVideo.Studio.Motion;
using TemporalVideo.Studio.Narration;
using TemporalVideo.Studio.Pictures;
using TemporalVideo.Studio.Tests.Pictures;
using TemporalVideo.Studio.Tests.Storytelling;
using TemporalVideo.Workflows.Contracts;
using Frame = TemporalVideo.Studio.Motion.Frame;

namespace TemporalVideo.Studio.Tests.Motion;

/// <summary>
/// Measures as the final check does (freezedetect: mean difference of all samples against the first frame of the standstill), but on
/// painted frames: no scene may
/// come near its gate of three seconds, however little stands in it and however long it lasts.
/// </summary>
public sealed class StandstillTests
{
    // What freezedetect takes for a standstill, with half as much again for what encoding smooths away.
    private const double Difference = 0.001 * 1.5;
    private const double LongestStandstill = 2.5;

    [Theory]
    [InlineData("why-is-the-sky-blue.md", VideoSize.Wide)]
    [InlineData("why-is-the-sky-blue.md", VideoSize.Square)]
    [InlineData("what-is-a-bill-of-exchange.md", VideoSize.Wide)]
    [InlineData("what-is-a-bill-of-exchange.md", VideoSize.Tall)]
    public async Task Paint_ScenesOfALesson_NeverStandStill(string file, VideoSize size)
    {
        var story = await Lessons.PlanAsync(file, null, size);

        for (var i = 0; i < story.Segments.Count; i++)
        {
            await RequireMotionAsync(story, i, story.Segments[i].Duration);
        }
    }

    [Theory]
    [InlineData("Life", DiagramKind.KeyPhrase)]
    [InlineData("I", DiagramKind.Definition)]
    [InlineData("So it is.", DiagramKind.Quotation)]
    [InlineData("x", DiagramKind.Code)]
    [InlineData("x", DiagramKind.Formula)]
    [InlineData("A", DiagramKind.Table)]
    [InlineData("0", DiagramKind.Number)]
    [InlineData("A", DiagramKind.List)]
    [InlineData("A", DiagramKind.Bars)]
    [InlineData("A", DiagramKind.BeforeAfter)]
    [InlineData("A", DiagramKind.Steps)]
    public async Task Paint_LongSceneWithHardlyAnything_NeverStandsStill(string text, DiagramKind kind)
    {
        var item = new DiagramItem
        {
            Label = text,
            Values = kind == DiagramKind.BeforeAfter ? [new DiagramValue("it"), new DiagramValue("is")] : [new DiagramValue("it", 0)]
        };
        var segment = new Segment
        {
            Id = "s01",
            Kind = SegmentKind.Concept,
            Title = "It",
            Sentences = [new Sentence { Text = "It is." }],
            VisualGuidance = "",
            Diagram = new Diagram
            {
                Kind = kind,
                Items = kind == DiagramKind.Steps ? [item, item] : [item],
                Text = text,
                Columns = kind == DiagramKind.BeforeAfter ? ["a", "b", "c"] : []
            },
            Duration = 40,
        };
        for (var id = 0; id < 3; id++)
        {
            await RequireMotionAsync(new Story { Title = "It", Segments = [segment with { Id = $"s0{id + 1}" }] }, 0, segment.Duration);
        }
    }

    private static async Task RequireMotionAsync(Story story, int index, double seconds)
    {
        using var folder = new TemporaryImages();
        var scene = await new VectorIllustrator().IllustrateAsync(new SceneRequest { Story = story, Index = index }, folder.Path, default);
        var sentences = story.Segments[index].Sentences;
        var each = (seconds - 1) / sentences.Count;
        var request = new ClipRequest
        {
            Scene = scene,
            SceneFolder = folder.Path,
            Spoken = new SpokenSegment
            {
                SegmentId = story.Segments[index].Id,
                Duration = seconds,
                Sentences = [.. sentences.Select((sentence, i) =>
                    new SpokenSentence(sentence.Text, 0.5 + (i * each), 0.5 + ((i + 1) * each)))],
            },
            NarrationFile = "",
            IsFirst = true,
            IsLast = true,
        };
        var painter = new ScenePainter(request, await LayerLoader.LoadAsync(scene, folder.Path, default));
        var (reference, frame) = (new Frame(story.Size.Width(), story.Size.Height()), new Frame(story.Size.Width(), story.Size.Height()));
        painter.Paint(reference, 0);
        var since = 0.0;
        for (var time = 0.25; time < seconds - 0.1; time += 0.25)
        {
            painter.Paint(frame, (int)(time * 30));
            if (Distance(reference, frame) > Difference)
            {
                (reference, frame, since) = (frame, reference, time);
            }

            (time - since).Should().BeLessThan(LongestStandstill, "{0} {1} at {2} s differs by {3:0.00000}",
                story.Segments[index].Diagram?.Kind, story.Segments[index].Title, time, Distance(reference, frame));
        }
    }

    private static double Distance(Frame one, Frame other) =>
        (Sum(one.Y, other.Y) + Sum(one.U, other.U) + Sum(one.V, other.V)) / (double)(one.Y.Samples.Length + one.U.Samples.Length
            + one.V.Samples.Length) / 256;

    private static long Sum(Plane one, Plane other)
    {
        long sum = 0;
        for (var i = 0; i < one.Samples.Length; i++)
        {
            sum += Math.Abs(one.Samples[i] - other.Samples[i]);
        }

        return sum;
    }
}
