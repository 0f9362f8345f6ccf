using System.Collections.Concurrent;

namespace TemporalVideo.DevServer.Executions.Queries;

/// <summary>The direct queries that workers may still answer, by id.</summary>
internal sealed class DirectQueries
{
    private readonly ConcurrentDictionary<string, DirectQuery> _queries = new();

    public void Add(DirectQuery query) => _queries[query.Id] = query;

    public void Remove(DirectQuery query)
    {
        query.GiveUp();
        _queries.TryRemove(query.Id, out _);
    }

    public DirectQuery? Find(string id) => _queries.GetValueOrDefault(id);
}
