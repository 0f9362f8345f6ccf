namespace TemporalVideo.DevServer.Visibility.Filters;

/// <summary>
/// Parses list filters, a subset of SQL's WHERE:
/// <code>
/// query      = [ or ] [ "GROUP BY" name ]
/// or         = and { "OR" and }
/// and        = not { "AND" not }
/// not        = "NOT" not | "(" or ")" | comparison
/// comparison = name ( op value | ["NOT"] "IN" "(" value { "," value } ")" | ["NOT"] "BETWEEN" value "AND" value
///                   | "IS" ["NOT"] "NULL" | ["NOT"] "STARTS_WITH" value )
/// </code>
/// </summary>
internal sealed class FilterParser
{
    /// <summary>Words that are no names unless quoted.</summary>
    public static readonly IReadOnlySet<string> Keywords = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "and", "or", "not", "in", "between", "is", "null", "true", "false", "starts_with", "like", "regexp", "rlike",
        "group", "order", "by", "limit", "offset", "xor", "select", "from", "where", "having", "exists", "asc", "desc",
    };

    private static readonly HashSet<string> Comparisons = ["=", "!=", "<>", "<", "<=", ">", ">="];

    private readonly List<FilterToken> _tokens;
    private int _at;

    private FilterParser(string query) => _tokens = FilterTokenizer.Tokenize(query);

    private FilterToken Current => _tokens[_at];

    /// <summary>Parses a filter; an empty one matches everything.</summary>
    /// <exception cref="Errors.ServiceException">InvalidArgument "invalid query: …".</exception>
    public static FilterQuery Parse(string query) => new FilterParser(query).ParseQuery();

    private FilterQuery ParseQuery()
    {
        var where = Current.Kind == FilterTokenKind.End || IsClause() ? null : ParseOr();
        string? groupBy = null;
        if (TakeWord("group"))
        {
            ExpectWord("by");
            groupBy = ParseName();
            if (Current.Is(","))
            {
                throw FilterErrors.NotSupported("'group by' clause supports only a single field");
            }
        }

        if (Current.IsWord("order"))
        {
            throw FilterErrors.NotSupported("'order by' clause");
        }

        if (Current.IsWord("limit"))
        {
            throw FilterErrors.NotSupported("'limit' clause");
        }

        return Current.Kind == FilterTokenKind.End ? new FilterQuery(where, groupBy) : throw FilterErrors.Syntax(Current);
    }

    private bool IsClause() => Current.IsWord("group") || Current.IsWord("order") || Current.IsWord("limit");

    private FilterExpression ParseOr()
    {
        var left = ParseAnd();
        while (TakeWord("or"))
        {
            left = new FilterExpression.Or(left, ParseAnd());
        }

        return left;
    }

    private FilterExpression ParseAnd()
    {
        var left = ParseNot();
        while (TakeWord("and"))
        {
            left = new FilterExpression.And(left, ParseNot());
        }

        return left;
    }

    private FilterExpression ParseNot()
    {
        if (TakeWord("not"))
        {
            return new FilterExpression.Not(ParseNot());
        }

        if (!Take("("))
        {
            return ParseComparison();
        }

        var inner = ParseOr();
        Expect(")");
        return inner;
    }

    private FilterExpression ParseComparison()
    {
        if (Current.Kind is FilterTokenKind.Text or FilterTokenKind.Number)
        {
            Advance();
            throw Current.Kind == FilterTokenKind.Symbol && Comparisons.Contains(Current.Text)
                ? FilterErrors.Expression("must be a column name but was *sqlparser.SQLVal")
                : FilterErrors.NotSupported("expression of type *sqlparser.SQLVal");
        }

        var column = ParseName();
        if (Current.Kind == FilterTokenKind.Symbol && Comparisons.Contains(Current.Text))
        {
            var symbol = Advance().Text is var s && s == "<>" ? "!=" : s;
            return new FilterExpression.Comparison(column, symbol, ParseValue());
        }

        var negated = TakeWord("not");
        if (TakeWord("in"))
        {
            return new FilterExpression.In(column, ParseList(), negated);
        }

        if (TakeWord("between"))
        {
            var low = ParseValue();
            ExpectWord("and");
            return new FilterExpression.Between(column, low, ParseValue(), negated);
        }

        if (TakeWord("starts_with"))
        {
            return new FilterExpression.Comparison(column, negated ? "not starts_with" : "starts_with", ParseValue());
        }

        if (Current.Is("<=>") || Current.IsWord("like") || Current.IsWord("regexp") || Current.IsWord("rlike"))
        {
            var symbol = (negated ? "not " : "") + Advance().Text.ToLowerInvariant();
            throw FilterErrors.Expression($"invalid operator '{symbol}' in `{column} {symbol} {FilterText.Of(ParseValue())}`");
        }

        if (!negated && TakeWord("is"))
        {
            negated = TakeWord("not");
            return TakeWord("null")
                ? new FilterExpression.IsNull(column, negated)
                : throw (Current.Kind == FilterTokenKind.Word
                    ? FilterErrors.Expression("'IS' operator can only be used with 'NULL' or 'NOT NULL'")
                    : FilterErrors.Syntax(Current));
        }

        throw Current.Kind == FilterTokenKind.End || Current.Is(")") || IsClause() || Current.IsWord("and") || Current.IsWord("or")
            ? FilterErrors.Expression("incomplete expression")
            : FilterErrors.Syntax(Current);
    }

    private string ParseName()
    {
        var isName = Current.Kind == FilterTokenKind.QuotedName
            || (Current.Kind == FilterTokenKind.Word && !Keywords.Contains(Current.Text));
        return isName ? Advance().Text : throw FilterErrors.Syntax(Current);
    }

    private List<object> ParseList()
    {
        Expect("(");
        var values = new List<object> { ParseValue() };
        while (Take(","))
        {
            values.Add(ParseValue());
        }

        Expect(")");
        return values;
    }

    private object ParseValue()
    {
        var negative = Take("-");
        var token = Current;
        switch (token.Kind)
        {
            case FilterTokenKind.Number:
                return FilterText.TryNumber(Advance().Text, negative, out var number) ? number : throw FilterErrors.Syntax(token);
            case FilterTokenKind.Text when !negative:
                return Advance().Text;
            case FilterTokenKind.Word when token.IsWord("true") || token.IsWord("false"):
                return Advance().IsWord("true");
            case FilterTokenKind.Word when token.IsWord("null"):
                throw FilterErrors.Expression("unexpected value type *sqlparser.NullVal");
            case FilterTokenKind.QuotedName:
            case FilterTokenKind.Word when !Keywords.Contains(token.Text):
                Advance();
                throw FilterErrors.NotSupported(Current.Is("(")
                    ? "nested func"
                    : $"column name on the right side of comparison expression (did you forget to quote '{token.Text}'?)");
            default:
                throw FilterErrors.Syntax(token);
        }
    }

    private FilterToken Advance() => _tokens[_at++];

    private bool Take(string symbol)
    {
        var found = Current.Is(symbol);
        _at += found ? 1 : 0;
        return found;
    }

    private bool TakeWord(string word)
    {
        var found = Current.IsWord(word);
        _at += found ? 1 : 0;
        return found;
    }

    private void Expect(string symbol)
    {
        if (!Take(symbol))
        {
            throw FilterErrors.Syntax(Current);
        }
    }

    private void ExpectWord(string word)
    {
        if (!TakeWord(word))
        {
            throw FilterErrors.Syntax(Current);
        }
    }
}
