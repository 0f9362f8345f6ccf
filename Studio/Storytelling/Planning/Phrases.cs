using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Storytelling.Planning;

/// <summary>The few words of grammar that planning looks at, in the languages that lessons are most often in.</summary>
internal static partial class Phrases
{
    /// <summary>The sentence leans on the one before it and cannot be spoken alone.</summary>
    public static bool LeansBack(string sentence) => Leaning().IsMatch(sentence);

    /// <summary>The sentence says what follows from those before it.</summary>
    public static bool IsConsequence(string sentence) => Consequence().IsMatch(sentence);

    /// <summary>The consequence without the word that leads to it.</summary>
    public static string WithoutConnective(string sentence) => Capitalise(Consequence().Replace(sentence, ""));

    public static bool IsRecap(string heading) => Recap().IsMatch(heading);

    /// <summary>The sentence says that something follows: "as follows", "the formula is".</summary>
    public static bool PointsAhead(string sentence) => Ahead().IsMatch(sentence);

    /// <summary>A heading under which a numbered list counts kinds, not steps.</summary>
    public static bool NamesKinds(string heading) => Kinds().IsMatch(heading);

    /// <summary>The words announce steps: "How it works", "Method", "The way of the blood", "in three stages".</summary>
    public static bool SpeaksOfSteps(string text) => Steps().IsMatch(text) || SpeaksOfCycle(text);

    /// <summary>"The formula is:" names nothing.</summary>
    public static bool EndsInVerb(string leadIn) => Verb().IsMatch(leadIn);

    /// <summary>A heading that counts what stands under it: "The five pillars".</summary>
    public static bool CountsThings(string heading) => Counted().IsMatch(heading);

    /// <summary>The sentence says that it comes after another: "then", "next", "after that".</summary>
    public static bool FollowsInTime(string sentence) => InTime().IsMatch(sentence);

    /// <summary>The sentence tells to do something: "Add the digits".</summary>
    public static bool Commands(string sentence) => Command().IsMatch(sentence);

    /// <summary>The words ask how something goes, or comes to be; "how many" counts.</summary>
    public static bool AsksHow(string text) => How().IsMatch(text);

    /// <summary>It begins as a noun does: "A black cross".</summary>
    public static bool NamesAThing(string text) => Thing().IsMatch(text);

    /// <summary>A column that names facts, such as "Property".</summary>
    public static bool NamesFacts(string heading) => Facts().IsMatch(heading);

    public static bool SpeaksOfCycle(string text) => Cycle().IsMatch(text);

