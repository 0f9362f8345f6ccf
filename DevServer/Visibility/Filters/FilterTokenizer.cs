using System.Text;

namespace TemporalVideo.DevServer.Visibility.Filters;

/// <summary>Cuts a filter into tokens.</summary>
internal static class FilterTokenizer
{
    private static readonly string[] Symbols = ["<=>", "!=", "<>", "<=", ">=", "=", "<", ">", "(", ")", ",", "-", "+", "*", "/", "%", "."];

    /// <summary>The tokens of a filter; the last is always <see cref="FilterTokenKind.End"/>.</summary>
    public static List<FilterToken> Tokenize(string query)
    {
        var tokens = new List<FilterToken>();
        var at = 0;
        while (true)
        {
            while (at < query.Length && char.IsWhiteSpace(query[at]))
            {
                at++;
            }

            // A trailing semicolon ends the statement.
            if (at >= query.Length || (query[at] == ';' && string.IsNullOrWhiteSpace(query[(at + 1)..])))
            {
                tokens.Add(new FilterToken(FilterTokenKind.End, "", at));
                return tokens;
            }

            tokens.Add(Next(query, at));
            at = tokens[^1].End;
        }
    }

    private static FilterToken Next(string query, int at)
    {
        var c = query[at];
        if (c is '\'' or '"' or '`')
        {
            return Quoted(query, at, c);
        }

        if (char.IsAsciiDigit(c) || (c == '.' && at + 1 < query.Length && char.IsAsciiDigit(query[at + 1])))
        {
            return Run(query, at, FilterTokenKind.Number, ch => char.IsAsciiLetterOrDigit(ch) || ch == '.');
        }

        if (char.IsLetter(c) || c is '_' or '@')
        {
            return Run(query, at, FilterTokenKind.Word, ch => char.IsLetterOrDigit(ch) || ch is '_' or '@' or '$');
        }

        var symbol = Array.Find(Symbols, s => string.CompareOrdinal(query, at, s, 0, s.Length) == 0);
        return symbol is null
            ? new FilterToken(FilterTokenKind.Broken, c.ToString(), at + 1)
            : new FilterToken(FilterTokenKind.Symbol, symbol, at + symbol.Length);
    }

    private static FilterToken Run(string query, int at, FilterTokenKind kind, Func<char, bool> belongs)
    {
        var end = at + 1;
        while (end < query.Length && belongs(query[end]))
        {
            end++;
        }

        return new FilterToken(kind, query[at..end], end);
    }

    private static FilterToken Quoted(string query, int at, char quote)
    {
        var text = new StringBuilder();
        for (var i = at + 1; i < query.Length; i++)
        {
            if (query[i] == quote)
            {
                if (i + 1 < query.Length && query[i + 1] == quote)
                {
                    i++;
                }
                else
                {
                    var kind = quote == '`' ? FilterTokenKind.QuotedName : FilterTokenKind.Text;
                    return new FilterToken(kind, text.ToString(), i + 1);
                }
            }
            else if (query[i] == '\\' && quote != '`' && i + 1 < query.Length)
            {
                i++;
                text.Append(Unescape(query[i]));
                continue;
            }

            text.Append(query[i]);
        }

        return new FilterToken(FilterTokenKind.Broken, text.ToString(), query.Length);
    }

    private static string Unescape(char escaped) => escaped switch
    {
        '0' => "\0",
        'b' => "\b",
        'n' => "\n",
        'r' => "\r",
        't' => "\t",
        'Z' => "\x1a",
        '%' or '_' => $"\\{escaped}",
        _ => escaped.ToString(),
    };
}
