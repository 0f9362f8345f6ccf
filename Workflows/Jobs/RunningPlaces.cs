using Temporalio.Exceptions;
using Temporalio.Workflows;
using TemporalVideo.Workflows.Contracts;
using TemporalVideo.Workflows.Policies;

namespace TemporalVideo.Workflows.Jobs;

/// <summary>
/// The places among the user's running jobs that the jobs of this pipeline have and ask for. They are given back with the rows, when the
/// attempt has ended: not when it is told to stop.
/// </summary>
internal sealed class RunningPlaces(JobPipelineInput input, RowKeeper rows)
{
    private readonly Dictionary<string, JobPlace> _held = [];
    private readonly Dictionary<string, Asking> _asking = [];

    /// <summary>How many jobs ask for a place.</summary>
    public int Asked => _asking.Count;

    /// <summary>The jobs that were told to wait for a place.</summary>
    public IEnumerable<string> Waiting => _asking.Where(each => each.Value is { Waits: true, Stop.IsCancellationRequested: false })
        .Select(each => each.Key);

    /// <summary>Asks for a place and waits until there is one.</summary>
    /// <param name="holder">The job that will have it.</param>
    /// <param name="place">The attempt that it is asked for.</param>
    /// <param name="wait">Is told why there is none; says whether to wait for it.</param>
    /// <returns>Whether it has one; not, when it was stopped or does not wait.</returns>
    public async Task<bool> AskAsync(string holder, JobPlace place, Func<string, bool> wait)
    {
        using var stop = new CancellationTokenSource();
        var asking = _asking[holder] = new Asking(stop);
        try
        {
            var request = new PlaceRequest { Pipeline = input.Pipeline, Place = place };
            var answer = await TakeAsync(request, stop.Token);
            if (!answer.IsTaken && !stop.IsCancellationRequested && wait(answer.Reason ?? ""))
            {
                asking.Waits = true;
                answer = await TakeAsync(request with { Waits = true }, stop.Token);
            }

            return answer.IsTaken && !stop.IsCancellationRequested;
        }
        catch (Exception stopped) when (stop.IsCancellationRequested
            && (stopped is ActivityFailureException || TemporalException.IsCanceledException(stopped)))
        {
            // It was told that there is none as it was stopped, or was not asking at that moment.
            return false;
        }
        finally
        {
            if (ReferenceEquals(_asking.GetValueOrDefault(holder), asking))
            {
                _asking.Remove(holder);
            }
        }
    }

    /// <summary>Has a job ask no longer.</summary>
    public void Stop(string holder)
    {
        if (_asking.TryGetValue(holder, out var asking))
        {
            asking.Stop.Cancel();
        }
    }

    /// <summary>Notes what a job has.</summary>
    public void Hold(string holder, JobPlace place) => _held[holder] = place;

    /// <summary>Gives back what a job has.</summary>
    public void Leave(string holder)
    {
        if (_held.Remove(holder, out var place))
        {
            rows.Leave(place);
        }
    }

    /// <summary>Gives back what was asked for and has no use: it may have been taken without the pipeline hearing of it.</summary>
    public void GiveUp(JobPlace place) => rows.Leave(place);

    /// <summary>Gives what a job has to another one, which goes on in its place.</summary>
    /// <returns>Whether it had one.</returns>
    public bool HandOver(string from, string to)
    {
        if (!_held.Remove(from, out var place))
        {
            return false;
        }

        _held[to] = place;
        return true;
    }

    private Task<PlaceAnswer> TakeAsync(PlaceRequest request, CancellationToken cancellationToken) => Workflow.ExecuteActivityAsync(
        (ITakePlace step) => step.TakePlaceAsync(request), JobPolicies.Place(input, request, cancellationToken));

    private sealed class Asking(CancellationTokenSource stop)
    {
        public CancellationTokenSource Stop => stop;

        public bool Waits { get; set; }
    }
}