    public static string Capitalise(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    [GeneratedRegex(@"^(it|its|they|their|them|this|that|these|those|he|she|his|her|and|but|so|then|yet|there|here|such|thus|therefore"
        + @"|some of|most of|both|together|also|often|on that|by the time|er|sie|es|ihr|ihre|dies|diese|dieser|dieses"
        + @"|das(?!\s(?-i:(?:\p{Ll}+\s)?\p{Lu}))|dabei|dadurch"
        + @"|deshalb|darum|daher|und|aber|doch|dann|so|dort|davon|dafür|damit|beide|zusammen|auch|oft|however|nevertheless|instead"
        + @"|otherwise|for example|for instance|in contrast|as a result|jedoch|allerdings|trotzdem|zum beispiel|il|elle|ils|elles|ce|cet"
        + @"|cette|ces|cela|ça|mais|donc|ainsi|pourtant|cependant|par exemple|esto|esta|este|estos|estas|eso|pero|por eso|sin embargo|así"
        + @"|por ejemplo|ellos|ellas|questo|questa|questi|queste|ma|però|quindi|così|per esempio|isto|isso|este|esta|estes|mas|porém"
        + @"|assim|por exemplo)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Leaning();

    [GeneratedRegex(@"^(so|therefore|thus|hence|that is why|this is why|as a result,?)\s+", RegexOptions.IgnoreCase)]
    private static partial Regex Consequence();

    [GeneratedRegex(@"\b(as follows|the following|below|folgende[nrs]?|wie folgt|suivante?s?|siguientes?|seguenti?|seguintes?)\b[^.]*[.:]$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Ahead();

    [GeneratedRegex(
        @"\b(kinds?|types?|examples?|reasons?|causes?|parts?|forms?|groups?|facts?|names?|advantages?|disadvantages?|features?|properties"
            + @"|uses|rules|laws|principles|pillars|commandments|articles|theories|theorems|tips|benefits|effects|consequences|results"
            + @"|symptoms|characteristics|aims|goals|objectives|members|"
        + @"arten|beispiele|gründe|ursachen|teile|formen|types?|sortes|exemples|raisons|causes|tipos|ejemplos|razones|causas|partes|tipi"
        + @"|esempi|"
        + @"gesetze|regeln|grundsätze|vorteile|nachteile|folgen|ziele|merkmale|lois|règles|principes|leyes|reglas|leggi|regole|leis"
        + @"|regras|ragioni|cause|exemplos|razões|top \d+)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Kinds();

    [GeneratedRegex(
        @"\b(steps?|stages?|phases?|methods?|procedures?|process|processes|instructions?|recipe|preparation|directions|algorithm"
            + @"|workflow|sequence|course|path|way of|journey|route"
        + @"|life cycle|in this order|one after the other|as follows|step by step|what happens|from .+ to|to do this|follow these"
        + @"|schritte?|ablauf|anleitung|zubereitung"
        + @"|schritten|vorgehen|verfahren|stufen|phasen|weg|étapes?|méthode|préparation|procédé|déroulement|pasos?|etapas?|método"
        + @"|procedimiento|preparación|elaboración|fases?"
        + @"|passi|passaggi|fasi|metodo|procedimento|preparazione|passos?|modo de preparo|preparo)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Steps();

    [GeneratedRegex(@"\b(?:is|are|was|were|gives|means|says|say|ist|sind|lautet|lauten|heißt|est|sont|es|son|è|sono|é|são|need|needs"
        + @"|follows|this|that)\s*:$", RegexOptions.IgnoreCase)]
    private static partial Regex Verb();

    [GeneratedRegex(
        @"^(?:add|take|write|put|pour|mix|stir|heat|boil|cool|open|close|click|press|draw|cut|wash|fold|find|multiply|divide|subtract"
            + @"|read|choose|select|enter|type|install"
        + @"|run|create|make|wait|remove|place|turn|move|count|check|measure|start|begin|repeat|stop|let|give|go|use|connect|save|copy"
        + @"|look|set|fill|bring|hold|push|pull"
        + @"|tie|pass|collect|compare|calculate|label|mark|rinse|dry|bake|fry|peel|chop|serve|gib|nimm|schneide|schneiden|rühre|rühren"
        + @"|geben|nehmen|ajoutez|prenez|mélangez"
        + @"|coupez|versez|añade|añadir|mezcla|corta|vierte|aggiungi|mescola|taglia|versa|adicione|misture|corte|despeje)\s+(?!of\b)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Command();

    [GeneratedRegex(
        @"^(?:the |our |die |les |los |las |i |le |os |as )?(?:two|three|four|five|six|seven|eight|nine|ten|twelve|\d+|zwei|drei|vier"
            + @"|fünf|sechs|sieben|acht|neun|zehn"
        + @"|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|due|tre|quattro|cinque|sei"
        + @"|sette|otto|nove|dieci"
        + @"|dois|duas|três|quatro|sete|oito|dez)\s+\p{L}",
        RegexOptions.IgnoreCase)]
    private static partial Regex Counted();

    [GeneratedRegex(
        @"^(?:then|next|after|afterwards|finally|now|at last|last|once|when|danach|dann|nun|anschließend|schließlich|zuletzt|ensuite|puis"
            + @"|enfin|après|luego|después|entonces"
        + @"|finalmente|poi|dopo|infine|depois|então|por fim)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex InTime();

    [GeneratedRegex(@"^how\b(?!\s(?:many|much|big|long|far|old|often)\b)|\b(?:wie|comment|cómo|come|como)\b", RegexOptions.IgnoreCase)]
    private static partial Regex How();

    [GeneratedRegex(@"^(?:an?|einen?|eine[mr]?|une?|una|uno|uma?|een|en|ett)\s", RegexOptions.IgnoreCase)]
    private static partial Regex Thing();

    [GeneratedRegex(
        @"^(property|feature|aspect|fact|criterion|characteristic|category|topic|point|eigenschaft|merkmal|aspekt|kriterium|propriété"
            + @"|caractéristique|critère|propiedad|característica|aspecto|proprietà|caratteristica|propriedade)$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Facts();

    [GeneratedRegex(@"\b(remember|summary|conclusion|conclusions|in short|recap|takeaways?|key points|merke?|merken|fazit|zusammenfassung"
        + @"|kurz gesagt|à retenir|résumé|en bref|conclusión|resumen|para recordar|recuerda|conclusione|riassunto|in breve|da ricordare"
        + @"|conclusão|resumo|lembre(?:-se)?|(?:para|a) lembrar|para reter|em resumo|para recordar|en resumen|lo esencial"
        + @"|a recordar|recordar"
        + @"|l'essentiel|ce qu'il faut retenir|ricorda|da imparare|in sintesi|riepilogo|ricapitolando|onthoud|onthouden|samenvatting"
        + @"|om te onthouden|kort samengevat|zapamiętaj|do zapamiętania|podsumowanie|kom ihåg|att minnas|sammanfattning|husk|huskeliste"
        + @"|opsummering|oppsummering|sammendrag|muista|yhteenveto|pamatuj|zapamatuj(?:te)?(?: si)?|shrnutí|запомни(?:те)?|итоги?"
        + @"|вывод(?:ы)?|главное"
        + @"|підсумок|запам.ятай|hatırla|unutma|özet|összefoglalás|jegyezd meg|rezumat|de reținut|ingat|ringkasan|kesimpulan"
        + @"|ghi nhớ|tóm tắt"
        + @"|θυμάμαι|σύνοψη)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Recap();

    [GeneratedRegex(@"(\bcycles?\b|\bloop\b|kreislauf|\bzyklus\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Cycle();
}
