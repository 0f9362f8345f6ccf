using Temporalio.Exceptions;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Workflows.Tests.Jobs;

/// <summary>Places in memory, first come, first served, and how many jobs of each user really run.</summary>
internal sealed class PlaceBook(int limit = int.MaxValue)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(SessionKey Pipeline, string Job), (int Attempt, bool Left)> _places = [];
    private readonly List<(SessionKey Pipeline, string Job)> _taken = [];
    private readonly List<(SessionKey Pipeline, string Job)> _line = [];
    private readonly Dictionary<string, int> _running = [];

    /// <summary>The most jobs of one user that ran at the same time.</summary>
    public int Most { get; private set; }

    /// <summary>How often somebody was told that there is none.</summary>
    public int Refusals { get; private set; }

    /// <summary>How many places are taken.</summary>
    public int Taken
    {
        get
        {
            lock (_lock)
            {
                return _taken.Count;
            }
        }
    }

    public PlaceAnswer Take(PlaceRequest request)
    {
        lock (_lock)
        {
            var (key, user) = ((request.Pipeline, request.Place.Job), request.Pipeline.UserId);
            var known = _places.GetValueOrDefault(key);
            if (known.Attempt < request.Place.Attempt)
            {
                _taken.Remove(key);
                _line.Remove(key);
                _line.Add(key);
                _places[key] = known = (request.Place.Attempt, false);
            }

            var isLate = known.Attempt > request.Place.Attempt || known.Left;
            var ahead = _line.TakeWhile(each => each != key).Concat(_taken).Count(each => each.Pipeline.UserId == user);
            if (!isLate && (_taken.Contains(key) || ahead < limit))
            {
                _taken.AddRange(_line.Remove(key) ? [key] : []);
                return new PlaceAnswer(true);
            }

            Refusals++;
        }

        return !request.Waits ? new PlaceAnswer(false, $"{limit} jobs run.") : throw new ApplicationFailureException(
            "There is none.", errorType: FailureTypes.NoPlace, nextRetryDelay: TimeSpan.FromMilliseconds(50));
    }

    public void Leave(PipelineChanges changes)
    {
        lock (_lock)
        {
            foreach (var place in changes.Left ?? [])
            {
                var key = (changes.Pipeline, place.Job);
                if (_places.GetValueOrDefault(key).Attempt <= place.Attempt)
                {
                    _places[key] = (place.Attempt, true);
                    _taken.Remove(key);
                    _line.Remove(key);
                }
            }
        }
    }

    /// <summary>Counts an attempt while it works.</summary>
    public async Task<T> CountAsync<T>(string user, Func<Task<T>> work)
    {
        Count(user, 1);
        try
        {
            return await work();
        }
        finally
        {
            Count(user, -1);
        }
    }

    private void Count(string user, int by)
    {
        lock (_lock)
        {
            _running[user] = _running.GetValueOrDefault(user) + by;
            Most = Math.Max(Most, _running[user]);
        }
    }
}
