using TemporalVideo.DevServer.Errors;

namespace TemporalVideo.DevServer.Visibility.Filters;

/// <summary>The errors of filters, in the words of Temporal's server.</summary>
internal static class FilterErrors
{
    // The server parses "select * from table1 where …" and counts from there, one past the token.
    private const int PositionOffset = 28;

    public static ServiceException Syntax(FilterToken at)
    {
        var near = at.Kind switch
        {
            FilterTokenKind.Word when FilterParser.Keywords.Contains(at.Text) => $" near '{at.Text.ToLowerInvariant()}'",
            FilterTokenKind.Word or FilterTokenKind.QuotedName or FilterTokenKind.Text or FilterTokenKind.Number
                or FilterTokenKind.Broken when at.Text.Length > 0 => $" near '{at.Text}'",
            _ => "",
        };
        return Invalid($"malformed SQL query: syntax error at position {at.End + PositionOffset}{near}");
    }

    public static ServiceException Expression(string text) => Invalid($"invalid expression: {text}");

    public static ServiceException NotSupported(string text) => Invalid($"operation is not supported: {text}");

    public static ServiceException UnknownColumn(string name) => Expression($"column name '{name}' is not a valid search attribute");

    public static ServiceException BadOperator(string symbol, string type, string written) =>
        Expression($"operator '{symbol}' not supported for {type} type search attribute in `{written}`");

    public static ServiceException Invalid(string text) => ServiceErrors.InvalidArgument($"invalid query: {text}");
}
