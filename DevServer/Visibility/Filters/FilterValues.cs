using Temporalio.Api.Enums.V1;
using TemporalVideo.DevServer.Attributes;
using TemporalVideo.DevServer.Time;

namespace TemporalVideo.DevServer.Visibility.Filters;

/// <summary>Turns the values of a filter into what the table holds.</summary>
internal static class FilterValues
{
    /// <summary>The stored form of a value that is compared with a column.</summary>
    /// <exception cref="Errors.ServiceException">InvalidArgument: the value does not fit.</exception>
    public static object Stored(FilterColumn column, object value) => column switch
    {
        { Name: "ExecutionStatus" } => Status(value),
        { Name: "ExecutionDuration" } => Duration(value),
        { Type: IndexedValueType.Datetime } => Time(value),
        { Type: IndexedValueType.Keyword or IndexedValueType.KeywordList or IndexedValueType.Text } => FilterText.Plain(value),
        { Type: IndexedValueType.Bool } => Flag(value),
        _ => Number(value),
    };

    /// <summary>The words of a text, as a search in it knows them.</summary>
    public static IEnumerable<string> Words(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetterOrDigit(text[i]))
            {
                start = start < 0 ? i : start;
            }
            else if (start >= 0)
            {
                yield return text[start..i].ToLowerInvariant();
                start = -1;
            }
        }
    }

    private static object Status(object value)
    {
        if (value is string name)
        {
            return Enum.TryParse<WorkflowExecutionStatus>(name, out var status) && char.IsLetter(name[0]) && status != 0
                ? (long)status
                : throw FilterErrors.Expression($"invalid ExecutionStatus value '{name}'");
        }

        return value is long ? value : throw FilterErrors.Expression($"invalid ExecutionStatus value '{FilterText.Of(value)}'");
    }

    private static object Duration(object value) => value switch
    {
        long nanoseconds => nanoseconds,
        string text when GoDuration.TryParse(text, out var nanoseconds) => nanoseconds,
        _ => throw FilterErrors.Invalid(
            $"invalid value for search attribute ExecutionDuration: {FilterText.Plain(value)} (invalid duration)"),
    };

    private static object Time(object value) => value switch
    {
        long nanoseconds => nanoseconds,
        string text when SearchAttributeValue.TryParseTime(text, out var nanoseconds) => nanoseconds,
        _ => throw FilterErrors.Expression($"unable to parse datetime '{FilterText.Plain(value)}'"),
    };

    private static object Flag(object value) => value switch
    {
        bool flag => flag ? 1L : 0L,
        string text when bool.TryParse(text, out var flag) => flag ? 1L : 0L,
        _ => value,
    };

    private static object Number(object value) => value switch
    {
        string text when FilterText.TryNumber(text, false, out var number) => number,
        bool flag => flag ? 1L : 0L,
        _ => value,
    };
}
