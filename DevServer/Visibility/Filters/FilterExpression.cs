namespace TemporalVideo.DevServer.Visibility.Filters;

/// <summary>A filter as it was written; <see cref="FilterTranslator"/> gives it its meaning.</summary>
internal abstract record FilterExpression
{
    internal sealed record And(FilterExpression Left, FilterExpression Right) : FilterExpression;

    internal sealed record Or(FilterExpression Left, FilterExpression Right) : FilterExpression;

    internal sealed record Not(FilterExpression Inner) : FilterExpression;

    /// <param name="Column">Name of the search attribute.</param>
    /// <param name="Operator">One of =, !=, &lt;, &lt;=, &gt;, &gt;=, starts_with, not starts_with.</param>
    /// <param name="Value">A string, long, double or bool.</param>
    internal sealed record Comparison(string Column, string Operator, object Value) : FilterExpression;

    internal sealed record In(string Column, IReadOnlyList<object> Values, bool Negated) : FilterExpression;

    internal sealed record Between(string Column, object Low, object High, bool Negated) : FilterExpression;

    internal sealed record IsNull(string Column, bool Negated) : FilterExpression;
}
