using Microsoft.AspNetCore.Http;
using TemporalVideo.Web.Access;

namespace TemporalVideo.Web.Live;

/// <summary>The sockets and event streams that each user has open: who opens ever more is refused, and hurts nobody else.</summary>
internal sealed class OpenStreams(WebOptions options)
{
    private const int SecondsToWait = 10;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _open = [];

    /// <summary>Counts one more of the caller until it is disposed.</summary>
    /// <exception cref="WebException">The caller has as many as one may have.</exception>
    public IDisposable Enter(HttpContext context)
    {
        var user = Caller.Of(context).UserId;
        lock (_lock)
        {
            var now = _open.GetValueOrDefault(user);
            if (now >= options.StreamsPerUser)
            {
                throw new WebException(
                    StatusCodes.Status429TooManyRequests,
                    $"You have {now} sockets and event streams open, which is the limit. Close some, and come again by number.",
                    SecondsToWait);
            }

            _open[user] = now + 1;
        }

        return new Place(this, user);
    }

    private void Leave(string user)
    {
        lock (_lock)
        {
            if (--_open[user] == 0)
            {
                _open.Remove(user);
            }
        }
    }

    private sealed class Place(OpenStreams streams, string user) : IDisposable
    {
        private int _left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _left, 1) == 0)
            {
                streams.Leave(user);
            }
        }
    }
}
