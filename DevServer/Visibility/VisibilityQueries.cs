using Google.Protobuf;
using TemporalVideo.DevServer.Attributes;
using TemporalVideo.DevServer.Namespaces;
using TemporalVideo.DevServer.Visibility.Filters;

namespace TemporalVideo.DevServer.Visibility;

/// <summary>Answers list and count: parses the filter, asks the store, makes pages.</summary>
internal sealed class VisibilityQueries(NamespaceRegistry namespaces, SearchAttributeRegistry attributes, VisibilityStore store)
{
    /// <summary>Most runs on a page, and the page size where a request gives none.</summary>
    public const int LargestPage = 1000;

    /// <summary>A page of runs.</summary>
    /// <param name="Records">The runs.</param>
    /// <param name="NextPageToken">Where the next page starts; empty after the last.</param>
    internal sealed record Page(IReadOnlyList<VisibilityRecord> Records, ByteString NextPageToken);

    public Page List(string namespaceName, string query, int pageSize, ByteString token) =>
        List(namespaceName, Ungrouped(query), pageSize, token);

    /// <summary>A page of schedules; in its filter, <c>ScheduleId</c> is known too.</summary>
    public Page ListSchedules(string namespaceName, string query, int pageSize, ByteString token) =>
        List(namespaceName, ScheduleFilter.OfSchedules(Ungrouped(query)), pageSize, token);

    /// <summary>How many schedules pass a filter.</summary>
    public long CountSchedules(string namespaceName, string query) =>
        Count(namespaceName, ScheduleFilter.OfSchedules(Ungrouped(query)));

    private Page List(string namespaceName, FilterExpression? where, int pageSize, ByteString token)
    {
        var record = namespaces.Require(namespaceName);
        var size = pageSize is <= 0 or > LargestPage ? LargestPage : pageSize;
        var found = store.List(record.Id, Translate(namespaceName, where), VisibilityPosition.FromToken(token), size + 1);
        if (found.Count <= size)
        {
            return new Page(found, ByteString.Empty);
        }

        found.RemoveAt(size);
        return new Page(found, VisibilityPosition.Of(found[^1]).ToToken());
    }

    public long Count(string namespaceName, FilterExpression? where) =>
        store.Count(namespaces.Require(namespaceName).Id, Translate(namespaceName, where));

    public IReadOnlyList<(int Status, long Count)> CountByStatus(string namespaceName, FilterExpression? where) =>
        store.CountByStatus(namespaces.Require(namespaceName).Id, Translate(namespaceName, where));

    private static FilterExpression? Ungrouped(string query)
    {
        var parsed = FilterParser.Parse(query);
        return parsed.GroupBy is null ? parsed.Where : throw FilterErrors.NotSupported("'group by' clause");
    }

    private SqlFilter Translate(string namespaceName, FilterExpression? where) =>
        FilterTranslator.Translate(where, name => attributes.TypeOf(namespaceName, name));
}
