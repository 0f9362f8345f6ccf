using System.Runtime.CompilerServices;
using Temporalio.Client;

namespace TemporalVideo.Sessions;

/// <summary>
/// Room for one call that waits at the server until something happens. Many servers and proxies carry a hundred calls at once on a
/// connection: those that wait have connections of their own beyond the first, and leave room for others on each. A server lets some
/// twelve hundred calls of a namespace wait, the polls of workers among them, so that there is a limit to all of ours.
/// </summary>
internal sealed class LongPollPlace : IDisposable
{
    /// <summary>The most calls that wait on one connection.</summary>
    internal const int OfEachConnection = 64;

    /// <summary>The most connections, the client's own included.</summary>
    internal const int MostConnections = 4;

    private static readonly ConditionalWeakTable<ITemporalConnection, List<Line>> LinesOf = [];

    private readonly List<Line> _lines;
    private readonly Line _line;

    private LongPollPlace(List<Line> lines, Line line)
    {
        (_lines, _line) = (lines, line);
    }

    /// <summary>What the call is made on.</summary>
    public ITemporalConnection Connection => _line.Connection;

    /// <summary>Takes a place on a connection, or on another one to the same server.</summary>
    /// <returns>Null when all are taken.</returns>
    public static LongPollPlace? TryTake(ITemporalConnection connection)
    {
        var lines = LinesOf.GetValue(connection, own => [new Line(own)]);
        lock (lines)
        {
            var line = lines.Find(each => each.Waiting < OfEachConnection);
            if (line is null && lines.Count < MostConnections)
            {
                lines.Add(line = new Line(TemporalConnection.CreateLazy(connection.Options)));
            }

            if (line is null)
            {
                return null;
            }

            line.Waiting++;
            return new LongPollPlace(lines, line);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lines)
        {
            _line.Waiting--;
        }
    }

    private sealed class Line(ITemporalConnection connection)
    {
        public ITemporalConnection Connection => connection;

        public int Waiting { get; set; }
    }
}
