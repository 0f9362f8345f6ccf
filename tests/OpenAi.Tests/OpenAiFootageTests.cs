using SkiaSharp;
using TemporalVideo.OpenAi.Videos;
using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Motion.Footage;
using TemporalVideo.Studio.Pictures;
using TemporalVideo.Studio.Providers;

namespace TemporalVideo.OpenAi.Tests;

public sealed class OpenAiFootageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData(940, 1260, 6.5, "720x1280", "8")]
    [InlineData(1920, 620, 30, "1280x720", "12")]
    [InlineData(900, 800, 2, "1280x720", "4")]
    public async Task FilmAsync_Painting_IsSentWholeInTheSizeAndLengthThatSuitIt(
        int width, int height, double seconds, string size, string length)
    {
        await using var bench = await Bench.StartAsync();

        await Footage(bench).FilmAsync(Order(width, height, seconds), _folder.File("a.mp4"), null, default);

        bench.Fake.Refused.Should().BeEmpty();
        var sent = bench.Fake.Requests[0];
        ($"{sent.Body["size"]}", $"{sent.Body["seconds"]}", $"{sent.Body["prompt"]}", $"{sent.Body["model"]}")
            .Should().Be((size, length, "A leaf turns.", "sora-2"));
        var file = sent.Files.Should().ContainSingle().Subject;
        (file.Field, file.Type).Should().Be(("input_reference", "image/png"));
        using var frame = SKBitmap.Decode(file.Bytes);
        $"{frame.Width}x{frame.Height}".Should().Be(size);
        var inner = FootageFit.Within(frame.Width, frame.Height, new LayerRoom(0, 0, width, height));
        foreach (var (x, y, colour) in Corners(inner))
        {
            frame.GetPixel(x, y).Should().Be(colour, "all of the painting is in the frame, at {0},{1}", x, y);
        }

        var film = await new MediaProbe().ProbeAsync(_folder.File("a.mp4"), default);
        $"{film.Video!.Width}x{film.Video.Height}".Should().Be(size);
        film.Duration.Should().BeApproximately(double.Parse(length), 0.1);
        (bench.Booked * 1_000_000).Should().Be(bench.Fake.PaidMicroDollars);
    }

    [Fact]
    public async Task FilmAsync_JobThatTakesTime_IsAskedForAndPaidOnce()
    {
        await using var bench = await Bench.StartAsync();
        var shares = new List<double>();

        await Footage(bench).FilmAsync(Order(940, 1260, 3), _folder.File("a.mp4"), new Direct(shares.Add), default);

        bench.Fake.Requests.Count(request => request.Endpoint == "videos").Should().Be(1);
        shares.Should().Equal(0.5, 1);
        bench.Calls.Select(call => (call.Units, call.Price, call.IsKnownAgain)).Should().Equal((4, 0.4m, false), (0, 0, true));
    }

    [Fact]
    public async Task FilmAsync_SameOrderAgain_HasTheSameKeys()
    {
        await using var bench = await Bench.StartAsync();
        for (var i = 0; i < 2; i++)
        {
            await Footage(bench).FilmAsync(Order(940, 1260, 3), _folder.File("a.mp4"), null, default);
        }

        await Footage(bench).FilmAsync(Order(940, 1260, 6), _folder.File("a.mp4"), null, default);

        var ordered = bench.Calls.Where(call => !call.IsKnownAgain).Select(call => call.Key).ToList();
        ordered[1].Should().Be(ordered[0]);
        ordered[2].Should().NotBe(ordered[0]);
    }

    [Fact]
    public async Task FilmAsync_JobFails_IsRefusedWithTheReasonAndLeavesNoFile()
    {
        await using var bench = await Bench.StartAsync();
        bench.Fake.VideosFailBecause = "The picture was not accepted.";

        var failure = await bench.FailureOfAsync(
            () => Footage(bench).FilmAsync(Order(940, 1260, 3), _folder.File("a.mp4"), null, default));

        failure.Kind.Should().Be(ProviderFailure.Refused);
        failure.Message.Should().Contain("The picture was not accepted.").And.Contain("may have been charged");
        File.Exists(_folder.File("a.mp4")).Should().BeFalse();
        bench.Discarded.Should().Equal([bench.Calls[0]], "who tries again orders another");
    }

    [Fact]
    public async Task FilmAsync_ForbiddenPrompt_IsRefusedAndNothingIsPaid()
    {
        await using var bench = await Bench.StartAsync();

        var failure = await bench.FailureOfAsync(() => Footage(bench).FilmAsync(
            Order(940, 1260, 3) with { Prompt = "Something forbidden." }, _folder.File("a.mp4"), null, default));

        failure.Kind.Should().Be(ProviderFailure.Refused);
        bench.Fake.PaidMicroDollars.Should().Be(0);
    }

    public void Dispose() => _folder.Dispose();

    private static OpenAiFootage Footage(Bench bench) => new(
        bench.Service,
        new OpenAiFootageOptions
        {
            Model = "sora-2",
            Sizes = [(720, 1280), (1280, 720)],
            Seconds = [4, 8, 12],
            Price = (_, _) => 0.1m,
            BetweenLooks = TimeSpan.FromMilliseconds(1),
        },
        new Circuit("openai", 2, TimeSpan.FromHours(1), TimeProvider.System),
        TimeProvider.System);

    /// <summary>A painting of four colours, in a file that holds more than it.</summary>
    private FootageOrder Order(int width, int height, double seconds)
    {
        var room = new LayerRoom(12, 4, width, height);
        using var surface = SKSurface.Create(new SKImageInfo(width + 24, height + 8));
        surface.Canvas.Clear(SKColors.Black);
        foreach (var (x, y, colour) in Corners(room))
        {
            using var paint = new SKPaint { Color = colour };
            surface.Canvas.DrawRect(
                x < room.X + (width / 2) ? room.X : room.X + (width / 2f), y < room.Y + (height / 2) ? room.Y : room.Y + (height / 2f),
                width / 2f, height / 2f, paint);
        }

        using var picture = surface.Snapshot();
        using var png = picture.Encode(SKEncodedImageFormat.Png, 100);
        File.WriteAllBytes(_folder.File("painting.png"), png.ToArray());
        return new FootageOrder("A leaf turns.", _folder.File("painting.png"), room, seconds);
    }

    private static IEnumerable<(int X, int Y, SKColor Colour)> Corners(LayerRoom room) =>
    [
        (room.X + 6, room.Y + 6, SKColors.Red), (room.X + room.Width - 7, room.Y + 6, SKColors.Lime),
        (room.X + 6, room.Y + room.Height - 7, SKColors.Blue), (room.X + room.Width - 7, room.Y + room.Height - 7, SKColors.Yellow),
    ];

    private sealed class Direct(Action<double> tell) : IProgress<double>
    {
        public void Report(double value) => tell(value);
    }
}
