using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Storytelling.Planning;

/// <summary>
/// Titles for scenes of a text without headings, from the words that they open with: what the first sentence speaks of, when it
/// happens, or the whole of it where it is short. None where those words would say too little.
/// </summary>
/// <param name="language">IETF tag.</param>
internal sealed partial class OpeningTitles(string language)
{
    private const int Longest = 44;
    private const int MostWordsOfASubject = 4;
    private const int MostWords = 8;
    private const int FewestWordsOfAClause = 3;

    private readonly RelationReader? _relations = RelationWords.For(language) is { } words ? new RelationReader(words) : null;

    /// <summary>The title; null where the sentence leans on another, speaks to somebody or is too long.</summary>
    /// <param name="sentence">The sentence that a scene opens with.</param>
    /// <param name="whole">Whether a short sentence may be the title as it is.</param>
    public string? Of(string sentence, bool whole)
    {
        var text = sentence.Trim();
        if (_relations is null || text is not [var first, .., '.'] || !char.IsUpper(first) || Phrases.LeansBack(text)
            || Phrases.PointsAhead(text) || Addressed().IsMatch(text))
        {
            return null;
        }

        return Subject(text) ?? Clause(text) ?? (whole ? Whole(text.TrimEnd('.')) : null);
    }

    /// <summary>What the sentence states something of: "Caravans of camels".</summary>
    private string? Subject(string text) =>
        _relations!.Of(text) is [{ Link.Length: > 0, From: var from }, ..] && Words(from) <= MostWordsOfASubject && IsShort(from)
        && !Indefinite().IsMatch(from) ? from : null;

    /// <summary>A condition or a time before the main clause: "When a bog dries", "In the thirteenth century".</summary>
    private static string? Clause(string text) =>
        text.IndexOf(", ", StringComparison.Ordinal) is > 0 and var comma && text[..comma] is var clause && IsShort(clause)
        && Words(clause) >= FewestWordsOfAClause && (Subordinate().IsMatch(clause) || Time().IsMatch(clause)) ? clause : null;

    private static string? Whole(string text) =>
        IsShort(text) && Words(text) is >= FewestWordsOfAClause and <= MostWords && !Phrases.Commands(text)
        && text.All(sign => char.IsLetter(sign) || sign is ' ' or '-' or '\'' or '’') ? text : null;

    private static bool IsShort(string text) => text.Length <= Longest && text.IndexOfAny(['"', '“', '„', '«', '$', '\\']) < 0;

    private static int Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;

    /// <summary>Who speaks or is spoken to, and words that only lead on.</summary>
    [GeneratedRegex(@"^(?:I|We|You|Let|Let's|Please|There|Here|Now|Then|Next|So|But|And|Also|However|Ich"
        + @"|Wir|Ihr|Du|Sie|Man|Es|Hier|Nun|Jetzt|Dann|Also|Aber|Und|Doch|Je|Nous|Vous|Tu|On|Il|Elle|Ils"
        + @"|Elles|Ici|Mais|Et|Donc|Puis|Yo|Nosotros|Usted|Aquí|Pero|Entonces|Io|Noi|Voi|Qui|Ma|Poi|Eu"
        + @"|Nós|Você|Aqui|Mas|Então|Hello|Hi|Hallo|Bonjour|Hola|Ciao|Olá)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Addressed();

    /// <summary>Subjects that name nothing by themselves.</summary>
    [GeneratedRegex(@"^(?:Most|Many|Some|All|Every|Each|Few|A few|Several|Both|Another|Others?|One|Two"
        + @"|Three|Either|No|None|My|Our|Your|His|Her|Its|Their|People|Scientists|Everyone|Nobody"
        + @"|Someone|Viele|Die meisten|Einige|Manche|Alle|Jede\w?|Beide|Andere|Kein\w*|Mein\w*|Unser\w*"
        + @"|Sein\w*|Ihr\w*|Menschen|Beaucoup|Certain\w*|Tou\w*|Plusieurs|Chaque|Mon|Ma|Mes|Notre|Nos"
        + @"|Son|Sa|Ses|Leurs?|Much[oa]s|Algun[oa]s|Tod[oa]s?|Cada|Mi|Mis|Su|Sus|Nuestr\w*|Molt[ie]"
        + @"|Alcun[ie]|Tutt[ie]|Ogni|Il mio|Muit[oa]s|Algun?s|Os outros|Minh\w*|Seus?|Suas?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Indefinite();

    [GeneratedRegex(@"^(?:When|If|Where|While|Before|After|Until|Wenn|Als|Bevor|Nachdem|Während|Sobald"
        + @"|Solange|Quand|Lorsque|Si|Cuando|Mientras|Quando|Se|Mentre|Enquanto)\s(?!(?:i|we|you|it|they"
        + @"|he|she|this|that|these|those|ich|wir|ihr|du|man|es|er|sie|das(?=\s(?-i:\p{Ll}))|dies\w*|je"
        + @"|nous|vous|tu|on|il|elle|ils|elles|ça|cela|se|lo|esto|eso|ciò|questo|isso|isto|você|eles"
        + @"|elas)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Subordinate();

    [GeneratedRegex(@"^(?:In|During|By|Around|From|Im|Um|Seit|Ab|Au|Dans|En|Durante|Nel|Nell|No|Na|Em|À"
        + @"|A)\b.*(?:century|centuries|Jahrhundert|siècle|siglo|secolo|século|\b1\d{3}|\b20\d\d)", RegexOptions.IgnoreCase)]
    private static partial Regex Time();
}
