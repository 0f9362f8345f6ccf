using SkiaSharp;
using TemporalVideo.OpenAi.Images;
using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Pictures;
using TemporalVideo.Studio.Providers;
using TemporalVideo.Tests.OpenAi;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.OpenAi.Tests;

public sealed class OpenAiStillsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData(VideoSize.Wide, "1536x1024", 1920, 1080)]
    [InlineData(VideoSize.Tall, "1024x1536", 1080, 1920)]
    [InlineData(VideoSize.Square, "1024x1024", 1080, 1080)]
    public async Task DrawAsync_StoryOfASize_AsksForTheLargestOfItsShapeAndDistortsNothing(
        VideoSize size, string asked, int width, int height)
    {
        await using var bench = await Bench.StartAsync();

        await Stills(bench).DrawAsync(Request("A leaf.", size), _folder.File("a.png"), default);

        bench.Fake.Requests.Single().Body["size"]!.GetValue<string>().Should().Be(asked);
        using var picture = SKBitmap.Decode(_folder.File("a.png"));
        (picture.Width, picture.Height).Should().Be((width, height));
        var (wide, high) = Ring(picture);
        wide.Should().BeCloseTo(high, 4);
    }

    [Theory]
    [InlineData(VideoSize.Wide, "1024x1536")]
    [InlineData(VideoSize.Tall, "1536x1024")]
    public async Task IllustrateAsync_SceneWithoutDiagram_IsPaintedOnceAndLaidOutWithItsTexts(VideoSize size, string asked)
    {
        await using var bench = await Bench.StartAsync();
        var painted = new PaintedIllustrator(Stills(bench), new VectorIllustrator());
        var request = Request("A leaf.", size);

        var scene = await painted.IllustrateAsync(request, _folder.Path, default);

        var sent = bench.Fake.Requests.Single().Body;
        (sent["prompt"]!.GetValue<string>(), sent["size"]!.GetValue<string>()).Should().Be(("A leaf.", asked));
        var layer = scene.Layers.Single(layer => layer.File.Contains("painting", StringComparison.Ordinal));
        using var picture = SKBitmap.Decode(_folder.File(layer.File));
        Colours(picture).Should().BeGreaterThan(100, "it is the painting and no plain ground");
        scene.Texts.Select(text => text.Text).Should().Contain(text => text.Contains("green", StringComparison.Ordinal));
        painted.Identity.Should().Contain("gpt-image-1").And.Contain("vector/");
    }

    [Fact]
    public async Task IllustrateAsync_SceneWithDataOrTheEnd_IsDrawnHere()
    {
        await using var bench = await Bench.StartAsync();
        var painted = new PaintedIllustrator(Stills(bench), new VectorIllustrator());
        var number = new Diagram { Kind = DiagramKind.Number, Items = [new DiagramItem { Label = "leaves" }] };
        foreach (var change in new Func<Segment, Segment>[]
        {
            segment => segment with { Diagram = number },
            segment => segment with { Kind = SegmentKind.Conclusion },
        })
        {
            var request = Request("A leaf.");
            request = request with { Story = request.Story with { Segments = [change(request.Segment)] } };

            await painted.IllustrateAsync(request, _folder.Path, default);

            painted.Pays(request).Should().BeFalse();
        }

        bench.Fake.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task DrawAsync_Picture_BooksWhatWasCharged()
    {
        await using var bench = await Bench.StartAsync();

        await Stills(bench).DrawAsync(Request("A leaf."), _folder.File("a.png"), default);

        (bench.Booked * 1_000_000).Should().BeInRange(bench.Fake.PaidMicroDollars - 1, bench.Fake.PaidMicroDollars);
        bench.Calls.Single().Price.Should().BeGreaterThan(bench.Booked, "what the prompt costs is set aside as well");
    }

    [Fact]
    public async Task DrawAsync_PicturesToKeepTo_AreSentInAFormAndBookedByTheirTokens()
    {
        await using var bench = await Bench.StartAsync();
        var request = await WithReferencesAsync(bench, "A leaf.", 3);

        await Stills(bench, reference: 0.002m).DrawAsync(request, _folder.File("a.png"), default);

        bench.Fake.Refused.Should().BeEmpty();
        var sent = bench.Fake.Requests.Last();
        sent.Endpoint.Should().Be("edits");
        sent.Files.Select(file => (file.Field, file.Type)).Should().Equal(Enumerable.Repeat(("image[]", "image/png"), 3));
        sent.Files[2].Bytes.Should().Equal(await File.ReadAllBytesAsync(request.References.Files[2]));
        $"{sent.Body["prompt"]}".Should().Be("A leaf.\nKeep to these.");
        $"{sent.Body["size"]}".Should().Be("1536x1024");
        $"{sent.Body["quality"]}".Should().Be("medium");
        bench.Calls.Last().Price.Should().BeInRange(0.069m, 0.071m, "three pictures are set aside, too");
        (bench.Booked * 1_000_000).Should().BeInRange(bench.Fake.PaidMicroDollars - 1, bench.Fake.PaidMicroDollars);
        bench.Calls.Sum(call => call.Price).Should().BeGreaterThanOrEqualTo(bench.Booked);
    }

    [Fact]
    public async Task DrawAsync_OtherPicturesToKeepTo_AreAnotherCall()
    {
        await using var bench = await Bench.StartAsync();
        var one = await WithReferencesAsync(bench, "A leaf.", 2);
        var other = one with { References = one.References with { Files = [.. one.References.Files.Reverse()] } };
        var stills = Stills(bench, reference: 0.002m);

        foreach (var request in new[] { one, other, one })
        {
            await stills.DrawAsync(request, _folder.File("a.png"), default);
        }

        var keys = bench.Calls.TakeLast(3).Select(call => call.Key).ToList();
        keys[0].Should().Be(keys[2]).And.NotBe(keys[1]);
    }

    [Fact]
    public async Task DrawAsync_AnotherTake_IsAnotherCallOfTheSamePromptAndTheSameOrderTheSameCall()
    {
        await using var bench = await Bench.StartAsync();
        var request = Request("A leaf.");
        foreach (var order in new[] { null, "two/2", "two/2", "three/2" })
        {
            var take = order is null ? null : new PictureTake { Number = 2, Ordered = order };
            var story = request.Story with { Segments = [request.Segment with { Take = take }] };
            await Stills(bench).DrawAsync(request with { Story = story }, _folder.File("a.png"), default);
        }

        bench.Fake.Requests.Select(sent => $"{sent.Body["prompt"]}").Should().OnlyContain(prompt => prompt == "A leaf.");
        var keys = bench.Calls.Select(call => call.Key).ToList();
        keys[1].Should().Be(keys[2]).And.NotBe(keys[0]).And.NotBe(keys[3]);
    }

    [Fact]
    public async Task IllustrateAsync_AnotherTake_OrdersItOfThePainter()
    {
        await using var bench = await Bench.StartAsync();
        var painted = new PaintedIllustrator(Stills(bench), new VectorIllustrator());
        var request = Request("A leaf.");
        var another = request.Segment with { Take = new PictureTake { Number = 2, Ordered = "two/2" } };

        await painted.IllustrateAsync(request, _folder.Path, default);
        await painted.IllustrateAsync(request with { Story = request.Story with { Segments = [another] } }, _folder.Path, default);

        bench.Calls.Select(call => call.Key).Should().OnlyHaveUniqueItems().And.HaveCount(2);
    }

    [Fact]
    public async Task DrawAsync_ModelThatTakesNoPictures_IsToldWordsAlone()
    {
        await using var bench = await Bench.StartAsync();
        var request = await WithReferencesAsync(bench, "A leaf.", 1);

        await Stills(bench).DrawAsync(request, _folder.File("a.png"), default);

        bench.Fake.Requests.Select(sent => sent.Endpoint).Should().OnlyContain(name => name == "images");
        $"{bench.Fake.Requests.Last().Body["prompt"]}".Should().Be("A leaf.");
    }

    [Fact]
    public async Task DrawAsync_ForbiddenPrompt_IsRefused()
    {
        await using var bench = await Bench.StartAsync();

        var failure = await bench.FailureOfAsync(
            () => Stills(bench).DrawAsync(Request("Something forbidden."), _folder.File("a.png"), default));

        failure.Kind.Should().Be(ProviderFailure.Refused);
        File.Exists(_folder.File("a.png")).Should().BeFalse();
    }

    [Fact]
    public async Task Current_ServiceFailsTwice_IsTheNextAndSaysWhy()
    {
        await using var bench = await Bench.StartAsync();
        bench.Fake.Plan("images", new Fault.Failing(), new Fault.Failing());
        var circuit = Circuit();
        var opened = new List<CircuitOpened>();
        circuit.Opened = opened.Add;
        var stills = new PreferredStills([(Stills(bench, circuit), circuit)], new PosterIllustrator());

        var identities = new List<string>();
        for (var i = 0; i < 2; i++)
        {
            identities.Add(stills.Current.Identity);
            await bench.FailureOfAsync(() => stills.Current.DrawAsync(Request("A leaf."), _folder.File("a.png"), default));
        }

        identities.Should().AllBe("openai/gpt-image-1/medium/1");
        stills.Current.Should().BeOfType<PosterIllustrator>();
        stills.Instead.Should().Contain("failed (500)");
        opened.Should().ContainSingle().Which.Provider.Should().Be("openai");
    }

    public void Dispose() => _folder.Dispose();

    private static Circuit Circuit() => new("openai", 2, TimeSpan.FromHours(1), TimeProvider.System);

    /// <summary>A request with pictures beside it, which the same service has painted.</summary>
    private async Task<SceneRequest> WithReferencesAsync(Bench bench, string guidance, int count)
    {
        var files = Enumerable.Range(1, count).Select(number => _folder.File($"reference{number}.png")).ToList();
        foreach (var (index, file) in files.Index())
        {
            await Stills(bench).PaintAsync($"Thing {index}", 1024, 1024, ReferenceSheet.None, null, file, default);
        }

        return Request(guidance) with { References = new ReferenceSheet(files, "Keep to these.") };
    }

    private static OpenAiStills Stills(Bench bench, Circuit? circuit = null, decimal? reference = null) => new(
        bench.Service,
        new OpenAiImageOptions
        {
            Model = "gpt-image-1",
            Quality = "medium",
            Sizes = [(1024, 1024), (1536, 1024), (1024, 1536)],
            Price = (_, _) => 0.063m,
            Tokens = new TokenPrices(5, 40),
            ReferencePrice = reference,
            ReferenceTokens = 10,
        },
        circuit ?? Circuit());

    private static SceneRequest Request(string guidance, VideoSize size = VideoSize.Wide) => new()
    {
        Index = 0,
        Story = new Story
        {
            Title = "Leaves",
            Size = size,
            Segments =
            [
                new Segment
                {
                    Id = "s01", Kind = SegmentKind.Concept, Title = "Leaves", Sentences = [new Sentence { Text = "A leaf is green." }],
                    VisualGuidance = guidance, Duration = 5,
                },
            ],
        },
    };

    private static int Colours(SKBitmap picture) => picture.Pixels.Distinct().Count();

    /// <summary>Width and height of the ring in the middle, from its centre outwards to where its colour ends.</summary>
    private static (int Wide, int High) Ring(SKBitmap picture)
    {
        var (x, y) = (picture.Width / 2, picture.Height / 2);
        return (Reach(i => picture.GetPixel(x + i, y)) + Reach(i => picture.GetPixel(x - i, y)),
            Reach(i => picture.GetPixel(x, y + i)) + Reach(i => picture.GetPixel(x, y - i)));

        static int Reach(Func<int, SKColor> at) => Enumerable.Range(0, 500).First(i => Far(at(i), at(0)));

        static bool Far(SKColor one, SKColor other) =>
            Math.Abs(one.Red - other.Red) + Math.Abs(one.Green - other.Green) + Math.Abs(one.Blue - other.Blue) > 120;
    }
}
