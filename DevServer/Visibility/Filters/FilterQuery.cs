namespace TemporalVideo.DevServer.Visibility.Filters;

/// <summary>A filter and the grouping that count may add.</summary>
/// <param name="Where">The condition; null means all.</param>
/// <param name="GroupBy">Name of the attribute to group by, or null.</param>
internal sealed record FilterQuery(FilterExpression? Where, string? GroupBy);
