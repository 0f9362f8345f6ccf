using TemporalVideo.Studio.Pictures.Pictograms;
using TemporalVideo.Studio.Pictures.Pictograms.Senses;

namespace TemporalVideo.Studio.Tests.Pictures.Pictograms;

public sealed class PictogramChooserTests
{
    /// <summary>What was once shown wrongly: now something right, or nothing.</summary>
    [Theory]
    [InlineData("biology", "Photosynthesis", "The Calvin cycle", "herb seedling honey-pot")]
    [InlineData("biology", "Photosynthesis", "The rate of photosynthesis", "herb seedling")]
    [InlineData("biology", "What limits photosynthesis", "Rate", "herb seedling")]
    [InlineData("mathematics", "Quadratic equations", "The formula", "")]
    [InlineData("mathematics", "Quadratic equations", "The roots of the equation", "")]
    [InlineData("physics", "Falling bodies", "One formula for all", "")]
    [InlineData("history", "The French Revolution", "The Terror", "")]
    [InlineData("history", "The Terror", "Robespierre rules by fear", "")]
    [InlineData("economics", "Why prices rise", "The rate goes up", "chart-increasing")]
    [InlineData("economics", "Money abroad", "The exchange rate", "dollar-banknote euro-banknote pound-banknote coin coins")]
    [InlineData("geography", "Volcanoes", "A cinder cone", "volcano")]
    [InlineData("geography", "Kinds of volcanoes", "Cinder cones are steep", "volcano")]
    [InlineData("economics", "Monopoly", "AT&T chips", "telephone mobile-phone")]
    [InlineData("history", "Silicon Valley", "Chips replace tubes", "laptop desktop-computer")]
    [InlineData("programming", "The web", "A cookie remembers you", "")]
    [InlineData("programming", "Binary trees", "The tree has a root", "")]
    [InlineData("economics", "Bull and bear", "A bear market", "chart-decreasing")]
    public void Choose_WordsOfAnotherSense_ShowsSomethingRightOrNothing(string subject, string heading, string text, string right) =>
        right.Split(' ').Append(null).Should()
            .Contain(PictogramChooser.For("en").Choose(new Phrase(text, heading, subject))?.Pictogram.Name);

    [Theory]
    [InlineData("astronomy", "Looking far away", "Galileo builds a telescope", "telescope")]
    [InlineData("biology", "How bees find flowers", "The honeybee dances", "honeybee")]
    [InlineData("geography", "Volcanoes", "Magma rises below the volcano", "volcano")]
    [InlineData("physics", "Sound", "The string of the violin", "violin")]
    public void Choose_ThingsOfTheSubject_ShowsThem(string subject, string heading, string text, string name)
    {
        var found = PictogramChooser.For("en").Choose(new Phrase(text, heading, subject))!;

        found.Pictogram.Name.Should().Be(name);
        found.Similarity.Should().BeGreaterThanOrEqualTo(SenseChooser.Threshold);
    }

    [Theory]
    [InlineData("No telescope was needed")]
    [InlineData("Without a telescope")]
    public void Choose_WhatIsNotThere_ShowsNothingOfTheKind(string text) =>
        PictogramChooser.For("en").Choose(new Phrase(text, "Looking far away", "astronomy"))?.Pictogram.Name.Should().NotBe("telescope");

    [Fact]
    public void Choose_TakenPictogram_TakesAnother()
    {
        var phrase = new Phrase("Galileo builds a telescope", "Looking far away", "astronomy");

        PictogramChooser.For("en").Choose(phrase, new HashSet<string> { "telescope" })?.Pictogram.Name.Should().NotBe("telescope");
    }

    [Theory]
    [InlineData("")]
    [InlineData("42")]
    public void Choose_NoWords_ShowsNothing(string text) =>
        PictogramChooser.For("en").Choose(new Phrase(text, "Volcanoes", "geography")).Should().BeNull();

    [Theory]
    [InlineData("fr-CA", "Du pain frais", "bread")]
    [InlineData("nb", "En sommerfugl", "butterfly")]
    public void Choose_OtherLanguages_FindsByTheirOwnWords(string language, string text, string name)
    {
        var found = PictogramChooser.For(language).Choose(new Phrase(text))!;

        found.Pictogram.Name.Should().Be(name);
        found.Similarity.Should().BeNull();
    }

    [Fact]
    public void OtherSenses_Words_AllNamePictograms() =>
        OtherSenses.Words.Should().OnlyContain(word =>
            PictogramLibrary.Shipped.Value.Names.Any(name => new NamedWords(word, name).Found.Count > 0));

    [Theory]
    [InlineData("stargazing", "Constellations", "The Swan flies south", "a proper name")]
    [InlineData("fishing", "The tackle", "The fly looks like an insect", "a word of many senses")]
    [InlineData("climbing", "Gear", "The harness", "named by the heading alone")]
    [InlineData("road safety", "You", "Wear a helmet", "half a name")]
    public void Choose_ThingNotSurelyNamed_ShowsNone(string subject, string heading, string text, string because) =>
        PictogramChooser.For("en").Choose(new Phrase(text, heading, subject)).Should().BeNull(because);
}
