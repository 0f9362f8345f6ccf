using TemporalVideo.Studio.Words;

namespace TemporalVideo.Studio.Tests.Words;

public sealed class SentencesTests
{
    [Theory]
    [InlineData("en", "One. |Two! |Three?")]
    [InlineData("en", "It grew by 3.5 percent. |Then it fell.")]
    [InlineData("en", "Dr. Snow drew a map. |It saved lives.")]
    [InlineData("en", "He said \"Stop.\" |Nobody did.")]
    [InlineData("en", "No mark at the end")]
    [InlineData("en", "It is in J. Exp. Biol. and Am. J. Phys. 1999. |The journal Proc. Natl. Acad. Sci. USA is old.")]
    [InlineData("en", "I met Ann. |She likes Chem. |The end. |So I am. |Stop. |Wait.")]
    [InlineData("en", "J. R. R. Tolkien wrote it. |John F. Kennedy read it.")]
    [InlineData("en", "Oranges hold vitamin C. |It helps.")]
    [InlineData("en", "Bring pens, paper, etc. |Then begin.")]
    [InlineData("en", "The U.S. Army left. |He lives in the U.S. |They moved.")]
    [InlineData("en", "We begin at 9 a.m. |The bell rings.")]
    [InlineData("en", "It began in 1789. |The king fled.")]
    [InlineData("en", "There are 12. |Then 13 came.")]
    [InlineData("en", "See Fig. 3 and No. 5. |Is that clear? |No. |We look again.")]
    [InlineData("en", "water boils. |it turns to steam.")]
    [InlineData("en", "\"Stop!\" he said. |(It was late.) |We left… |Home at last.")]
    [InlineData("en", "It boils.|Then it cools.")]
    [InlineData("en", "1. Pour the water.")]
    [InlineData("en", "First line etc.\n\n|Second line")]
    [InlineData("de", "Das gilt z. B. für Wasser. |Es gefriert.")]
    [InlineData("de", "Am 3. Oktober 1990 war es so weit. |Im 19. Jahrhundert nicht.")]
    [InlineData("de", "Es waren 12. |Dann kamen mehr.")]
    [InlineData("de", "Der 3. Versuch gelang. |Um 500 v. Chr. lebte er. |Äpfel, Birnen usw. |Das war alles.")]
    [InlineData("fr", "M. Dupont arrive. |Il parle, p. ex. de l'eau. |Fin.")]
    [InlineData("es", "El Sr. García llegó. |¿Qué pasó? |¡Nada!")]
    [InlineData("it", "Ad es. questo. |Il sig. Rossi, ecc. |Poi basta.")]
    [InlineData("pt", "O Sr. Silva chegou. |É tarde.")]
    [InlineData("es", "Cuesta 8,95 €/l. |Total: 1,28 € p. p. |Sra. García, Av. Colón 3.")]
    [InlineData("de", "Kinder bis 8 J. MÜSSEN auf den Gehweg. |Das gilt.")]
    [InlineData("it", "Presidente della Rep. ≠ Presidente del Consiglio. |Vedi pp. 4-5.")]
    [InlineData("nl", "Het is de eerste straat v. Europa. |Zie blz. 3 e.v. van dit boek.")]
    [InlineData("da", "Lektier til tors. d. 14/9: opg. 3a. |Husk det.")]
    [InlineData("fr", "Selon Cass. civ. 1re, 20 févr. 2001. |Fin.")]
    [InlineData("de", "Reduktionsm. (Elektronendonator), z. B. Natrium. |Kalt. |(Es war spät.)")]
    [InlineData("en", "Read Act 3 Sc. 2 at home. |It took 5 min. |Then we left.")]
    [InlineData("en", "N.B. The test is on Friday. |So am I. |We go.")]
    [InlineData("it", "Aggiungere 1 cucch. d'olio e 2 bicch. di latte. |Poi cuocere. |Va al bar. |Beve.")]
    [InlineData("it", "N.B. La prova è domani. |Fine.")]
    [InlineData("es", "Las FF. AA. y las CC. AA. son dos cosas. |Fin.")]
    [InlineData("es", "Son 350 dip. y 266 sen. en total. |El reloj. |El fin.")]
    [InlineData("hi", "डॉ. कलाम और पं. नेहरू। |वे आए।")]
    [InlineData("pl", "Matka, Anna z d. Nowak, była nauczycielką. |Ojciec też.")]
    [InlineData("de", "Das sind allg. Gesetze und pers. Daten. |Es gilt.")]
    [InlineData("it", "II. Storie di Maria. |III. Storie di Anna.")]
    [InlineData("zh", "你好。|水在一百度沸腾！|为什么？")]
    [InlineData("ja", "水は百度で沸く。|「なぜ？」|と彼は聞いた。")]
    [InlineData("hi", "पानी उबलता है। |यह भाप बनता है॥")]
    [InlineData("ar", "هذا ماء. |هل هو بارد؟ |نعم.")]
    [InlineData("ru", "Это вода. |Она кипит.")]
    [InlineData("en", "The \"approx.\" sign is short. |He said \"stop.\" |Then he left.")]
    [InlineData("de", "Wir brauchen 20 ml. |c(HCl) = 0,1 mol/l. |Im 3. Jh. v. Chr. Rom war klein. |Er starb.")]
    [InlineData("pt", "Medimos a força em N. |O peso também.")]
    public void Split_Text_CutsWhereSentencesEnd(string language, string marked)
    {
        var text = marked.Replace("|", "", StringComparison.Ordinal);

        var sentences = Sentences.Split(text, language);

        sentences.Select(sentence => sentence.Text).Should().Equal(marked.Split('|').Select(part => part.Trim()));
        sentences.Should().OnlyContain(sentence => text.Substring(sentence.Start, sentence.Text.Length) == sentence.Text);
    }

    [Fact]
    public void Split_Thai_KeepsShortPiecesTogether() =>
        Sentences.Split("น้ำเดือดที่อุณหภูมิหนึ่งร้อยองศาเซลเซียส แล้วกลายเป็นไอน้ำ", "th").Should().HaveCount(2);

    [Theory]
    [InlineData("")]
    [InlineData("  \n ")]
    public void Split_Nothing_GivesNothing(string text) => Sentences.Split(text, "en").Should().BeEmpty();

    [Theory]
    [InlineData("What? No! ... 3.5 (a. b.) e.g. x. Y z. \n\n Q.")]
    public void Split_AnyText_LosesNoCharacter(string text) =>
        string.Concat(Sentences.Split(text, "en").Select(sentence => sentence.Text)).Where(character => character != ' ')
            .Should().Equal(text.Where(character => !char.IsWhiteSpace(character)));
}
