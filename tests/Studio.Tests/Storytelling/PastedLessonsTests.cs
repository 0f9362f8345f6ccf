using TemporalVideo.Studio.Storytelling;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Tests.Storytelling;

/// <summary>Lessons that were written for another program, and pasted: LaTeX, outlines, powers on the line.</summary>
public sealed class PastedLessonsTests
{
    [Fact]
    public async Task PlanAsync_Latex_BecomesSectionsListsAndFormulas()
    {
        var story = await PlanAsync(
            "\\documentclass{article}\n\\title{Heat}\n\\begin{document}\n\\maketitle\n\\section{Flow}\n\n"
                + "Heat \\emph{flows} by itself % always\n"
                + "to ``cold'' bodies~\\cite{kelvin}.\n\n"
                + "\\begin{enumerate}\n\\item Hold the \\textbf{rod}.\n\\item Wait.\n\\end{enumerate}\n\n"
                + "\\subsection*{Law}\n\n\\begin{align}\n q &= -k x \\label{eq:q} \\\\\n k &> 0\n\\end{align}\n\n"
                + "In \\eqref{eq:q}, $k$ is a constant.\n"
                + "\\end{document}\n");

        story.Title.Should().Be("Heat");
        story.Segments.Select(segment => segment.Title).Should().Contain(["Flow", "Law"]);
        Said(story).Should().Contain(["Heat flows by itself to “cold” bodies.", "Hold the rod.", "Wait.", "In (1), k is a constant."]);
        story.Segments.Single(segment => segment.Diagram?.Kind == DiagramKind.Formula).Diagram!.Text.Should()
            .Contain("aligned").And.NotContain("label");
        story.NotInVideo.Select(item => item.What).Should().Equal("always", "kelvin");
    }

    [Fact]
    public async Task PlanAsync_TwoShortSentencesInAnItem_AreBothShown()
    {
        var story = await PlanAsync(
            "# Volcanoes\n\n- Where? At the edges of plates.\n- Magma rises. It is lighter than rock.\n"
                + "- Ash falls on the fields. It makes the soil fertile for a long time, so that farmers return.\n"
                + "- It smokes. It shakes. It cools.\n- Lava\n");

        story.Segments.Single(segment => segment.Diagram is not null).Diagram!.Items.Select(item => item.Label).Should().Equal(
            "Where? At the edges of plates", "Magma rises. It is lighter than rock", "Ash falls on the fields", "It smokes", "Lava");
    }

    [Fact]
    public async Task PlanAsync_TableOfLatex_IsATable()
    {
        var story = await PlanAsync(
            "\\section{Metals}\n\nTwo metals are light.\n\n\\begin{tabular}{lr}\nMetal & Density \\\\\n\\hline\nMagnesium & 1.74 \\\\\n"
                + "Aluminium & 2.70 \\\\\n\\end{tabular}\n");

        var table = story.Segments.Single(segment => segment.Diagram is { Columns.Count: > 0 }).Diagram!;
        table.Columns.Should().Equal("Metal", "Density");
        table.Items.Select(item => item.Label).Should().Equal("Magnesium", "Aluminium");
    }

    [Fact]
    public async Task PlanAsync_MarkdownAboutLatex_KeepsItsCommands()
    {
        var story = await PlanAsync("# LaTeX\n\nWrite `\\section{Name}` above a section.\n\n```latex\n\\section{Name}\n```\n");

        Said(story).Should().Equal("Write \\section{Name} above a section.");
        story.Segments.Single(segment => segment.Diagram?.Kind == DiagramKind.Code).Diagram!.Text.Should().Be("\\section{Name}");
    }

    [Fact]
    public async Task PlanAsync_OutlineWithRomanNumbers_HasSectionsAndNestedPoints()
    {
        var story = await PlanAsync(
            "The Hanseatic League\nHandout\n\nI. Origins\n"
                + "  A. Merchants of Lübeck\n  B. Cog ships\n     1. one mast\n     2. flat bottom\n  C. Fish\n"
                + "II. Decline\n  A. Dutch rivals\n");

        story.Title.Should().Be("The Hanseatic League");
        story.Segments.Select(segment => segment.Title).Should().Contain(["Origins", "Decline"]);
        story.Segments.Single(segment => segment.Title == "Origins").Diagram!.Items.Select(item => (item.Label, item.Level)).Should()
            .Equal(("Merchants of Lübeck", 0), ("Cog ships", 0), ("one mast", 1), ("flat bottom", 1), ("Fish", 0));
    }

