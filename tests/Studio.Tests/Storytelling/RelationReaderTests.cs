using TemporalVideo.Studio.Storytelling.Planning;

namespace TemporalVideo.Studio.Tests.Storytelling;

/// <summary>A relation is drawn in the sentence's own words, or not at all.</summary>
public sealed class RelationReaderTests
{
    [Theory]
    [InlineData("en", "Bread dough consists of flour, water, yeast and salt.", "Bread dough | consists of | flour | water | yeast | salt")]
    [InlineData("en", "The height of a tide depends on the positions of the Moon and the Sun.",
        "The height of a tide | depends on | the positions of the Moon and the Sun")]
    [InlineData("en", "Some viruses also have an outer envelope.", "Some viruses | also have | an outer envelope")]
    [InlineData("en", "Soldiers now depended on their general.", "Soldiers | now depended on | their general")]
    [InlineData("en", "Neap tides are lower than spring tides.", "Neap tides | are lower than | spring tides")]
    [InlineData("en", "Blue light is scattered more than four times as strongly as red light.",
        "Blue light | is scattered more than four times as strongly as | red light")]
    [InlineData("en", "Red waves are long, and blue waves are short.", "Red waves | are | long / Blue waves | are | short")]
    [InlineData("en", "The lower chamber is elected by the people, while the upper chamber represents the regions.",
        "The lower chamber | is elected by | the people / The upper chamber | represents | the regions")]
    [InlineData("en", "The gas is trapped in the dough because gluten forms an elastic net.",
        "The gas is trapped in the dough | because | gluten forms an elastic net")]
    [InlineData("en", "The shorter the wave, the more it is scattered.", "The shorter the wave |  | the more it is scattered")]
    [InlineData("en", "If the dough rests for too long, it collapses.", "If the dough rests for too long |  | it collapses")]
    [InlineData("en", "The power of the state is divided into three branches: the legislature, the executive and the judiciary.",
        "The power of the state | is divided into three branches | the legislature | the executive | the judiciary")]
    [InlineData("de", "Magma besteht aus geschmolzenem Gestein, Kristallen und Gasen.",
        "Magma | besteht aus | geschmolzenem Gestein | Kristallen | Gasen")]
    [InlineData("de", "Schildvulkane sind flach, Schichtvulkane sind steil.",
        "Schildvulkane | sind | flach / Schichtvulkane | sind | steil")]
    [InlineData("de", "Je zäher das Magma ist, desto stärker staut sich das Gas.",
        "Je zäher das Magma ist |  | desto stärker staut sich das Gas")]
    [InlineData("fr", "La durée de la danse dépend de la distance.", "La durée de la danse | dépend de | la distance")]
    [InlineData("fr", "Une colonie se compose d'une reine, de faux-bourdons et d'ouvrières.",
        "Une colonie | se compose d' | une reine | faux-bourdons | ouvrières")]
    [InlineData("es", "El agua contiene oxígeno e hidrógeno.", "El agua | contiene | oxígeno | hidrógeno")]
    [InlineData("it", "La velocità dipende dalla pendenza.", "La velocità | dipende dalla | pendenza")]
    [InlineData("pt", "O contrário chama-se deflação.", "O contrário | chama-se | deflação")]
    public void Of_Relation_IsReadInItsOwnWords(string language, string sentence, string relations) =>
        Read(language, sentence).Should().Be(relations);

    [Theory]
    [InlineData("en", "Neap tides are not lower than spring tides.")]
    [InlineData("en", "It consists of flour and water.")]
    [InlineData("en", "In the evening the air scatters blue light.")]
    [InlineData("en", "Heat pumps are efficient.")]
    [InlineData("en", "The causes of the war are disputed.")]
    [InlineData("en", "The valve that opens pumps blood.")]
    [InlineData("en", "Heat kills yeast, but only above fifty degrees.")]
    [InlineData("en", "Does the Moon pull on the sea?")]
    [InlineData("en", "Your immune system recognises a germ by them.")]
    [InlineData("en", "The bread does not rise because the yeast is old.")]
    [InlineData("de", "Die Sonne treibt den Kreislauf an.")]
    [InlineData("de", "Den Strom liefert das Kraftwerk.")]
    [InlineData("de", "Magma besteht nicht aus Eis.")]
    [InlineData("fr", "La danse ne dépend pas de la distance.")]
    [InlineData("nl", "Brood bestaat uit meel en water.")]
    public void Of_AnythingDoubtful_IsNoRelation(string language, string sentence) => Read(language, sentence).Should().BeEmpty();

    private static string Read(string language, string sentence) => RelationWords.For(language) is not { } words ? ""
        : string.Join(" / ", new RelationReader(words).Of(sentence)
            .Select(relation => string.Join(" | ", [relation.From, relation.Link, .. relation.To])));
}
