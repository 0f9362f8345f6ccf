using TemporalVideo.Studio.Storytelling;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Tests.Storytelling;

/// <summary>Lessons as hurried people and their programs write them, a line or two of each kind.</summary>
public sealed class HurriedLessonsTests
{
    [Theory]
    [InlineData("How to recognise a church", "A black cross", "A square with a cross", "A circle", DiagramKind.List)]
    [InlineData("How many planets are there?", "Mercury is the first.", "Venus is the second.", "Earth is the third.", DiagramKind.List)]
    [InlineData("How to find north", "Hold the compass flat.", "Turn around.", "Read the map.", DiagramKind.Steps)]
    [InlineData("How a bill becomes law", "House votes on it", "Senate votes on it", "The president signs it", DiagramKind.Steps)]
    [InlineData("Wie man eine Kirche erkennt", "ein Kreuz", "ein Turm mit Uhr", "eine Glocke", DiagramKind.List)]
    public async Task PlanAsync_NumberedListUnderHow_IsStepsWhereItSaysWhatHappens(
        string heading, string first, string second, string third, DiagramKind kind)
    {
        var story = await PlanAsync(
            $"# Lesson\n\nA few words before it all begins.\n\n## {heading}\n\n1. {first}\n2. {second}\n3. {third}\n");

        story.Segments.Single(segment => segment.Title == heading).Diagram!.Kind.Should().Be(kind);
    }

    [Theory]
    [InlineData("en", "Remember")]
    [InlineData("pt", "Para lembrar")]
    [InlineData("es", "Para recordar")]
    [InlineData("fr", "L'essentiel")]
    [InlineData("it", "Ricorda!")]
    [InlineData("nl", "Onthoud")]
    [InlineData("de", "Merke")]
    [InlineData("pl", "Zapamiętaj")]
    [InlineData("sv", "Kom ihåg")]
    [InlineData("ru", "Запомни")]
    [InlineData("tr", "Özet")]
    public async Task PlanAsync_HeadingOfARecap_EndsTheVideo(string language, string heading)
    {
        var story = await PlanAsync($"---\nlanguage: {language}\n---\n# ABC\n\nA b c d.\n\n## {heading}\n\n- Abc def.\n- Ghi jkl.\n");

        story.Segments[^1].Kind.Should().Be(SegmentKind.Conclusion);
    }

    [Theory]
    [InlineData("Cells divide. ^def1", "Cells divide.")]
    [InlineData("Cells divide fast.\n^quote-of-note", "Cells divide fast.")]
    [InlineData("See [[Mitosis#^abc123]] for more.", "See Mitosis for more.")]
    [InlineData("::::{grid} 1 2 2 3\n:gutter: 2\n\n:::{grid-item}\nCells are small.\n:::\n::::", "Cells are small.")]
    public async Task PlanAsync_MarksOfNotePrograms_AreNotSaid(string text, string said)
    {
        var story = await PlanAsync($"# Cells\n\n{text}\n");

        story.Segments.SelectMany(segment => segment.Sentences).Select(sentence => sentence.Text).Should().Equal(said);
    }

    [Fact]
    public async Task PlanAsync_TabsBelowAHeadingInCapitals_AreATable()
    {
        var story = await PlanAsync(
            "NOTES\n\nKINGS\nName\tHouse\nHenry\tAnjou\nJohn\tAnjou\n\nDEEDS\nHenry set up courts. John sealed a charter.\n");

        var table = story.Segments.Single(segment => segment.Title == "KINGS").Diagram!;
        table.Columns.Should().Equal("Name", "House");
        table.Items.Select(item => item.Label).Should().Equal("Henry", "John");
    }

    [Fact]
    public async Task PlanAsync_LinesWithNamesOfTheirOwn_AreAList()
    {
        var story = await PlanAsync(
            "Climate\n\nPolar: cold all year, tundra\nTemperate: mild and wet, few storms\nTropical: hot and wet, rain forests\n");

        story.Segments.Single().Diagram!.Items.Should().HaveCount(3);
    }

    [Theory]
    [InlineData("de", "Chemie\n\nOxid.: Abgabe v. Elektronen, z.B. Mg\nRed.: vgl. Abb. 2, S. 41\nBsp.: Thermit, evtl. Termin bzw. Test\n")]
    [InlineData("en", "Chemistry\n\nOxid.: loss of electrons, e.g. Mg\nRed.: gain, i.e. the opposite (fig. 2, p. 41)\nEx.: thermite\n")]
    [InlineData("it", "Chimica\n\nOssid.: cessione elettroni, ad es. Mg (cfr. pag. 41)\nRid.: acquisto, ad es. Cl, ecc.\n")]
    public async Task PlanAsync_NotesFullOfAbbreviations_AreOfTheirLanguage(string language, string notes) =>
        (await PlanAsync(notes)).Language.Should().Be(language);

    [Theory]
    [InlineData("sv", "Får", "Får ej", "Får: bada; Får ej: elda")]
    [InlineData("en", "Renewable", "Non-renewable", "Renewable: bada; Non-renewable: elda")]
    [InlineData("en", "Animal", "Food", "bada: elda")]
    public async Task PlanAsync_ColumnsOfWhichOneDenies_StandAgainstEachOther(string language, string one, string other, string said)
    {
        var story = await PlanAsync($"---\nlanguage: {language}\n---\n# Rules\n\n| {one} | {other} |\n|---|---|\n| bada | elda |\n");

        story.Segments.Single().Sentences.Select(sentence => sentence.Text).Should().Equal(said);
    }

    [Theory]
    [InlineData("Um pão custa R$ 4,50. Quem compra não fica com fome.", "pt-BR")]
    [InlineData("Um pão custa 1,50 €. Quem compra não fica com fome.", "pt")]
    public async Task PlanAsync_UnnamedPortuguese_IsOfItsCountry(string text, string language) =>
        (await PlanAsync($"# O pão\n\n{text}\n")).Language.Should().Be(language);

    [Fact]
    public async Task PlanAsync_ItemThatBeginsWithAnOrdinal_HoldsNoList()
    {
        var story = await PlanAsync(
            "# Abbiegen\n\nSo geht es auf der Straße nach links:\n\n1. Umschauen\n2. 2. Mal umschauen\n3. Abbiegen\n");

        story.Segments[^1].Diagram!.Items.Select(item => item.Label).Should().Equal("Umschauen", "2. Mal umschauen", "Abbiegen");
    }

    [Fact]
    public async Task PlanAsync_FirstLineThatEndsInAnAbbreviation_IsTheTitle()
    {
        var story = await PlanAsync("Fahrradprüfung 4. Kl.\n\nDas Rad braucht zwei Bremsen und eine helle Klingel.\n");

        story.Title.Should().Be("Fahrradprüfung 4. Kl.");
    }

    [Fact]
    public async Task PlanAsync_ArabicTable_HasArabicCommas()
    {
        var story = await PlanAsync("# الكواكب\n\n| الكوكب | القطر | اللون |\n|---|---|---|\n| المريخ | صغير | أحمر |\n");

        story.Segments.Single().Sentences.Single().Text.Should().Be("المريخ: القطر صغير، اللون أحمر");
    }

    private static Task<Story> PlanAsync(string lesson) =>
        new LessonPlanner().PlanAsync(new StoryRequest { Source = lesson, LessonsFolder = "" }, CancellationToken.None);
}
