using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Narration;
using TemporalVideo.Studio.Pictures;
using TemporalVideo.Studio.Quality;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Tests.Quality;

/// <summary>
/// Each check of a video finds what it is for: a video that is wrong in one way scores lower than the right one, and says when, what and
/// how to mend it.
/// </summary>
public sealed class QualityReportTests
{
    private const string Lesson = """
        # Tides

        The sea rises and falls **twice** a day. [The moon](moon.md) pulls the water of the sea.

        | Body | Distance in km |
        | --- | ---: |
        | Moon | 384,400 |
        | Sun | 149,600,000 |

        The sun pulls as well, but less.
        """;

    private static readonly Story Told = new()
    {
        Title = "Tides",
        Segments =
        [
            Part("s01", "Tides", "The sea rises and falls twice a day."),
            Part("s02", "The moon", "The moon pulls the water of the sea.") with
            {
                Diagram = Bars(("Moon", "384,400", 384400), ("Sun", "149,600,000", 149600000)),
            },
            Part("s03", "The sun", "The sun pulls as well, but less."),
        ],
    };

    private static readonly QualityEvidence Right = Evidence(Told);

    /// <summary>What is broken, the score that it may keep at most, and what is said of it.</summary>
    public static TheoryData<string, int, string> Faults => new()
    {
        { "invented sentence", 60, "does not stand in the lesson" },
        { "left out", 95, "of the lesson's words" },
        { "swapped numbers", 60, "but not in the lesson" },
        { "misread number", 60, "is drawn as" },
        { "unspoken", 60, "is hardly said" },
        { "dangling", 60, "points to what" },
        { "no glyph", 60, "cannot be drawn" },
        { "wrong caption", 60, "is not what is said" },
        { "missing caption", 60, "has no caption" },
        { "late caption", 60, "another sentence" },
        { "fast caption", 85, "characters a second" },
        { "long caption", 85, "fit" },
        { "three lines", 85, "3 lines" },
        { "only words", 95, "shows nothing but words" },
        { "hurried", 85, "to read it takes" },
        { "silence", 90, "Nobody speaks" },
        { "standing", 90, "Nothing new" },
        { "off the word", 90, "off its word" },
        { "unlike picture", 60, "little to do with" },
        { "repeats its heading", 90, "twice" },
        { "alike", 80, "looks alike" },
        { "flashing", 60, "flashes up to 5 times" },
        { "loud music", 50, "louder than its pauses" },
        { "pale text", 60, "contrast of 1.2" },
    };

