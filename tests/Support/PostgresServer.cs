using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Xunit;

namespace TemporalVideo.Tests.Support;

/// <summary>
/// A PostgreSQL cluster of its own, in a temporary folder, on a free port of the loopback interface. The programs are found on
/// <c>PATH</c> or under <c>/usr/lib/postgresql</c>. They refuse to run as root: root runs them as <c>postgres</c> or <c>nobody</c>.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    /// <summary>The cluster's superuser.</summary>
    public const string User = "video";

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo _folder;
    private readonly string _programs;
    private ToolProcess? _process;

    private PostgresServer(DirectoryInfo folder, string programs, int port, string password) =>
        (_folder, _programs, Port, Password) = (folder, programs, port, password);

    /// <summary>The port of 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>The password of <see cref="User"/>.</summary>
    public string Password { get; }

    private string Data => Path.Combine(_folder.FullName, "data");

    /// <summary>Makes a cluster, starts it and waits until it serves.</summary>
    /// <exception cref="SkipException">There is no PostgreSQL: the test is reported as skipped.</exception>
    public static async Task<PostgresServer> StartAsync()
    {
        var programs = FindPrograms();
        Skip.If(programs is null, "No PostgreSQL: initdb and postgres are neither on PATH nor under /usr/lib/postgresql/*/bin.");
        Skip.If(Environment.IsPrivilegedProcess && UnprivilegedUser.Name is null,
            "PostgreSQL refuses to run as root, and there is neither a user postgres nor nobody, or no program setpriv.");
        var server = new PostgresServer(
            Directory.CreateTempSubdirectory("postgres-test-"), programs!, FreePort.NextForReuse(), $"pw-{Guid.NewGuid():N}");
        try
        {
            await server.MakeClusterAsync();
            await server.ResumeAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>A connection string without the password.</summary>
    /// <param name="database">Which database.</param>
    public string Connection(string database) => $"Host=127.0.0.1;Port={Port};Database={database};Username={User}";

    /// <summary>Makes a database with a name that no other has.</summary>
    /// <returns>Its name.</returns>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = $"videos_{Guid.NewGuid():N}";
        await ReadAsync("postgres", $"CREATE DATABASE {name}");
        return name;
    }

    /// <summary>Runs a statement as the superuser.</summary>
    /// <param name="database">In which database.</param>
    /// <param name="sql">The statement.</param>
    /// <returns>The first column of the rows it gives, as text.</returns>
    public async Task<IReadOnlyList<string>> ReadAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection($"{Connection(database)};Password={Password};Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture)!);
        }

        return rows;
    }

    /// <summary>Ends the server at once and cuts its connections; the data stays.</summary>
    public async Task StopAsync()
    {
        if (_process is { } running)
        {
            _process = null;
            await RunAsync("pg_ctl", "stop", "--pgdata", Data, "--mode", "immediate");
            await running.DisposeAsync();
        }
    }

    /// <summary>Starts the server again, on the same port and data.</summary>
    public async Task ResumeAsync()
    {
        string[] options =
        [
            "-D", Data, "-p", $"{Port}", "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "fsync=off",
        ];
        var (program, arguments) = UnprivilegedUser.Command(Path.Combine(_programs, "postgres"), options);
        _process = await ToolProcess.StartAsync(program, arguments, ServesAsync, StartLimit);
    }

    /// <summary>Ends the server and deletes its folder.</summary>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _folder.Delete(recursive: true);
    }

    private async Task MakeClusterAsync()
    {
        var secret = Path.Combine(_folder.FullName, "password");
        await File.WriteAllTextAsync(secret, Password);
        await UnprivilegedUser.GiveAsync(_folder.FullName);
        await RunAsync(
            "initdb", "--pgdata", Data, "--username", User, "--pwfile", secret, "--auth", "scram-sha-256", "--encoding", "UTF8",
            "--no-locale", "--no-sync");
    }

    private async Task<bool> ServesAsync()
    {
        try
        {
            await ReadAsync("postgres", "SELECT 1");
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    private async Task RunAsync(string name, params string[] options)
    {
        var (program, arguments) = UnprivilegedUser.Command(Path.Combine(_programs, name), options);
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _folder.FullName,
        })!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{name} ended with code {process.ExitCode}: {string.Join('\n', said)}");
        }
    }

    private static string? FindPrograms()
    {
        var versions = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql") : [];
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Concat(versions.OrderByDescending(version => double.TryParse(
                Path.GetFileName(version), CultureInfo.InvariantCulture, out var number) ? number : 0).Select(version => $"{version}/bin"));
        return folders.FirstOrDefault(folder =>
            new[] { "initdb", "postgres", "pg_ctl" }.All(program => File.Exists(Path.Combine(folder, program))));
    }
}
