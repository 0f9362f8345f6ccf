using Google.Protobuf.Collections;
using Temporalio.Api.Query.V1;

namespace TemporalVideo.DevServer.Executions.Queries;

/// <summary>The queries of a run that wait for its workflow task. Guarded by the workflow's lock.</summary>
internal sealed class QueryRegistry
{
    private readonly List<BufferedQuery> _queries = [];

    public bool IsEmpty => _queries.Count == 0;

    public int Count => _queries.Count;

    public void Add(BufferedQuery query) => _queries.Add(query);

    public void Remove(BufferedQuery query) => _queries.Remove(query);

    /// <summary>Gives the waiting queries to a starting workflow task.</summary>
    public void Attach(MapField<string, WorkflowQuery> queries)
    {
        foreach (var query in _queries)
        {
            query.IsAttached = true;
            queries[query.Id] = query.Query;
        }
    }

    /// <summary>The task that carried them has failed.</summary>
    public void TakeBack() => _queries.ForEach(query => query.IsAttached = false);

    /// <summary>Takes out the queries that a completed task answers.</summary>
    public List<(BufferedQuery Query, WorkflowQueryResult Result)> Answer(MapField<string, WorkflowQueryResult> results)
    {
        var answered = new List<(BufferedQuery, WorkflowQueryResult)>();
        foreach (var query in _queries)
        {
            if (results.TryGetValue(query.Id, out var result))
            {
                answered.Add((query, result));
            }
        }

        _queries.RemoveAll(query => results.ContainsKey(query.Id));
        return answered;
    }

    /// <summary>Takes everything out: no workflow task is coming.</summary>
    public List<BufferedQuery> TakeAll()
    {
        List<BufferedQuery> all = [.. _queries];
        _queries.Clear();
        return all;
    }
}