    [Theory]
    [InlineData("I. Peter saw it.\n\nHe told nobody of it.\n")]
    [InlineData("I. Newton wrote to R. Hooke.\nA. Einstein read it.\n")]
    public async Task PlanAsync_InitialsAtTheStartOfLines_AreNoOutline(string text) =>
        (await PlanAsync($"Names\n\n{text}")).Segments.Should().OnlyContain(segment => segment.Title == "Names" && segment.Diagram == null);

    [Theory]
    [InlineData("Light has 3 × 10^8 m/s, a photon 4 × 10^-19 J.", "Light has 3 × 10^8 m/s, a photon 4 × 10^-19 J.")]
    [InlineData("With a^2 and b^2 you have c^2.", "With a^2 and b^2 you have c^2.")]
    [InlineData("The 2^nd^ and 3^rd^ are x^2^ wide.", "The 2nd and 3rd are x² wide.")]
    public async Task PlanAsync_CaretsOnTheLine_RaiseNothingBetweenThem(string text, string shown) =>
        Said(await PlanAsync($"# Powers\n\n{text}\n")).Should().Equal(shown);

    [Fact]
    public async Task PlanAsync_BlanksToFillIn_AreListedAndNotSaid()
    {
        var story = await PlanAsync("# Worksheet\n\nName: ________   Class: ____   Date: __/__/__\n\nThe capital of Peru is ______.\n");

        Said(story).Should().ContainSingle().Which.Should().StartWith("The capital of Peru");
        story.NotInVideo.Should().ContainSingle().Which.Line.Should().Be(3);
    }

    [Fact]
    public async Task PlanAsync_TimeMarksOfATranscript_AreListedOnce()
    {
        var story = await PlanAsync("# Talk\n\n[00:00] ANA: It rains.\n[00:04] BEN: Where?\n[01:10] ANA: Here.\n");

        Said(story).Should().Equal("ANA: It rains.", "BEN: Where?", "ANA: Here.");
        story.NotInVideo.Should().ContainSingle().Which.What.Should().Be("00:00 00:04 01:10");
    }

    [Theory]
    [InlineData("The break is at [10:30] sharp.")]
    [InlineData("[10:30] is when we meet.")]
    public async Task PlanAsync_ATimeInBrackets_Stays(string text) =>
        Said(await PlanAsync($"# Plan\n\n{text}\n")).Should().Equal(text);

    [Fact]
    public async Task PlanAsync_MarksBehindAColon_AreTakenOutAndLinksListed()
    {
        var story = await PlanAsync(
            "# Newts\n\nNewts are small.[1] They live long.[2]\n\nMain article: Salamander\n\nThey eat:[3][4]\n\n- worms\n- snails\n");

        Said(story).Should().Equal("Newts are small.", "They live long.", "They eat:", "worms", "snails");
        story.NotInVideo.Select(item => item.What).Should().Contain("Main article: Salamander");
    }

    [Theory]
    [InlineData("tr", "9. sınıf biyoloji dersi")]
    [InlineData("de", "3. und letzte Stunde zum Thema")]
    public async Task PlanAsync_OrdinalAtTheStartOfALine_IsNoItem(string language, string line)
    {
        var story = await PlanAsync($"---\nlanguage: {language}\n---\n# ABC\n\n{line}\n\nAbc def ghi.\n");

        Said(story).Should().Contain(line);
        story.Segments.Should().NotContain(segment => segment.Diagram != null && segment.Diagram.Kind == DiagramKind.List);
    }

    [Fact]
    public async Task PlanAsync_TypedReaction_IsAFormula()
    {
        var story = await PlanAsync(
            "# Zinc\n\nZinc and acid react:\n\nZn(s) + 2HCl(aq) -> ZnCl2(aq) + H2(g)\n\nUse `a -> b` for C and D -> E.\n");

        var formula = story.Segments.Select(segment => segment.Diagram).Single(diagram => diagram?.Kind == DiagramKind.Formula)!;
        formula.Text.Should().Contain("rightarrow").And.Contain("Cl_{2}");
        Said(story).Should().Contain("Use a -> b for C and D -> E.");
    }

