using TemporalVideo.Studio.Pictures.Pictograms;

namespace TemporalVideo.Studio.Tests.Pictures.Pictograms;

public sealed class WordChooserTests
{
    private static readonly WordChooser Chooser = new(PictogramLibrary.Shipped.Value);

    [Theory]
    [InlineData("Sunlight enters the air", "sun")]
    [InlineData("Light meets tiny molecules", "molecule")]
    [InlineData("Blue light is scattered", "scatter")]
    [InlineData("Blue reaches your eyes", "eye")]
    [InlineData("B cells make antibodies", "antibody")]
    [InlineData("Memory cells stay behind", "memory-cell")]
    [InlineData("Guard cells raise the alarm", "bell")]
    [InlineData("Set the type", "movable-type")]
    [InlineData("Ink the letters", "ink")]
    [InlineData("Press the paper", "printing-press")]
    [InlineData("Regen fällt", "cloud-with-rain")]
    [InlineData("Wolken entstehen", "cloud")]
    [InlineData("Wasser verdunstet", "vapour")]
    [InlineData("The horse pulls the plough", "horse")]
    [InlineData("Volcanoes build mountains", "volcano")]
    [InlineData("A telescope on the roof", "telescope")]
    [InlineData("Elephants", "elephant")]
    [InlineData("How do bees make honey?", "honeybee")]
    [InlineData("Coral reefs", "coral")]
    [InlineData("What money is", "coin")]
    public void Choose_Words_ShowsTheirSense(string text, string name) => Chooser.Choose(text)!.Name.Should().Be(name);

    [Theory]
    [InlineData("It is so much more than that")]
    [InlineData("first one, then another")]
    [InlineData("")]
    [InlineData("42")]
    public void Choose_WordsWithoutAThing_ShowsNothing(string text) => Chooser.Choose(text).Should().BeNull();

    [Theory]
    [InlineData("happy")]
    [InlineData("love")]
    [InlineData("anger and fear")]
    [InlineData("freedom")]
    [InlineData("no, never, wrong, right")]
    public void Choose_AbstractWords_ShowsNoFaceOrSign(string text)
    {
        var name = Chooser.Choose(text)?.Name ?? "";

        name.Should().NotContain("face").And.NotContain("hand").And.NotContain("button").And.NotContain("arrow").And.NotContain("heart");
    }

    [Theory]
    [InlineData("fr", "Les volcans crachent de la lave", "volcano")]
    [InlineData("fr", "Du pain frais", "bread")]
    [InlineData("es", "La mariposa vuela", "butterfly")]
    [InlineData("de", "Ein Pinguin im Eis", "penguin")]
    [InlineData("no", "En sommerfugl", "butterfly")]
    [InlineData("xx", "A butterfly", "butterfly")]
    public void Choose_OtherLanguages_FindsByTheirOwnWords(string language, string text, string name) =>
        new WordChooser(PictogramLibrary.Shipped.Value, language).Choose(text)!.Name.Should().Be(name);

    [Theory]
    [InlineData("Le magma remplit une chambre")]
    [InlineData("Un point de plus")]
    public void Choose_FrenchWordsThatShowNothing_FindNothing(string text) =>
        new WordChooser(PictogramLibrary.Shipped.Value, "fr").Choose(text).Should().BeNull();

    [Fact]
    public void Choose_TakenPictogram_TakesAnother()
    {
        var first = Chooser.Choose("a book")!.Name;

        Chooser.Choose("a book", new HashSet<string> { first })?.Name.Should().NotBe(first);
    }

    [Fact]
    public void Vocabulary_AllPictograms_Exist() =>
        Vocabulary.Pictograms.Should().OnlyContain(name => PictogramLibrary.Shipped.Value.Has(name));
}
