using System.Text;
using Google.Protobuf;
using Temporalio.Client;
using TemporalVideo.Tests.Support;

namespace TemporalVideo.EndToEnd.Tests;

/// <summary>The sessions' rows in PostgreSQL instead of SQLite.</summary>
public sealed class PostgresTests
{
    private const string User = "anna";
    private const string Session = "lesson";

    /// <summary>The database goes away while a session begins, and comes back: the session begins then, and is closed.</summary>
    [SkippableFact]
    public async Task Session_DatabaseAwayForAWhile_BeginsAndCloses()
    {
        await using var postgres = await PostgresServer.StartAsync();
        var database = await postgres.CreateDatabaseAsync();
        using var folder = new ProductFolder();
        folder.Variables["TEMPORAL_VIDEO_DATABASE"] = postgres.Connection(database);
        folder.Variables["PGPASSWORD"] = postgres.Password;
        await using var worker = StarterProcess.Start(folder, "worker", "--verbose");
        await worker.WaitForAsync(line => line.StartsWith("Working for", StringComparison.Ordinal));

        await postgres.StopAsync();
        var start = await StarterProcess.RunAsync(
            folder, "start", folder.Lesson, "--seconds", "25", "--user", User, "--session", Session, "--interactive");
        start.Code.Should().Be(0, start.Errors);
        await postgres.ResumeAsync();
        await using (var watch = StarterProcess.Start(folder, "watch", Session, "--user", User, "--json"))
        {
            await watch.WaitForMessageAsync(message =>
                message.Message?.StartsWith("Waiting for approval", StringComparison.Ordinal) == true);
        }

        var running = await RowAsync(postgres, database);
        var cancel = await StarterProcess.RunAsync(folder, "cancel", $"video:{User}:{Session}");
        await using var end = StarterProcess.Start(folder, "watch", Session, "--user", User);

        (await end.ExitAsync()).Should().Be(5, "the session was cancelled: {0}", cancel.Errors);
        running.Should().Be("Running");
        (await RowAsync(postgres, database)).Should().Be("Cancelled");
        File.Exists(Path.Combine(folder.Root, "out", "videos.db")).Should().BeFalse("SQLite is not used");
        $"{worker.Output}{worker.Errors}{await HistoryAsync(folder)}".Should()
            .Contain("OpenSession", "the search looks at a real history").And.NotContain(postgres.Password);
    }

    [SkippableFact]
    public async Task Doctor_PasswordFile_TellsWhatOfPostgresIsUsed()
    {
        await using var postgres = await PostgresServer.StartAsync();
        var database = await postgres.CreateDatabaseAsync();
        using var folder = new ProductFolder();
        folder.ChangeConfiguration("config/worker.yaml", "database: out/videos.db", $"database: {postgres.Connection(database)}");
        folder.ChangeConfiguration("config/worker.yaml", "password_file: \"\"", "password_file: secret");
        await File.WriteAllTextAsync(Path.Combine(folder.Root, "secret"), $"{postgres.Password}\n");

        var good = await StarterProcess.RunAsync(folder, "doctor");
        await postgres.StopAsync();
        var away = await StarterProcess.RunAsync(folder, "doctor");
        var worker = await StarterProcess.RunAsync(folder, "worker");

        good.Output.Should()
            .MatchRegex($"ok +database +PostgreSQL at 127.0.0.1:{postgres.Port}, database '{database}', user 'video', version");
        away.Output.Should().MatchRegex($"MISSING +database .*127.0.0.1:{postgres.Port}");
        (worker.Code, worker.Errors).Should().Match<(int Code, string Errors)>(end =>
            end.Code == 3 && end.Errors.Contains("database of sessions", StringComparison.Ordinal) && !end.Errors.Contains("   at "));
        $"{good}{away}{worker}".Should().NotContain(postgres.Password);
    }

    private static async Task<string> RowAsync(PostgresServer postgres, string database) =>
        (await postgres.ReadAsync(database, $"SELECT outcome FROM video_session WHERE user_id = '{User}' AND id = '{Session}'")).Single();

    private static async Task<string> HistoryAsync(ProductFolder folder)
    {
        var client = await TemporalClient.ConnectAsync(new TemporalClientConnectOptions($"127.0.0.1:{folder.Port}"));
        var history = await client.GetWorkflowHandle($"video:{User}:{Session}").FetchHistoryAsync();
        return string.Concat(history.Events.Select(each => Encoding.Latin1.GetString(each.ToByteArray())));
    }
}
