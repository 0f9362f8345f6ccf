using Temporalio.Exceptions;

namespace TemporalVideo.Sessions;

/// <summary>
/// Makes calls that may be made again over a connection that may break: whoever follows a session does not leave it because of one
/// broken call, as under load or when the server is restarted.
/// </summary>
/// <param name="tell">Is told once, when the connection is lost.</param>
/// <param name="time">The clock.</param>
internal sealed class PatientCall(Action<string> tell, TimeProvider time)
{
    /// <summary>How long the server may be away.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private bool _told;

    /// <summary>Makes the call until it is answered.</summary>
    /// <param name="call">The call; it changes nothing on the server.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="RpcException">The server refused, or was away for longer than <see cref="Patience"/>.</exception>
    public async Task<T> MakeAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        while (true)
        {
            try
            {
                return await call();
            }
            catch (RpcException lost) when (
                LostConnection.Explains(lost) && !cancellationToken.IsCancellationRequested && time.GetElapsedTime(began) < Patience)
            {
                if (!_told)
                {
                    _told = true;
                    tell($"The Temporal server does not answer at present ({lost.Message}); asking again for {Patience.TotalSeconds:0} s.");
                }
            }

            await Task.Delay(Pause, time, cancellationToken);
        }
    }
}
