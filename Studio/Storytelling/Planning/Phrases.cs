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

    /// <summary>A column that names facts, such as "Property".</summary>
    public static bool NamesFacts(string heading) => Facts().IsMatch(heading);

    public static bool SpeaksOfCycle(string text) => Cycle().IsMatch(text);

    public static string Capitalise(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    [GeneratedRegex(@"^(it|its|they|their|them|this|that|these|those|he|she|his|her|and|but|so|then|yet|there|here|such|thus|therefore|some of|most of|both|together|also|often|on that|by the time|er|sie|es|ihr|ihre|dies|diese|dieser|dieses|das|dabei|dadurch|deshalb|darum|daher|und|aber|doch|dann|so|dort|davon|dafür|damit|beide|zusammen|auch|oft|however|nevertheless|instead|otherwise|for example|for instance|in contrast|as a result|jedoch|allerdings|trotzdem|zum beispiel|il|elle|ils|elles|ce|cet|cette|ces|cela|ça|mais|donc|ainsi|pourtant|cependant|par exemple|esto|esta|este|estos|estas|eso|pero|por eso|sin embargo|así|por ejemplo|ellos|ellas|questo|questa|questi|queste|ma|però|quindi|così|per esempio|isto|isso|este|esta|estes|mas|porém|assim|por exemplo)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Leaning();

    [GeneratedRegex(@"^(so|therefore|thus|hence|that is why|this is why|as a result,?)\s+", RegexOptions.IgnoreCase)]
    private static partial Regex Consequence();

    [GeneratedRegex(@"\b(as follows|the following|below|folgende[nrs]?|wie folgt|suivante?s?|siguientes?|seguenti?|seguintes?)\b[^.]*[.:]$", RegexOptions.IgnoreCase)]
    private static partial Regex Ahead();

    [GeneratedRegex(
        @"\b(kinds?|types?|examples?|reasons?|causes?|parts?|forms?|groups?|facts?|names?|advantages?|disadvantages?|features?|properties|uses|rules|arten|beispiele|gründe|ursachen|teile|formen|types?|sortes|exemples|raisons|causes|tipos|ejemplos|razones|causas|partes|tipi|esempi|ragioni|cause|exemplos|razões|top \d+)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Kinds();

    [GeneratedRegex(
        @"^(property|feature|aspect|fact|criterion|characteristic|category|topic|point|eigenschaft|merkmal|aspekt|kriterium|propriété|caractéristique|critère|propiedad|característica|aspecto|proprietà|caratteristica|propriedade)$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Facts();

    [GeneratedRegex(@"\b(remember|summary|conclusion|conclusions|in short|recap|takeaways?|key points|merke?|merken|fazit|zusammenfassung|kurz gesagt|à retenir|résumé|en bref|conclusión|resumen|para recordar|recuerda|conclusione|riassunto|in breve|da ricordare|conclusão|resumo|lembre)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Recap();

    [GeneratedRegex(@"(\bcycles?\b|\bloop\b|kreislauf|\bzyklus\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Cycle();
}
