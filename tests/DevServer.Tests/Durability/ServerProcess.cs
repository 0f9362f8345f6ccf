using Microsoft.Data.Sqlite;
using TemporalVideo.Tests.Support;

namespace TemporalVideo.DevServer.Tests.Durability;

/// <summary>An embedded server in a process of its own that can be killed and started again on the same file and port.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"durability-{Guid.NewGuid():N}.db");
    private readonly int _port = FreePort.NextForReuse();
    private HostProcess? _process;

    public HostProcess Process => _process!;

    public string TargetHost => $"127.0.0.1:{_port}";

    /// <summary>Starts the server and waits until it serves.</summary>
    public async Task StartAsync()
    {
        Spawn();
        await UntilServesAsync();
    }

    /// <summary>Starts the server and does not wait.</summary>
    public void Spawn() => _process = HostProcess.Start("server", $"{_port}", _file);

    /// <summary>Waits until a server that was spawned serves.</summary>
    public Task UntilServesAsync() => _process!.UntilServesAsync();

    /// <summary>Writes rubbish in place of a run's state, while no server runs.</summary>
    public void Damage(string workflowId)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = _file, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "UPDATE run SET state = x'FFFFFFFFFF' WHERE workflow_id = $id";
        command.Parameters.AddWithValue("$id", workflowId);
        command.ExecuteNonQuery().Should().Be(1);
    }

    /// <summary>Ends the process without any chance to tidy up.</summary>
    public async Task KillAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
            _process = null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        foreach (var suffix in new[] { "", "-wal", "-shm" })
        {
            File.Delete(_file + suffix);
        }
    }
}
