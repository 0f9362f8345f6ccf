using System.Runtime.CompilerServices;
using System.Text;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Sessions.Jobs;

/// <summary>Finds words in what the jobs of a pipeline have written, in all attempts; secrets are masked there.</summary>
/// <param name="reader">Reads the logs.</param>
internal sealed class LogSearch(PipelineReader reader)
{
    /// <summary>Lines that are found at most; who wants others says more of them, or in which job.</summary>
    public const int Most = 1000;

    /// <summary>The lines, job by job in the order of the plan, attempt by attempt.</summary>
    /// <param name="pipeline">Which pipeline.</param>
    /// <param name="text">What stands in them, in any case; not empty.</param>
    /// <param name="job">Only in what this job has written; null: in all.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <exception cref="KeyNotFoundException">There is no such job; the message says which there are.</exception>
    public async IAsyncEnumerable<LogLine> FindAsync(
        SessionKey pipeline, string text, string? job, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var state = await reader.StateAsync(pipeline, cancellationToken);
        var jobs = job is null ? state.Jobs : [PipelineReader.JobOf(state, job)];
        var left = Most;
        foreach (var (name, attempt) in jobs.SelectMany(each => Enumerable.Range(1, each.Attempt).Select(attempt => (each.Job, attempt))))
        {
            if (await reader.LogAsync(pipeline, name, attempt, cancellationToken) is not { } log)
            {
                continue;
            }

            foreach (var (index, line) in Encoding.UTF8.GetString(log.Span).Split('\n').Index())
            {
                if (line.Contains(text, StringComparison.OrdinalIgnoreCase))
                {
                    yield return new LogLine(name, attempt, index + 1, line.TrimEnd('\r'));
                    if (--left == 0)
                    {
                        yield break;
                    }
                }
            }
        }
    }
}

/// <summary>A line of a log.</summary>
/// <param name="Job">The job that has written it.</param>
/// <param name="Attempt">In which attempt, from 1.</param>
/// <param name="Line">Its number, from 1.</param>
/// <param name="Text">The line.</param>
internal sealed record LogLine(string Job, int Attempt, int Line, string Text);