    [Fact]
    public void Of_PaintedScenesWithoutPictograms_ShowMoreThanType()
    {
        var painted = Right.Scenes.ToDictionary(scene => scene.Key, scene => scene.Value with
        {
            Layers = [.. scene.Value.Layers.Select(layer => layer with { Footage = new LayerRoom(0, 0, 10, 10) })],
        });

        QualityReport.Of(With("only words") with { Scenes = painted }).Worst
            .Should().NotContain(moment => moment.What.Contains("nothing but words", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_VideoWithoutFault_HasAllPoints() =>
        QualityReport.Of(Right).Should().BeEquivalentTo(new { Score = 100, Worst = Array.Empty<QualityMoment>() });

    [Theory]
    [MemberData(nameof(Faults))]
    public void Of_VideoWithOneFault_ScoresLowerAndSaysWhy(string fault, int most, string what)
    {
        var report = QualityReport.Of(With(fault));

        report.Score.Should().BeLessThanOrEqualTo(most);
        report.Worst.Should().Contain(moment => moment.What.Contains(what)).And.OnlyContain(moment => moment.Mend.Length > 0);
    }

    [Theory]
    [InlineData("unlike picture", PieceKind.Scene, "s01")]
    [InlineData("alike", PieceKind.Scene, "s03")]
    [InlineData("standing", PieceKind.Scene, "s01", "s02", "s03")]
    [InlineData("off the word", PieceKind.Scene, "s01")]
    [InlineData("pale text", PieceKind.Scene, "s01")]
    [InlineData("flashing", PieceKind.Footage, "s01", "s03")]
    [InlineData("loud music", PieceKind.Music, null)]
    public void Of_FaultOfAPiece_NamesIt(string fault, PieceKind kind, params string?[]? segments) =>
        QualityReport.Of(With(fault)).Faulty.Should().Equal((segments ?? [null]).Select(id => new FaultyPiece(kind, id)));

    [Theory]
    [InlineData("invented sentence")]
    [InlineData("hurried")]
    [InlineData("fast caption")]
    public void Of_FaultOfTheLesson_BlamesNoPiece(string fault) => QualityReport.Of(With(fault)).Faulty.Should().BeEmpty();

    [Fact]
    public void Of_FaultsOfSeveralPieces_PutsTheDearestFirst()
    {
        var evidence = With("unlike picture");
        var text = new TextContrast(7, "The moon", 1.2, 0.03);

        QualityReport.Of(evidence with { Film = evidence.Film! with { SpeechOverMusic = 1, Contrasts = [text, text with { At = 13 }] } })
            .Faulty.Select(piece => piece.SegmentId).Should().Equal(null, "s02", "s03", "s01");
    }

    [Fact]
    public void Of_ManyFaults_NamesTheFiveDearestFirst()
    {
        var story = Told with
        {
            Segments = [.. Told.Segments.Select(segment => segment with { Title = "\uD801\uDE00", KeyPoints = [segment.Title] })],
        };

        var report = QualityReport.Of(Evidence(story) with { Source = "# Nothing" });

        report.Worst.Should().HaveCount(5);
        report.Score.Should().BeLessThan(10, "a wrong video has no high score");
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    public void Of_LeftOutForAWantedLength_IsListedAndCostsNothing(bool asWished, int findings)
    {
        var story = Told with
        {
            NotInVideo = [new NotInVideo(9, "At half moon the tides are weak.", "no room in 30 seconds") { AsWished = asWished }],
        };

        QualityReport.Of(Evidence(story)).Checks.Single(check => check.Name == "share of the lesson").Findings.Should().Be(findings);
    }

    [Fact]
    public void Of_RewrittenSentence_IsExcusedByTheList()
    {
        var story = With("invented sentence").Story with
        {
            NotInVideo = [new NotInVideo(3, "The sea rises.", "rewritten by whoever reviewed it")],
        };

        QualityReport.Of(Evidence(story)).Checks.Single(check => check.Name == "narration is the lesson's").Findings.Should().Be(0);
    }

    internal static QualityEvidence With(string fault) => fault switch
    {
        "invented sentence" => Evidence(Change(2, segment => segment with
        {
            Sentences = [new Sentence { Text = "The sun pulls harder." }],
        })),
        "left out" => Evidence(Told with { NotInVideo = [new NotInVideo(9, "At half moon the tides are weak.", "no room")] }),
        "swapped numbers" => Evidence(Change(1, segment => segment with
        {
            Diagram = Bars(("Moon", "149,600,000", 149600000), ("Sun", "384,400", 384400)),
        })),
        "misread number" => Evidence(Change(1, segment => segment with { Diagram = Bars(("Moon", "384,400", 384.4)) })),
        "unspoken" => Evidence(Change(2, segment => segment with
        {
            Sentences = [new Sentence { Text = "The sun pulls as well, but less.", Spoken = "less." }],
        })),
        "dangling" => Evidence(Change(2, segment => segment with { Sentences = [new Sentence { Text = "See Figure 3." }] })),
        "no glyph" => Evidence(Change(2, segment => segment with { Title = "The sun \uD801\uDE00" })),
        "wrong caption" => Right with { Captions = Captions(lines => [lines[0].Replace("falls", "sinks", StringComparison.Ordinal)]) },
        "missing caption" => Right with { Captions = [.. Right.Captions!.SkipLast(1)] },
        "late caption" => Right with { Captions = [.. Right.Captions!.Select(cue => cue with { Start = cue.Start + 7 })] },
        "fast caption" => Right with { Captions = [.. Right.Captions!.Select(cue => cue with { End = cue.Start + 1 })] },
        "long caption" => Right with { Captions = Captions(lines => [lines[0].Replace(" ", "  ", StringComparison.Ordinal) + "       "]) },
        "three lines" => Right with { Captions = Captions(lines => [lines[0][..9], lines[0][9..18], lines[0][18..]]) },
        "hurried" => Right with { Schedule = Speak(Told, 1.2), Captions = null },
        "silence" => Right with { Schedule = Speak(Told, 12), Captions = null, Scenes = new Dictionary<string, SceneArt>() },
        "standing" => Right with { Scenes = Scenes(entrances: 0), Schedule = Speak(Told, 10), Captions = null },
        "off the word" => Right with { Scenes = Scenes(words: "day"), Schedule = Speak(Told, 5.6), Captions = null },
        "unlike picture" => Right with { Pictograms = Pictograms(0.05) },
        "only words" => Right with { Pictograms = new Dictionary<string, IReadOnlyList<ShownPictogram>>() },
        "repeats its heading" => Evidence(Change(2, segment => segment with { KeyPoints = ["The sun"] })),
        "alike" => Right with { Scenes = Told.Segments.ToDictionary(segment => segment.Id, _ => Scene("01-title.png", 1, null)) },
        "flashing" => Right with { Film = Right.Film! with { Flashes = 5, FlashingAt = [1, 2.5, 13] } },
        "loud music" => Right with { Film = Right.Film! with { SpeechOverMusic = 4 } },
        "pale text" => Right with { Film = Right.Film! with { Contrasts = [new TextContrast(1, "Tides", 1.2, 0.03)] } },
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "No such fault."),
    };

    private static QualityEvidence Evidence(Story story)
    {
        var schedule = Speak(story, 6);
        return new QualityEvidence
        {
            Story = story,
            Source = Lesson,
            Schedule = schedule,
            Captions = SubtitleCues.Of(schedule.Segments, CaptionLayout.Of(story.Size)),
            Scenes = Scenes(),
            Pictograms = Pictograms(0.6),
            Film = new FilmMeasurements
            {
                Flashes = 0,
                FlashesAt = 0,
                SpeechOverMusic = 14,
                Contrasts = [new TextContrast(1, "Tides", 9, 0.03)],
            },
        };
    }

    /// <summary>Every sentence lasts all of its segment but a second.</summary>
    private static NarrationSchedule Speak(Story story, double seconds) => new(1,
    [
        .. story.Segments.Select(segment => new SpokenSegment
        {
            SegmentId = segment.Id,
            Duration = seconds,
            Sentences = [.. segment.Sentences.Select(sentence => new SpokenSentence(
                sentence.Text, 0.5, Math.Max(1, Math.Min(seconds, 6) - 0.5))
            {
                Words = [.. sentence.Text.Split(' ').Index()
                    .Select(word => new WordTime(word.Item, 0.5 + (0.65 * word.Index), 1 + (0.65 * word.Index)))],
            })],
        }),
    ]);

    private static IReadOnlyList<SubtitleCue> Captions(Func<IReadOnlyList<string>, IReadOnlyList<string>> change) =>
        [.. Right.Captions!.Select(cue => cue with { Lines = change([string.Join(' ', cue.Lines)]) })];

    private static Dictionary<string, SceneArt> Scenes(int entrances = 2, string? words = null) => Told.Segments.Index().ToDictionary(
        segment => segment.Item.Id, segment => Scene($"01-part{segment.Index}.png", entrances, words));

    private static SceneArt Scene(string file, int entrances, string? words) => new()
    {
        Accent = "#000000",
        Background = "#000000",
        Layers = [.. Enumerable.Range(0, Math.Max(1, entrances)).Select(i => new SceneLayer
        {
            File = file,
            X = 0,
            Y = 0,
            Width = 9,
            Height = 9,
            Entrance = entrances == 0 ? LayerEntrance.None : LayerEntrance.Fade,
            CueFraction = 0.1,
            CueWords = words,
        })],
    };

    private static Dictionary<string, IReadOnlyList<ShownPictogram>> Pictograms(double similarity) => new()
    {
        ["s01"] = [new ShownPictogram("full-moon", "The moon", 0.9) { ToSentence = similarity }],
        ["s03"] = [new ShownPictogram("sun", "The sun", 0.9) { ToSentence = 0.6 }],
    };

    private static Story Change(int at, Func<Segment, Segment> change) =>
        Told with { Segments = [.. Told.Segments.Select((segment, i) => i == at ? change(segment) : segment)] };

    private static Segment Part(string id, string title, string sentence) => new()
    {
        Id = id,
        Kind = SegmentKind.Concept,
        Title = title,
        Sentences = [new Sentence { Text = sentence }],
        VisualGuidance = "",
        Duration = 6,
    };

    private static Diagram Bars(params (string Label, string Text, double Number)[] bars) => new()
    {
        Kind = DiagramKind.Bars,
        Columns = ["Body", "Distance in km"],
        Items = [.. bars.Select(bar => new DiagramItem { Label = bar.Label, Values = [new DiagramValue(bar.Text, bar.Number)] })],
    };
}
