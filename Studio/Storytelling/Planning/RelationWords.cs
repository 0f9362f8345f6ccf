using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Storytelling.Planning;

/// <summary>The words by which a language states what two things have to do with each other.</summary>
internal sealed class RelationWords
{
    private const string Adverbs = "also|now|often|usually|always|mostly|mainly|still|already|soon|slowly|quickly|directly|then|partly"
        + "|también|siempre|anche|sempre|também";

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private static readonly Dictionary<string, Lazy<RelationWords>> All = new(StringComparer.Ordinal)
    {
        ["en"] = new(() => EnglishRelations.Words),
        ["de"] = new(() => GermanRelations.Words),
        ["fr"] = new(() => RomanceRelations.French),
        ["es"] = new(() => RomanceRelations.Spanish),
        ["it"] = new(() => RomanceRelations.Italian),
        ["pt"] = new(() => RomanceRelations.Portuguese),
    };

    /// <summary>What stands between two things, as the group "link".</summary>
    public required Regex Verbs { get; init; }

    /// <summary>"is", "are" before a property; only a contrast of two is shown.</summary>
    public required Regex Copula { get; init; }

    /// <summary>A link that is followed by the parts of a whole.</summary>
    public required Regex Parts { get; init; }

    /// <summary>What joins the last part of an enumeration to the others.</summary>
    public required Regex And { get; init; }

    /// <summary>What is said again before each part: "d'une reine, de faux-bourdons".</summary>
    public required Regex Again { get; init; }

    /// <summary>What joins two main clauses.</summary>
    public required Regex Join { get; init; }

    /// <summary>What stands before a reason, as the group "link".</summary>
    public required Regex Because { get; init; }

    /// <summary>"The more from, the more to", with these groups.</summary>
    public required Regex Proportion { get; init; }

    /// <summary>"If from, to", with these groups.</summary>
    public required Regex Condition { get; init; }

    /// <summary>Words that turn a statement into its opposite or limit it.</summary>
    public required Regex Negation { get; init; }

    /// <summary>What begins a clause whose first words name no thing.</summary>
    public required Regex Opener { get; init; }

    /// <summary>What begins a clause within another.</summary>
    public required Regex Subordinate { get; init; }

    /// <summary>Before a link: the last word of a thing that is not finished, so that the link is no verb.</summary>
    public required Regex Unfinished { get; init; }

    /// <summary>Behind a link: what shows that it is no verb, or only half of one.</summary>
    public required Regex NoObject { get; init; }

    /// <summary>The words of a language; null where none are known.</summary>
    public static RelationWords? For(string language) =>
        All.TryGetValue(language.Split('-', '_')[0].ToLowerInvariant(), out var words) ? words.Value : null;

    /// <summary>Whether the link is no verb between these two.</summary>
    public bool IsCut(string from, string to) => Unfinished.IsMatch(from) || NoObject.IsMatch(to);

    /// <summary>Any of the words, whole.</summary>
    internal static Regex AnyOf(params string[] words) => new($@"\b(?:{string.Join('|', words)})\b", Options);

    /// <summary>One of the words at the beginning.</summary>
    internal static Regex Starting(params string[] words) => new($@"^(?:{string.Join('|', words)})(?![\p{{L}}])", Options);

    /// <summary>One of the words at the end.</summary>
    internal static Regex Ending(params string[] words) => new($@"(?<![\p{{L}}])(?:{string.Join('|', words)})$", Options);

    /// <summary>
    /// Links between things, with the adverb before them: "also has". One that ends in an apostrophe is followed by a letter.
    /// </summary>
    internal static Regex Links(params string[] links) => new(
        $@"(?<![\p{{L}}\-])(?<link>(?:(?:{Adverbs})\s+)?(?:{string.Join('|', links)}))(?:(?<=['’])|(?![\p{{L}}\-'’]))", Options);

    internal static Regex Form(string pattern) => new(pattern, Options);
}
