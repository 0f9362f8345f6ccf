using TemporalVideo.Studio.Storytelling.Planning;

namespace TemporalVideo.Studio.Tests.Storytelling;

public sealed class ClausesTests
{
    [Theory]
    [InlineData("The Moon pulls on the whole Earth, but it pulls hardest on the side that faces it.", "The Moon pulls on the whole Earth")]
    [InlineData("Metal expands because its atoms move more.", "Metal expands")]
    [InlineData("Le magma monte, parce que la roche est plus lourde.", "Le magma monte")]
    [InlineData("Bees dance.", "Bees dance.")]
    [InlineData("Four things matter: substitutes, income, and time.", "Four things matter: substitutes, income, and time.")]
    [InlineData(
        "It needs light, warm air, and much more water than before, so it dies.",
        "It needs light, warm air, and much more water than before")]
    [InlineData("The price rises, and fewer people buy it.", "The price rises")]
    public void First_Sentence_EndsBeforeTheConjunction(string sentence, string clause) => Clauses.First(sentence).Should().Be(clause);

    [Fact]
    public void All_MainClauses_AreTakenApart() =>
        Clauses.All("The Moon makes the tides, the turning Earth brings them to you, and the Sun makes them larger.")
            .Should().Equal("The Moon makes the tides", "the turning Earth brings them to you", "the Sun makes them larger.");

    [Theory]
    [InlineData("Plants need light, water, and the air around them to grow well.")]
    [InlineData("The Moon makes the tides, which is why they come twice a day.")]
    [InlineData("A sentence without any joint stays what it is.")]
    public void All_NoMainClauses_GivesNone(string sentence) => Clauses.All(sentence).Should().BeEmpty();
}
