using Microsoft.Data.Sqlite;

namespace TemporalVideo.DevServer.Tests.Hosting;

/// <summary>Whose a data file is, and which files are none.</summary>
public sealed class DataFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("data-file-test-");

    private string DataFile => Path.Combine(_folder.FullName, "temporal.db");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Start_Serving_HoldsTheFileAndSaysWhere()
    {
        await using (var server = await StartAsync())
        {
            DataFileLock.IsHeld(DataFile).Should().BeTrue();
            ServerRecord.Read(DataFile).Should().BeEquivalentTo(
                new { Environment.ProcessId, Address = server.TargetHost, WebUi = server.WebUiHost });
            server.WebUiHost.Should().NotBeNull().And.NotBe(server.TargetHost);
        }

        DataFileLock.IsHeld(DataFile).Should().BeFalse();
        ServerRecord.Read(DataFile).Should().BeNull();
    }

    [Fact]
    public async Task Start_AnotherServerHasTheFile_SaysWho()
    {
        await using var server = await StartAsync();

        (await FluentActions.Awaiting(StartAsync).Should().ThrowAsync<DataFileInUseException>())
            .WithMessage($"The data file {DataFile} is served by another process ({Environment.ProcessId}, at {server.TargetHost})*");
        ServerRecord.Read(DataFile)!.Address.Should().Be(server.TargetHost);
    }

    [Fact]
    public async Task Start_AfterAFailedStart_FindsTheFileFree()
    {
        await File.WriteAllTextAsync(DataFile, new string('x', 5000));
        await FluentActions.Awaiting(StartAsync).Should().ThrowAsync<DataFileVersionException>()
            .WithMessage($"The data file {DataFile} cannot be opened: *");
        File.Delete(DataFile);

        await using var server = await StartAsync();

        DataFileLock.IsHeld(DataFile).Should().BeTrue();
    }

    [Fact]
    public async Task Start_DatabaseOfAnotherProgram_IsRefusedAndLeftAlone()
    {
        await ExecuteAsync("CREATE TABLE video_session (id TEXT)");

        (await FluentActions.Awaiting(StartAsync).Should().ThrowAsync<DataFileVersionException>())
            .WithMessage($"The file {DataFile} is the database of another program (it has the table 'video_session')*");
        (await CountAsync("SELECT count(*) FROM sqlite_schema WHERE type = 'table'")).Should().Be(1);
    }

    [Fact]
    public async Task Start_FileOfANewerVersion_SaysWhatToDo()
    {
        await (await StartAsync()).DisposeAsync();
        await ExecuteAsync("UPDATE schema_version SET steps = 99 WHERE feature = 'executions'");

        (await FluentActions.Awaiting(StartAsync).Should().ThrowAsync<DataFileVersionException>())
            .WithMessage($"The data file {DataFile} was written by a newer version of this program*Use that version, or name*");
    }

    private Task<DevServer> StartAsync() => DevServer.StartAsync(new DevServerOptions { Port = 0, WebUiPort = 0, DataFile = DataFile });

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = await OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private async Task<long> CountAsync(string sql)
    {
        await using var connection = await OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private async Task<SqliteConnection> OpenAsync()
    {
        var connection = new SqliteConnection($"Data Source={DataFile};Pooling=False");
        await connection.OpenAsync();
        return connection;
    }
}
