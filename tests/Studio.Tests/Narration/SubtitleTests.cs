using System.Text.RegularExpressions;
using TemporalVideo.Studio.Narration;
using TemporalVideo.Studio.Pictures.Drawing;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Tests.Narration;

public sealed partial class SubtitleTests
{
    private static readonly CaptionLayout Wide = CaptionLayout.Of(VideoSize.Wide);

    public static TheoryData<string> Sentences { get; } = new()
    {
        "Short.",
        "Sunlight looks white, but it is a mixture of all colours, from red to violet.",
        "The molecules send short waves off in every direction, and because the air is everywhere above us, blue light reaches our eyes "
            + "from the whole of the sky and not only from the sun.",
        "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft is one word.",
        "青い空は、太陽の光が空気の分子によって散乱されるために青く見えます。夕方には光が長い道のりを通るので、空は赤く染まります。",
        "a b c d e f g h i j k l m n o p q r s t u v w x y z a b c d e f g h i j k l m n o p q r s t u v w x y z",
    };

    /// <summary>Each sentence in each size.</summary>
    public static TheoryData<string, VideoSize> InAllSizes
    {
        get
        {
            TheoryData<string, VideoSize> all = [];
            foreach (var size in Enum.GetValues<VideoSize>())
            {
                foreach (var sentence in Sentences)
                {
                    all.Add(sentence, size);
                }
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(InAllSizes))]
    public void Break_AnySentence_KeepsAllLettersInLinesOfLimitedLength(string sentence, VideoSize size)
    {
        var cues = SubtitleText.Break(sentence, CaptionLayout.Of(size).LineLength);

        cues.Should().OnlyContain(lines => lines.Count >= 1 && lines.Count <= 2);
        cues.SelectMany(lines => lines).Should()
            .OnlyContain(line => line.Length > 0 && SubtitleText.Width(line) <= CaptionLayout.Of(size).LineLength);
        Letters(string.Concat(cues.SelectMany(lines => lines))).Should().Be(Letters(sentence));
    }

    [Theory]
    [MemberData(nameof(InAllSizes))]
    public void ToAss_AnySentence_StandsInThePictureClearOfTheScene(string sentence, VideoSize size)
    {
        var (layout, canvas) = (CaptionLayout.Of(size), Canvas.Of(size));
        var cues = SubtitleCues.Of(new SpokenSegment { SegmentId = "s01", Duration = 60, Sentences = [new(sentence, 0, 60)] }, layout);

        var corners = BoxCorner().Matches(SubtitleWriter.ToAss(cues, layout))
            .Select(match => (X: Number(match.Groups[1].Value), Y: Number(match.Groups[2].Value))).ToList();

        corners.Should().HaveCount(cues.Count);
        corners.Should().OnlyContain(corner => corner.X >= 20 && corner.Y > canvas.Safe.Bottom);
        (layout.Bottom / canvas.Height).Should().BeLessThan(size == VideoSize.Tall ? 0.85 : 0.97);
    }

    [Fact]
    public void Break_TwoLines_BreaksWhereTheSentenceBreathes() =>
        SubtitleText.Break("Look up on a clear day, and the sky is bright blue.", Wide.LineLength).Should().ContainSingle()
            .Which.Should().Equal("Look up on a clear day,", "and the sky is bright blue.");

    [Fact]
    public void Of_LongSentence_SharesItsTimeByLengthWithoutGaps()
    {
        var segment =
            new SpokenSegment
            {
                SegmentId = "s01",
                Duration = 12,
                Sentences = [new(string.Join(' ', Enumerable.Repeat("word", 40)), 1, 11)]
            };

        var cues = SubtitleCues.Of(segment, Wide);

        cues.Should().HaveCountGreaterThan(1);
        cues[0].Start.Should().Be(1);
        cues[^1].End.Should().BeInRange(11, 12);
        cues.Zip(cues.Skip(1)).Should().OnlyContain(pair => Math.Abs(pair.First.End - pair.Second.Start) < 1e-9);
    }

    [Fact]
    public void Of_WordsWithTimes_AppearsWithItsFirstWord()
    {
        WordTime[] words = [.. Enumerable.Range(0, 40).Select(i => new WordTime("word", i < 20 ? i * 0.1 : 5 + (i * 0.1), 0))];
        var segment = new SpokenSegment
        {
            SegmentId = "s01",
            Duration = 12,
            Sentences = [new(string.Join(' ', Enumerable.Repeat("word", 40)), 0, 11) { Words = words }],
        };

        var cues = SubtitleCues.Of(segment, Wide);

        var firsts = cues.Select((_, i) => cues.Take(i).Sum(cue => cue.Lines.Sum(line => line.Split(' ').Length)));
        cues.Should().HaveCountGreaterThan(1);
        cues.Select(cue => cue.Start).Should().Equal(firsts.Select(first => words[first].Start));
    }

    [Fact]
    public void Of_SecondSegment_IsShiftedByTheFirst()
    {
        var first = new SpokenSegment { SegmentId = "s01", Duration = 4, Sentences = [new("One.", 0.5, 3.9)] };
        var second = new SpokenSegment { SegmentId = "s02", Duration = 3, Sentences = [new("Two.", 0.1, 2)] };

        var cues = SubtitleCues.Of([first, second], Wide);

        cues.Select(cue => cue.Start).Should().Equal(0.5, 4.1);
        cues[0].End.Should().BeLessOrEqualTo(cues[1].Start);
    }

    [Fact]
    public void Write_AllFormats_FollowTheirSyntax()
    {
        SubtitleCue[] cues = [new(1.5, 3.25, ["Upper & <b>", "lower"]), new(3661.001, 3662, ["{late}"])];

        SubtitleWriter.ToSrt(cues).Should()
            .Be("1\n00:00:01,500 --> 00:00:03,250\nUpper & <b>\nlower\n\n2\n01:01:01,001 --> 01:01:02,000\n{late}\n\n");
        SubtitleWriter.ToVtt(cues).Should().StartWith("WEBVTT\n\n00:00:01.500 --> 00:00:03.250\nUpper &amp; &lt;b&gt;\nlower\n\n");
        SubtitleWriter.ToAss(cues, Wide).Should()
            .Contain("Dialogue: 1,0:00:01.50,0:00:03.25,Caption,").And.Contain(@"Upper & <b>\Nlower").And.Contain(@"\{late\}");
    }

    [Theory]
    [InlineData("السماء زرقاء", "0")]
    [InlineData("השמיים כחולים", "0")]
    [InlineData("आसमान नीला है", "0")]
    [InlineData("Blue sky", "0.4")]
    public void ToAss_AnyScript_LeavesTheDirectionToItsLettersAndJoinedOnesTogether(string text, string spacing) =>
        SubtitleWriter.ToAss([new(0, 1, [text])], Wide).Split('\n')
            .Single(line => line.StartsWith("Style: Caption", StringComparison.Ordinal))
            .Split(',').Should().HaveElementAt(13, spacing).And.HaveElementAt(22, "-1");

    private static int Number(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\\an7\\pos\((-?\d+),(-?\d+)\)")]
    private static partial Regex BoxCorner();

    private static string Letters(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));
}
