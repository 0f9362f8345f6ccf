using static TemporalVideo.DevServer.Visibility.Filters.FilterExpression;

namespace TemporalVideo.DevServer.Visibility.Filters;

/// <summary>Makes filters of schedules out of filters of workflows.</summary>
internal static class ScheduleFilter
{
    private const string Prefix = Schedules.ScheduleRecord.WorkflowIdPrefix;

    /// <summary>Schedules that pass a filter, in which <c>ScheduleId</c> stands for the workflow id without its prefix.</summary>
    public static FilterExpression OfSchedules(FilterExpression? where)
    {
        var division = new Comparison("TemporalNamespaceDivision", "=", Schedules.ScheduleStore.Division);
        return where is null ? division : new And(division, Rename(where));
    }

    private static FilterExpression Rename(FilterExpression expression) => expression switch
    {
        And(var left, var right) => new And(Rename(left), Rename(right)),
        Or(var left, var right) => new Or(Rename(left), Rename(right)),
        Not(var inner) => new Not(Rename(inner)),
        Comparison { Column: "ScheduleId" } c => new Comparison("WorkflowId", c.Operator, Prefixed(c.Value)),
        In { Column: "ScheduleId" } i => new In("WorkflowId", [.. i.Values.Select(Prefixed)], i.Negated),
        Between { Column: "ScheduleId" } b => new Between("WorkflowId", Prefixed(b.Low), Prefixed(b.High), b.Negated),
        IsNull { Column: "ScheduleId" } n => new IsNull("WorkflowId", n.Negated),
        _ => expression,
    };

    private static object Prefixed(object value) => Prefix + FilterText.Plain(value);
}
