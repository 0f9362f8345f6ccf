using System.Text.RegularExpressions;

namespace TemporalVideo.Studio.Storytelling.Planning;

/// <summary>
/// Reads what a sentence states of two things. It says nothing of a sentence that it does not understand as a whole: one with a
/// negation, a second verb, a subordinate clause, a pronoun at its beginning.
/// </summary>
/// <param name="words">The words of the language.</param>
internal sealed partial class RelationReader(RelationWords words)
{
    private const int MostWordsOfAThing = 8;
    private const int MostWordsOfAClause = 12;
    private const int MostLettersOfAThing = 64;
    private const int MostLettersOfAClause = 90;
    private const int MostWordsOfAProperty = 3;
    private const int MostWordsOfAPart = 4;
    private const int MostParts = 5;

    /// <summary>The relations of a sentence, in order; none where one of its clauses is not understood.</summary>
    public IReadOnlyList<Relation> Of(string sentence)
    {
        var text = sentence.Trim();
        if (text is not [.., '.'] || Marks().IsMatch(text) || Phrases.LeansBack(text))
        {
            return [];
        }

        text = text.TrimEnd('.');
        if ((Joined(text, words.Proportion) ?? Joined(text, words.Condition) ?? Reason(text)) is { } joined)
        {
            return [joined];
        }

        if (words.Negation.IsMatch(text))
        {
            return [];
        }

        if (Stated(text) is { } whole)
        {
            return [whole];
        }

        var clauses = words.Join.Split(text);
        return clauses.Length != 2 ? [] : Both(clauses, Stated) ?? Both(clauses, Property) ?? [];
    }

    private static List<Relation>? Both(string[] clauses, Func<string, Relation?> read) =>
        clauses.Select(read).OfType<Relation>().ToList() is { Count: 2 } both ? both : null;

    /// <summary>"The shorter the wave, the more it is scattered": both halves as they stand, the second follows from the first.</summary>
    private static Relation? Joined(string text, Regex form) =>
        form.Match(text) is { Success: true } match && IsClause(match.Groups["from"].Value) && IsClause(match.Groups["to"].Value)
            ? new Relation(Label(match.Groups["from"].Value), "", [match.Groups["to"].Value.Trim()]) : null;

    /// <summary>"A, because B".</summary>
    private Relation? Reason(string text) =>
        words.Because.Matches(text) is [var because] && !words.Opener.IsMatch(text)
        && (because.Value[0] == ',' || !words.Negation.IsMatch(text))
        && IsClause(text[..because.Index]) && IsClause(text[(because.Index + because.Length)..])
            ? new Relation(Label(text[..because.Index]), because.Groups["link"].Value, [text[(because.Index + because.Length)..].Trim()])
            : null;

    /// <summary>"Yeast", "produces", "carbon dioxide".</summary>
    private Relation? Stated(string clause) => Around(words.Verbs, clause) is not var (from, link, to) ? null
        : to.Contains(':') ? Announced(from, link, to)
        : words.Parts.IsMatch(link) && Parts(to) is { Count: > 1 } parts ? new Relation(Label(from), link, parts)
        : IsThing(to) ? new Relation(Label(from), link, [to]) : null;

    /// <summary>"The state", "has three powers", "the legislature", "the executive" and so on: what stands behind a colon.</summary>
    private Relation? Announced(string from, string link, string to) =>
        to.Split(": ") is [var head, var list] && head.Split(' ').Length <= MostWordsOfAPart && Parts(list) is { Count: > 1 } parts
            ? new Relation(Label(from), $"{link} {head}", parts) : null;

    /// <summary>"Red waves", "are", "long": half of a contrast.</summary>
    private Relation? Property(string clause) =>
        Around(words.Copula, clause) is var (from, link, to) && to.Split(' ').Length <= MostWordsOfAProperty && IsThing(to)
            ? new Relation(Label(from), link, [to]) : null;

    private (string From, string Link, string To)? Around(Regex form, string clause)
    {
        clause = clause.Trim();
        if (form.Matches(clause) is not [var match] || Phrases.LeansBack(clause) || words.Opener.IsMatch(clause))
        {
            return null;
        }

        var link = match.Groups["link"];
        var (from, to) = (clause[..link.Index].Trim(), clause[(link.Index + link.Length)..].Trim());
        return !IsThing(from) || to.Length == 0 || words.Subordinate.IsMatch(from) || words.Subordinate.IsMatch(to) || words.IsCut(from, to)
            ? null : (from, link.Value, to);
    }

    /// <summary>"flour, water, yeast and salt"; none where one of them is no short name.</summary>
    private List<string> Parts(string list)
    {
        var last = list.LastIndexOf(',') + 1;
        List<string> parts = [.. list[..last].Split(',', StringSplitOptions.RemoveEmptyEntries), .. words.And.Split(list[last..])];
        return parts.Count <= MostParts && parts.TrueForAll(part => part.Trim() is { Length: > 1 } name
            && name.Split(' ').Length <= MostWordsOfAPart)
            ? parts.ConvertAll(part => words.Again.Replace(part.Trim(), "")) : [];
    }

    private static bool IsThing(string text) =>
        text.Length is > 1 and <= MostLettersOfAThing && text.Split(' ').Length <= MostWordsOfAThing
        && text.AsSpan().IndexOfAny(',', ':') < 0;

    private static bool IsClause(string text) => text.Trim() is { Length: > 3 and <= MostLettersOfAClause } clause
        && clause.Split(' ').Length is >= 2 and <= MostWordsOfAClause && clause.AsSpan().IndexOfAny(',', ':') < 0;

    private static string Label(string text) => Phrases.Capitalise(text.Trim().TrimEnd(','));

    [GeneratedRegex(@"[""“”„«»();?!…–—=]|\.\s|\s-\s")]
    private static partial Regex Marks();
}
