using TemporalVideo.Studio.Motion;
using TemporalVideo.Studio.Narration;
using TemporalVideo.Studio.Pictures;
using TemporalVideo.Studio.Pictures.Drawing;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Tests.Motion;

public sealed class LayerMotionTests
{
    private static readonly SpokenSegment Spoken =
        new() { SegmentId = "s01", Duration = 10, Sentences = [new("One.", 1, 4), new("Two.", 5, 9)] };

    [Theory]
    [InlineData(LayerEntrance.Fade)]
    [InlineData(LayerEntrance.Rise)]
    [InlineData(LayerEntrance.Drop)]
    [InlineData(LayerEntrance.FromLeft)]
    [InlineData(LayerEntrance.FromRight)]
    [InlineData(LayerEntrance.Wipe)]
    public void At_Entrance_HidesBeforeItsCueAndRestsAfterIt(LayerEntrance entrance)
    {
        var motion = Motion(Layer() with { Entrance = entrance }, cue: 4);

        motion.At(3.9).Visible.Should().BeFalse();
        var rested = motion.At(5.2);
        rested.Should().BeEquivalentTo(new { Scale = 1.0, Opacity = 1.0, Revealed = 1.0 });
        rested.X.Should().BeApproximately(600, 10);
        rested.Y.Should().BeApproximately(400, 10);
    }

    [Theory]
    [InlineData(LayerEntrance.FromLeft, -1, 0)]
    [InlineData(LayerEntrance.FromRight, 1, 0)]
    [InlineData(LayerEntrance.Rise, 0, 1)]
    [InlineData(LayerEntrance.Drop, 0, -1)]
    public void At_EntranceBegun_ComesFromItsSide(LayerEntrance entrance, int sideways, int downwards)
    {
        var place = Motion(Layer() with { Entrance = entrance }, cue: 4).At(4.05);

        Math.Sign(Math.Round((place.X - 600) / 20)).Should().Be(sideways);
        Math.Sign(Math.Round((place.Y - 400) / 20)).Should().Be(downwards);
    }

    [Theory]
    [InlineData(LayerIdle.Float)]
    [InlineData(LayerIdle.Sway)]
    [InlineData(LayerIdle.Drift)]
    public void At_Idle_NeverStopsNorJumps(LayerIdle idle)
    {
        var motion = Motion(Layer() with { Entrance = LayerEntrance.Fade, Idle = idle }, cue: 0);

        var places = Enumerable.Range(30, 240).Select(frame => motion.At(frame / 30.0)).ToList();
        var steps = places.Zip(places.Skip(1), (a, b) => Math.Abs(a.X - b.X) + Math.Abs(a.Y - b.Y)).ToList();
        steps.Max().Should().BeLessThan(1.2);
        steps.Chunk(30).Should().OnlyContain(second => second.Sum() > 0.5);
    }

    [Fact]
    public void At_NearLayer_ShiftsMoreThanText()
    {
        var (text, near) = (Motion(Layer(), 0), Motion(Layer() with { Depth = 1 }, 0));

        double Way(LayerMotion motion) => Math.Abs(motion.At(9).X - motion.At(0).X);
        Way(near).Should().BeGreaterThan(3 * Way(text));
        text.At(7).Scale.Should().Be(1);
    }

    [Theory]
    [InlineData(VideoSize.Wide, 1920, 1080, 0, 0)]
    [InlineData(VideoSize.Wide, 2100, 1260, -90, -90)]
    [InlineData(VideoSize.Tall, 1260, 2100, -90, -90)]
    [InlineData(VideoSize.Square, 1080, 1080, 0, 0)]
    public void At_Background_AlwaysCoversThePicture(VideoSize size, int width, int height, int x, int y)
    {
        var motion = new LayerMotion(
            new SceneLayer { File = "b.png", X = x, Y = y, Width = width, Height = height, Depth = 1 }, 0, 0, new Camera("s02"),
            size);

        Enumerable.Range(0, 31).Select(time => motion.At(time)).Should().OnlyContain(place =>
            place.X <= 0 && place.Y <= 0 && place.X + (width * place.Scale) >= size.Width() - 1e-9 && place.Y
                + (height * place.Scale) >= size.Height() - 1e-9);
    }

    [Fact]
    public void At_Step_DrawsNearerWithTheSecondSentenceAndBackWithTheThird()
    {
        var motion = new LayerMotion(Layer() with { Idle = LayerIdle.Step }, 1, 0, new Camera("s01"), VideoSize.Wide, [4, 8]);

        motion.At(3.9).Scale.Should().Be(1);
        motion.At(6).Scale.Should().BeInRange(1.03, 1.06);
        motion.At(10).Scale.Should().BeApproximately(1, 1e-9);
    }

    [Fact]
    public void At_ApproachThroughManySentences_NeverStandsForLong()
    {
        var motion = new LayerMotion(Layer() with { Idle = LayerIdle.Approach }, 1, 0, new Camera("s01"), VideoSize.Wide, [7, 14, 21, 28]);

        var scales = Enumerable.Range(0, 34).Select(second => motion.At(second).Scale).ToList();

        scales.Should().OnlyContain(scale => scale >= 1 && scale <= 1.061);
        scales.Zip(scales.Skip(2), (one, other) => Math.Abs(one - other)).Count(change => change < 1e-6).Should().BeLessThan(5,
            "only around a turn it is as near as two seconds before");
    }