    [Fact]
    public async Task PlanAsync_WhatIsForAndAgainst_KeepsItsSigns()
    {
        var story = await PlanAsync("# Trains\n\nTrains are fast.\n\n+ no traffic jams\n+ cheap\n- late\n\nSo be it.\n");

        story.Segments.Single(segment => segment.Diagram != null).Diagram!.Items.Select(item => item.Label).Should()
            .Equal("+ no traffic jams", "+ cheap", "− late");
    }

    [Fact]
    public async Task PlanAsync_ListsOfOneSign_HaveNone()
    {
        var story = await PlanAsync("# Trains\n\nTrains are fast.\n\n+ no traffic jams\n+ cheap\n+ clean\n\nBut:\n\n- late\n- loud\n");

        story.Segments.SelectMany(segment => segment.Diagram?.Items ?? []).Select(item => item.Label).Should()
            .Equal("no traffic jams", "cheap", "clean", "late", "loud");
    }

    [Fact]
    public async Task PlanAsync_LinesOfALabel_AreItemsAndWrappedProseIsNot()
    {
        var label = await PlanAsync(
            "# Vase\n\nAttic workshop, c. 520 BC\nTerracotta\n31 cm high\nGift of R. Miller, 1921.\n\nIt shows a race.\n");
        var prose = await PlanAsync(
            "# Vase\n\nThe vase was made in Athens by\nPeople who came from Corinth and\nThebes. Nobody knows who paid for\nIt.\n");

        label.Segments.SelectMany(segment => segment.Diagram?.Items ?? []).Select(item => item.Label).Should()
            .Equal("Attic workshop, c. 520 BC", "Terracotta", "31 cm high", "Gift of R. Miller, 1921");
        prose.Segments.Should().OnlyContain(segment => segment.Diagram == null);
    }

    [Theory]
    [InlineData("Useful dates\n1769 - birth\n1796 - wedding\n1804 - crown\n1821 - death", "Birth", DiagramKind.Timeline)]
    [InlineData("Useful words\nsail - what fills\nmast - what holds it\nkeel - what keeps the ship upright", "sail", DiagramKind.List)]
    public async Task PlanAsync_WordsAboveTerms_LeadToThem(string lines, string first, DiagramKind kind)
    {
        var story = await PlanAsync($"# Notes\n\nA few words come first.\n\n{lines}\n");

        var diagram = story.Segments.Single(segment => segment.Diagram != null).Diagram!;
        diagram.Kind.Should().Be(kind);
        diagram.Items[0].Label.Should().StartWith(first);
    }

    [Fact]
    public async Task PlanAsync_QuotesBelowALead_StandForThemselves()
    {
        var story = await PlanAsync(
            "# Ode\n\nLines to learn:\n\"Thou still unravish'd bride\" (l. 1)\n\"Beauty is truth, truth beauty\" (l. 49)\n");

        story.Segments.SelectMany(segment => segment.Diagram?.Items ?? []).Should().HaveCount(2);
    }

    [Theory]
    [InlineData("en", "Summary of the rules")]
    [InlineData("nl", "Spelregels (samenvatting)")]
    public async Task PlanAsync_LessonThatIsASummary_ShowsItsLists(string language, string title)
    {
        var story = await PlanAsync($"---\nlanguage: {language}\n---\n# {title}\n\nAbc def ghi.\n\n- abc\n- def\n- ghi\n\nAbc def.\n");

        story.Segments.Should().ContainSingle(segment => segment.Diagram != null).Which.Diagram!.Items.Should().HaveCount(3);
    }

    private static IEnumerable<string> Said(Story story) =>
        story.Segments.SelectMany(segment => segment.Sentences).Select(sentence => sentence.Text);

    private static Task<Story> PlanAsync(string markdown) => new LessonPlanner().PlanAsync(
        new StoryRequest { Source = markdown, LessonsFolder = "" }, CancellationToken.None);
}
