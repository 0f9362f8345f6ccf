using TemporalVideo.Studio.Pictures.Compositions;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Tests.Pictures;

/// <summary>What is shown of sentences: few words of short ones, long ones part by part, never half of what they say.</summary>
public sealed class SentenceGistTests
{
    private const string Dance = "A worker that has found flowers comes home and dances on the comb, and the direction of the dance tells "
        + "the others in which direction they have to fly, while its length tells them how far it is to the place with the nectar.";

    [Fact]
    public void Of_LongSentence_IsShownPartByPart() => Texts(4, 15, Dance).Should().Equal(
        "A worker that has found flowers comes home and dances on the comb",
        "… and the direction of the dance tells the others in which direction they have to fly",
        "… while its length tells them how far it is to the place with the nectar");

    [Fact]
    public void Of_LongSentenceWithoutRoomForAll_JoinsItsParts() => Texts(2, 15, Dance).Should().BeEquivalentTo(
        ["A worker that has found flowers comes home and dances on the comb"], "the rest is too long for one text");

    [Theory]
    [InlineData(4, "… und deshalb braucht ein Moor, das fünf Meter tief ist, ungefähr fünftausend Jahre")]
    [InlineData(2, "… und deshalb braucht ein Moor, das fünf Meter tief ist, ungefähr fünftausend Jahre")]
    [InlineData(1, null)]
    public void Of_ClauseWithinAClause_IsNotLeftHalf(int most, string? second)
    {
        var texts = Texts(most, 12,
            "Der Torf wächst nur etwa einen Millimeter im Jahr, und deshalb braucht ein Moor, das fünf Meter tief ist, "
            + "ungefähr fünftausend Jahre.");

        texts[0].Should().Be("Der Torf wächst nur etwa einen Millimeter im Jahr");
        string.Join(' ', texts.Skip(1).Select(text => text.Replace("… ", "", StringComparison.Ordinal)))
            .Replace("ein Moor das", "ein Moor, das", StringComparison.Ordinal)
            .Replace("ist ungefähr", "ist, ungefähr", StringComparison.Ordinal)
            .Should().Be(second?[2..] ?? "");
    }

    [Fact]
    public void Of_LongSentenceThatCannotBeCutShort_IsSeenAllTheSame()
    {
        const string soil = "It is made of tiny bits of rock, dead plants, water and air, and in one spoon of it there live more creatures "
            + "than there are people on earth, most of them so small that you need a microscope to see even one.";

        Texts(3, 15, "Soil is not just dirt.", soil).Should().HaveCount(3).And.Contain("It is made of tiny bits of rock");
        Texts(4, 15, "Soil is not just dirt.", soil).Should().HaveCount(4).And.EndWith(
            "… most of them so small that you need a microscope to see even one");
    }

    [Fact]
    public void Of_ShortSentences_AreWhole() =>
        Texts(4, 8, "Light bends.", "Colours part, and a rainbow comes.").Should()
            .Equal("Light bends", "Colours part, and a rainbow comes");

    [Fact]
    public void Of_SentenceThatIsSoonSaid_IsCutAtItsConjunctionAlone() => Texts(4, 6, Dance).Should().ContainSingle();

    [Fact]
    public void Of_SeveralSentences_EachIsShownBeforeTheRestOfAnother()
    {
        var gist = SentenceGist.Of(Segment(20, Dance, "They fly out.", "They gather nectar.", "They come home."), 4);

        gist.Select(each => each.Sentence).Should().Equal(0, 1, 2, 3);
    }

    [Theory]
    [InlineData("She said: \"I have never seen so many bees in one place, and I never will again, as long as I live in this house.\"")]
    [InlineData("The hive (a box of wood that is open below, has a roof of tin above, and stands on four short legs) is in the garden.")]
    public void Of_QuotationOrBracket_IsNotCut(string sentence) => Texts(4, 12, sentence).Should()
        .OnlyContain(text => text.Count(c => c == '"') % 2 == 0 && text.Contains('(') == text.Contains(')'));

    [Fact]
    public void Of_Enumeration_StaysTogether() => Texts(
        4, 12, "The country sells iron ore, coal, timber, wool and grain to all of its neighbours in the north, in the south and overseas.")
        .Should().OnlyContain(text => text.Split(' ').Length > 4);

    [Fact]
    public void Of_TextWithoutSpaces_IsCutByItsOwnSigns() => Texts(
        4, 14, "太阳把海水晒热，一部分海水变成看不见的水汽升到空中，遇到冷空气以后变成很小的水滴，许多小水滴聚在一起就成了云。")
        .Should().HaveCountGreaterThan(2).And.AllSatisfy(text => text.Should().NotEndWith("，"));

    [Fact]
    public void Of_Formulas_AreNotCutAtTheirCommas() => SentenceGist.Of(
        Segment(15, "The distance of two points is f(a, b), which is the root of what is left when both have been squared and added.")
            with
        { Formulas = [new InlineFormula("f(a, b)", "f(a, b)")] }, 4).Should().ContainSingle();

    private static IReadOnlyList<string> Texts(int most, double seconds, params string[] sentences) =>
        [.. SentenceGist.Of(Segment(seconds, sentences), most).Select(gist => gist.Text)];

    private static Segment Segment(double seconds, params string[] sentences) => new()
    {
        Id = "s01",
        Kind = SegmentKind.Concept,
        Title = "The dance",
        Sentences = [.. sentences.Select(sentence => new Sentence { Text = sentence })],
        VisualGuidance = "",
        Duration = seconds,
    };
}
