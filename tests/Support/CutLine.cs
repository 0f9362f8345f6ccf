using System.Net;
using System.Net.Sockets;

namespace TemporalVideo.Tests.Support;

/// <summary>A TCP connection to a server that can be cut and mended, as if the machine at its end had died for a while.</summary>
public sealed class CutLine : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly HashSet<TcpClient> _open = [];
    private readonly Lock _lock = new();
    private readonly string _target;
    private readonly Task _accepting;
    private bool _cut;

    /// <summary>Opens a line.</summary>
    /// <param name="target">Where it leads to, <c>host:port</c>.</param>
    public CutLine(string target)
    {
        _target = target;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary><c>127.0.0.1:port</c> of this end.</summary>
    public string TargetHost => $"{_listener.LocalEndpoint}";

    /// <summary>Closes what is open; new connections are closed at once.</summary>
    public void Cut()
    {
        lock (_lock)
        {
            _cut = true;
            foreach (var client in _open)
            {
                client.Close();
            }

            _open.Clear();
        }
    }

    /// <summary>Lets new connections through again.</summary>
    public void Mend()
    {
        lock (_lock)
        {
            _cut = false;
        }
    }

    /// <summary>Cuts the line for good.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        Cut();
        await _accepting;
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                _ = PassAsync(await _listener.AcceptTcpClientAsync(_stop.Token));
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
            {
            }
        }
    }

    private async Task PassAsync(TcpClient near)
    {
        using var far = new TcpClient();
        using (near)
        {
            if (!TryOpen(near, far))
            {
                return;
            }

            try
            {
                var end = IPEndPoint.Parse(_target);
                await far.ConnectAsync(end, _stop.Token);
                await Task.WhenAny(
                    near.GetStream().CopyToAsync(far.GetStream(), _stop.Token), far.GetStream().CopyToAsync(near.GetStream(), _stop.Token));
            }
            catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or OperationCanceledException
                or InvalidOperationException)
            {
            }
        }
    }

    private bool TryOpen(TcpClient near, TcpClient far)
    {
        lock (_lock)
        {
            if (!_cut)
            {
                _open.UnionWith([near, far]);
            }

            return !_cut;
        }
    }
}
