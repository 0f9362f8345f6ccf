using Temporalio.Api.Enums.V1;
using static TemporalVideo.DevServer.Visibility.Filters.FilterExpression;

namespace TemporalVideo.DevServer.Visibility.Filters;

/// <summary>Translates a filter to a condition on the visibility table.</summary>
internal sealed class FilterTranslator
{
    private const string Division = "TemporalNamespaceDivision";

    private readonly Func<string, IndexedValueType?> _typeOf;
    private readonly SqlFilter _filter = new();
    private bool _namesDivision;

    private FilterTranslator(Func<string, IndexedValueType?> typeOf) => _typeOf = typeOf;

    /// <summary>Translates a condition; unless it speaks of the division, only ordinary workflows pass.</summary>
    /// <param name="where">The condition; null means all.</param>
    /// <param name="typeOf">Type of a search attribute by name, null when there is none.</param>
    /// <exception cref="Errors.ServiceException">InvalidArgument "invalid query: …".</exception>
    public static SqlFilter Translate(FilterExpression? where, Func<string, IndexedValueType?> typeOf)
    {
        var translator = new FilterTranslator(typeOf);
        var sql = where is null ? "1" : translator.Visit(where);
        translator._filter.Sql = translator._namesDivision ? $"({sql})" : $"division IS NULL AND ({sql})";
        return translator._filter;
    }

    private string Visit(FilterExpression expression) => expression switch
    {
        And(var left, var right) => $"({Visit(left)} AND {Visit(right)})",
        Or(var left, var right) => $"({Visit(left)} OR {Visit(right)})",
        Not(var inner) => $"(NOT {Visit(inner)})",
        Comparison comparison => Compare(comparison),
        In list => Compare(list),
        Between between => Compare(between),
        IsNull isNull => $"{Value(Column(isNull.Column))} IS {(isNull.Negated ? "NOT " : "")}NULL",
        _ => throw new InvalidOperationException($"No translation of {expression.GetType().Name}."),
    };

    private string Compare(Comparison comparison)
    {
        var column = Column(comparison.Column);
        var (symbol, value) = (comparison.Operator, comparison.Value);
        if (column.IsMultiple)
        {
            var negated = symbol switch
            {
                "=" => false,
                "!=" => true,
                _ => throw BadOperator(column, symbol, FilterText.Of(value)),
            };
            return Any(column, [value], negated);
        }

        if (symbol.EndsWith("starts_with", StringComparison.Ordinal))
        {
            if (column.Type != IndexedValueType.Keyword || value is not string prefix)
            {
                throw BadOperator(column, symbol, FilterText.Of(value));
            }

            // Comparing the first characters needs no escapes, and unlike LIKE it tells upper from lower case.
            var parameter = _filter.Parameter(prefix);
            return $"substr({Value(column)}, 1, length({parameter})) {(symbol[0] == 'n' ? "!=" : "=")} {parameter}";
        }

        return $"{Value(column)} {symbol} {Stored(column, value)}";
    }

    private string Compare(In list)
    {
        var column = Column(list.Column);
        if (column.Type == IndexedValueType.Text)
        {
            throw BadOperator(column, list.Negated ? "not in" : "in", $"({string.Join(", ", list.Values.Select(FilterText.Of))})");
        }

        return column.IsMultiple
            ? Any(column, list.Values, list.Negated)
            : $"{Value(column)} {(list.Negated ? "NOT " : "")}IN ({string.Join(", ", list.Values.Select(v => Stored(column, v)))})";
    }

    private string Compare(Between between)
    {
        var column = Column(between.Column);
        if (column.IsMultiple)
        {
            throw BadOperator(
                column,
                between.Negated ? "not between" : "between",
                $"{FilterText.Of(between.Low)} and {FilterText.Of(between.High)}");
        }

        var not = between.Negated ? "NOT " : "";
        return $"{Value(column)} {not}BETWEEN {Stored(column, between.Low)} AND {Stored(column, between.High)}";
    }

    /// <summary>Some element of the attribute is one of the values; for a text, one of their words.</summary>
    private string Any(FilterColumn column, IEnumerable<object> values, bool negated)
    {
        var wanted = values.Select(FilterText.Plain);
        var elements = column.Type == IndexedValueType.Text ? wanted.SelectMany(FilterValues.Words) : wanted;
        var list = string.Join(", ", elements.Select(element => _filter.Parameter(element)));
        return $"{(negated ? "NOT " : "")}EXISTS (SELECT 1 FROM json_each(attributes, {Path(column)}) WHERE value IN ({list}))";
    }

    private FilterColumn Column(string name)
    {
        _namesDivision |= name == Division;
        return FilterColumn.Of(name, _typeOf(name) ?? throw FilterErrors.UnknownColumn(name));
    }

    private string Value(FilterColumn column) => column.Sql ?? $"json_extract(attributes, {Path(column)})";

    private string Path(FilterColumn column) => _filter.Parameter($"$.\"{column.Name}\"");

    private string Stored(FilterColumn column, object value) => _filter.Parameter(FilterValues.Stored(column, value));

    private static Errors.ServiceException BadOperator(FilterColumn column, string symbol, string right) =>
        FilterErrors.BadOperator(symbol, column.Type.ToString(), $"{column.Name} {symbol} {right}");
}
