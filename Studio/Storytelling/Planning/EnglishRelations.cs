namespace TemporalVideo.Studio.Storytelling.Planning;

/// <summary>How English states relations.</summary>
internal static class EnglishRelations
{
    private const string Verbs = "absorb attract block build carry collect contain control cover create damage destroy eat emit erode "
        + "feed fight fill filter form generate guard heat hold include kill limit lower make need orbit pollute prevent produce "
        + "protect pull pump push raise recognise recognize reduce reflect release replace represent require scatter separate settle "
        + "shape store strengthen supply support surround threaten transport trap trigger use warm weaken cause influence affect "
        + "determine connect dissolve digest conduct transmit save comprise measure describe mean regulate attack keep name";

    private const string WithPreposition = "consist of|depend on|lead to|result in|belong to|turn into|change into|develop into|grow "
        + "into|come from|react with|combine with|act on|pull on|rest on|stand for|differ from|carry out|flow into|flow through|feed on";

    private const string Past = "conquered founded invented discovered replaced introduced abolished defeated united ordered forbade "
        + "caused destroyed created built produced wrote published";

    private const string Irregular = "made|driven|held|known|written|built|led|fed|eaten|given|taken|drawn|ruled|caused|told";

    private const string Plural = @"(?<=\b(?!(?:its|this|is|as|was|has|thus|plus|always|less|us|does)\s)"
        + @"(?:\p{L}*[^s\W]s|people|children|men|women|bacteria|mice|fungi|algae)\s)";

    private const string Degree = @"(?:(?:much|far|even|slightly|about|almost|nearly|more than|a little|(?:\p{L}+|[\d.,]+) times)\s+)*";

    public static RelationWords Words { get; } = new()
    {
        Verbs = RelationWords.Links(
            @"(?:is|are) (?:a mixture of|made up of|made of|composed of|divided into|(?:also |often )?called|based on|part of)",
            $@"(?:is|are|was|were)\s+{Degree}(?:more|less|fewer)\s+\p{{L}}+\s+than",
            $@"(?:is|are|was|were)\s+{Degree}(?!other|rather|either)\p{{L}}+er\s+than",
            $@"(?:is|are|was|were)\s+(?:\p{{L}}+ed\s+)?{Degree}as\s+\p{{L}}+\s+as",
            $@"(?:is|are|was|were)\s+(?:\p{{L}}{{3,}}ed|{Irregular})\s+by",
            $@"(?:can|may|must|will)\s+(?:{string.Join('|', Verbs.Split(' '))}|{WithPreposition})",
            $@"(?:{string.Join('|', Verbs.Split(' ').Concat(WithPreposition.Split('|')).Select(ThirdPerson))})",
            $@"{Plural}(?:{string.Join('|', Verbs.Split(' '))}|{WithPreposition})",
            string.Join('|', Past.Split(' ')),
            "led to|resulted in|consisted of|depended on|came from",
            @"(?:is|are|was|were)(?=\s+(?:an?|the)\s)",
            @"(?:has|have)(?=\s+(?:an?|two|three|four|five|six|seven|eight|nine|ten|many|several|its|their|\d+)\s)"),
        Copula = RelationWords.Links("is|are|was|were"),
        Parts = RelationWords.AnyOf("of", "into", "contains?", "comprises?", "includes?", "consists?"),
        And = RelationWords.Form(@"\s+and\s+"),
        Again = RelationWords.Form("^(?:of|into) "),
        Join = RelationWords.Form(@",\s+(?:and|but|while|whereas)\s+"),
        Because = RelationWords.Form(@",?\s+(?<link>because)\s+(?!of\b)"),
        Proportion = RelationWords.Form(
            @"^(?<from>The (?:more|less|fewer|\p{L}+er) [^,]+), (?<to>the (?:more|less|fewer|\p{L}+er) [^,]+)$"),
        Condition = RelationWords.Form("^(?<from>If [^,]+), (?:then )?(?<to>[^,]+)$"),
        Negation = RelationWords.Form(
            @"\b(?:not|no|never|neither|nor|none|nobody|nothing|hardly|barely|cannot|without|unless|except|however)\b|n['’]t\b"),
        Opener = RelationWords.Starting("in", "on", "at", "by", "for", "from", "with", "of", "to", "under", "over", "after", "before",
            "during", "since", "until", "when", "while", "if", "because", "although", "though", "as", "what", "who", "where", "why",
            "how", "which", "whose", "once", "now", "today", "here", "there", "then", "thus", "so", "but", "and", "or", "yet", "maybe",
            "perhaps", @"\p{L}+ly", "one", "another", "others?", "each of", "all of", "we", "you", "i", "he", "she", "let", "that",
            "every time", "through", "like"),
        Subordinate = RelationWords.AnyOf("that", "which", "who", "whom", "whose", "because", "when", "while", "where", "if", "although",
            "though", "until", "so", "but", "whether", "how", "why", "it", "they", "them", "this", "these", "those", "knows?", "thinks?",
            "believes?", "says?", "said", "is", "are", "was", "were"),
        Unfinished = RelationWords.Ending("the", "an?", "its", "their", "his", "her", "our", "your", "some", "many", "these", "those",
            "most", "several", "two", "three", "four", "five", "all", "both", "other", "different", "main", "of", "and", "or", "for",
            "with", "in", "on", "by", "as", "such", "to", "can", "may", "must", "will", "would", "could", "should", "does", "do", "did",
            "is", "are", "was", "were"),
        NoObject = RelationWords.Starting("is", "are", "was", "were", "be", "been", "can", "may", "must", "will", "of", "and", "or",
            "has", "have", "had", "does", "did", "by", "more", "less", "to", "it", "they", "them", "us",
            "an? (?:way|kind|sort|lot|bit|matter)"),
    };

    /// <summary>"carry out" as "carries out".</summary>
    private static string ThirdPerson(string verb)
    {
        var (stem, rest) = verb.IndexOf(' ', StringComparison.Ordinal) is var at and > 0 ? (verb[..at], verb[at..]) : (verb, "");
        return stem[^1] == 'y' && !"aeiou".Contains(stem[^2], StringComparison.Ordinal) ? $"{stem[..^1]}ies{rest}"
            : stem.EndsWith("ss", StringComparison.Ordinal) || stem.EndsWith("sh", StringComparison.Ordinal)
                || stem.EndsWith("ch", StringComparison.Ordinal) ? $"{stem}es{rest}" : $"{stem}s{rest}";
    }
}
