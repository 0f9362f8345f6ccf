using TemporalVideo.Studio.Pictures.Typography;

namespace TemporalVideo.Studio.Tests.Pictures;

public sealed class TextShaperTests
{
    [Fact]
    public void Shape_KernedPair_IsNarrowerThanItsLetters()
    {
        var letters = Typesetter.Measure("A", FontStyle.SemiBold) + Typesetter.Measure("V", FontStyle.SemiBold);

        Typesetter.Measure("AV", FontStyle.SemiBold).Should().BeLessThan(letters - 0.02);
    }

    [Fact]
    public void Shape_ArabicWord_JoinsItsLetters()
    {
        var joined = TextShaper.Shape("بيت", FontStyle.SemiBold).Runs.Single();
        var apart = "بيت".SelectMany(letter => TextShaper.Shape(letter.ToString(), FontStyle.SemiBold).Runs.Single().Glyphs).ToList();

        joined.Glyphs.Except(apart).Should().NotBeEmpty("a joined letter has a form of its own");
        joined.Spaces.Should().Be(0, "letter spacing would tear the letters apart");
    }

    [Theory]
    [InlineData("مرحبا Temporal 42", true, 2)]
    [InlineData("عام 1969 كان", true, 3)]
    [InlineData("Salaam (سلام) means peace", false, 3)]
    [InlineData("Plain words", false, 1)]
    public void Shape_TwoDirections_OrdersRunsAsTheyAreRead(string text, bool rightToLeft, int runs)
    {
        var shaped = TextShaper.Shape(text, FontStyle.Medium);

        shaped.RightToLeft.Should().Be(rightToLeft);
        shaped.Runs.Count.Should().BeGreaterThanOrEqualTo(runs);
    }

    [Fact]
    public void Reorder_RightToLeftLine_PutsTheFirstRunLast()
    {
        (string Text, int Level)[] runs = [("عدد", 1), ("12", 2), ("بيت", 1)];

        BidiLevels.Reorder(runs, run => run.Level).Select(run => run.Text).Should().Equal("بيت", "12", "عدد");
    }

    [Fact]
    public void Shape_Emoji_IsItsPictogram() =>
        TextShaper.Shape("Sun 🌞 and 👩‍🔬", FontStyle.Medium).Runs.Select(run => run.Pictogram?.Name).OfType<string>().Should()
            .Equal("sun-with-face", "woman-scientist");

    [Theory]
    [InlineData("Plain, ½ × π ≤ 3 → 4 °C — “quoted” Dvořák Wałęsa")]
    [InlineData("Ελληνικά, русский, العربية, עברית, हिन्दी, ไทย")]
    [InlineData("Emoji 🚀 too\nand lines")]
    public void Missing_WhatTheFontsHave_IsNothing(string text) => FontCoverage.Missing(text, "en").Should().BeEmpty();

    [Fact]
    public void Missing_ScriptWithoutFont_NamesItAndThePackage() =>
        FontCoverage.Missing("a 𓀀 b 𓀀", "en").Should().ContainSingle().Which.Should().BeEquivalentTo(
            new { Characters = (string[])["𓀀"], Package = "fonts-noto-core" });
}