    [Theory]
    [InlineData(VideoSize.Wide)]
    [InlineData(VideoSize.Tall)]
    [InlineData(VideoSize.Square)]
    public void At_StepOfTheWholeSafeArea_StaysClearOfEdgesAndCaptions(VideoSize size)
    {
        var safe = Canvas.Of(size).Safe;
        var layer = new SceneLayer
        {
            File = "l.png",
            X = (int)safe.X,
            Y = (int)safe.Y,
            Width = (int)safe.Width,
            Height = (int)safe.Height,
            Idle = LayerIdle.Step,
        };
        var captions = CaptionLayout.Of(size);
        foreach (var place in Enumerable.Range(20, 300).Select(frame =>
            new LayerMotion(layer, 1, 0, new Camera("s01"), size, [1]).At(frame / 10.0)))
        {
            place.X.Should().BeGreaterThan(size.Width() * 0.02);
            (place.X + (safe.Width * place.Scale)).Should().BeLessThan(size.Width() * 0.98);
            (place.Y + (safe.Height * place.Scale)).Should().BeLessThan(captions.Bottom - (2 * captions.FontSize) - 34 + 8);
        }
    }

    [Theory]
    [InlineData(0, 0, 0.4)]
    [InlineData(0, 0.5, 2.42)]
    [InlineData(1, 0, 4.92)]
    [InlineData(9, 1, 8.92)]
    [InlineData(9, 1, 8.5, 9.4)]
    public void Time_Cue_IsJustBeforeTheWordAndNeverTooLate(int sentence, double fraction, double expected, double duration = 10) =>
        Cue.Time(
            Layer() with { Entrance = LayerEntrance.Rise, CueSentence = sentence, CueFraction = fraction },
            Spoken with { Duration = duration },
            0.4).Should().BeApproximately(expected, 1e-9);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Draw_PanelTransition_CoversLastAndFirstFrameWhollyAndLeavesTheRest(int joint)
    {
        var panel = new PanelTransition("#E4572E", joint);
        var colour = Yuv.Parse("#E4572E");

        Drawn(frame => panel.DrawIn(frame, 0)).Y.Samples.Should().OnlyContain(sample => sample == colour.Y);
        Drawn(frame => panel.DrawOut(frame, 0)).V.Samples.Should().OnlyContain(sample => sample == colour.V);
        Drawn(frame => panel.DrawIn(frame, PanelTransition.Frames)).Y.Samples.Should().OnlyContain(sample => sample == 0);
        Drawn(frame => panel.DrawOut(frame, PanelTransition.Frames)).Y.Samples.Should().OnlyContain(sample => sample == 0);
    }

    [Theory]
    [InlineData(VideoSize.Wide)]
    [InlineData(VideoSize.Tall)]
    [InlineData(VideoSize.Square)]
    public void Place_SlowZoom_KeepsEveryTitleInThePictureAtEveryMoment(VideoSize size)
    {
        const double Hidden = 0.02;
        var (width, height, safe) = (size.Width(), size.Height(), Canvas.Of(size).Safe);
        foreach (var place in Enumerable.Range(0, 600).Select(frame => StillClip.Place(size, frame / 10.0)))
        {
            place.X.Should().BeLessThanOrEqualTo(0);
            place.Y.Should().BeLessThanOrEqualTo(0);
            (place.X + (width * place.Scale)).Should().BeGreaterThanOrEqualTo(width);
            (place.Y + (height * place.Scale)).Should().BeGreaterThanOrEqualTo(height);
            (place.X + (safe.X * place.Scale)).Should().BeGreaterThan(width * Hidden);
            (place.Y + (safe.Y * place.Scale)).Should().BeGreaterThan(height * Hidden);
            (place.X + (safe.Right * place.Scale)).Should().BeLessThan(width * (1 - Hidden));
        }
    }

    [Fact]
    public void Shift_LongClip_NeverRestsAndStaysNear()
    {
        var camera = new Camera("s03");
        var places = Enumerable.Range(0, 1200).Select(frame => camera.Shift(frame / 10.0)).ToList();

        places.Should().OnlyContain(place => Math.Abs(place.X) <= Camera.Reach && Math.Abs(place.Y) <= Camera.Reach);
        places.Zip(places.Skip(10), (a, b) => Math.Sqrt(Math.Pow(a.X - b.X, 2) + Math.Pow(a.Y - b.Y, 2))).Min().Should()
            .BeGreaterThan(5, "pixels a second of the nearest layers");
    }

    private static Frame Drawn(Action<Frame> draw)
    {
        var frame = new Frame(192, 108);
        draw(frame);
        return frame;
    }

    private static SceneLayer Layer() => new() { File = "l.png", X = 600, Y = 400, Width = 200, Height = 100 };

    private static LayerMotion Motion(SceneLayer layer, double cue) => new(layer, 1, cue, new Camera("s01"));
}
