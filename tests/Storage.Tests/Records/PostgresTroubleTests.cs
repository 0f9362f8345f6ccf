using Microsoft.EntityFrameworkCore;
using TemporalVideo.Storage.Records;
using TemporalVideo.Storage.Records.Postgres;
using TemporalVideo.Tests.Support;

namespace TemporalVideo.Storage.Tests.Records;

/// <summary>What is said when PostgreSQL cannot be used.</summary>
[Collection(nameof(PostgresFixture))]
public sealed class PostgresTroubleTests(PostgresFixture postgres)
{
    [SkippableFact]
    public async Task Migrate_WrongPassword_SaysWhereItComesFromAndNotWhatItIs()
    {
        Require();
        var said = await FailureAsync(postgres.Server.Connection("postgres"), "a-wrong-one");

        said.Should().Contain("PGPASSWORD").And.Contain("password_file").And.Contain("user 'video'").And.NotContain("a-wrong-one");
    }

    [SkippableFact]
    public async Task Migrate_NoDatabase_SaysHowToMakeIt()
    {
        Require();
        var said = await FailureAsync(postgres.Server.Connection("nowhere"), postgres.Server.Password);

        said.Should().Contain($"createdb --host 127.0.0.1 --port {postgres.Server.Port} --owner video nowhere");
    }

    [Fact]
    public async Task Migrate_NoServer_SaysAtOnceWhere()
    {
        var port = FreePort.NextForReuse();
        var said = await FailureAsync($"Host=127.0.0.1;Port={port};Database=videos;Username=video", "secret-word");

        said.Should().Contain($"127.0.0.1:{port}").And.Contain("config/worker.yaml").And.NotContain("secret-word");
    }

    [SkippableFact]
    public async Task Migrate_UserMayNotMakeTables_SaysHowToLetHim()
    {
        Require();
        var server = postgres.Server;
        var database = await server.CreateDatabaseAsync();
        await server.ReadAsync(database, "REVOKE CREATE ON SCHEMA public FROM public");
        await server.ReadAsync(database, "CREATE ROLE guest LOGIN PASSWORD 'guests-word'");
        var connection = server.Connection(database).Replace("Username=video", "Username=guest", StringComparison.Ordinal);

        var said = await FailureAsync(connection, "guests-word");
        var found = await FluentActions.Awaiting(() => DatabaseCheck.PostgresAsync(OptionsOf(connection, "guests-word"), default))
            .Should().ThrowAsync<VideoDatabaseException>();

        said.Should().Contain($"ALTER DATABASE \"{database}\" OWNER TO \"guest\"");
        found.Which.Message.Should().Contain("ALTER DATABASE");
    }

    [SkippableFact]
    public async Task PostgresAsync_BeforeAndAfterMigrating_TellsWhatIsPending()
    {
        Require();
        var options = OptionsOf(postgres.Server.Connection(await postgres.Server.CreateDatabaseAsync()), postgres.Server.Password);

        var before = await DatabaseCheck.PostgresAsync(options, default);
        await using var bench = new RecordsBench(to => Copy(options, to));
        await bench.MigrateAsync();

        await using var context = await bench.ContextAsync();
        before.Should().Contain($"the next worker applies {context.Database.GetMigrations().Count()} migrations");
        (await DatabaseCheck.PostgresAsync(options, default)).Should().Contain(", version ").And.NotContain("migrations");
    }

    [SkippableFact]
    public async Task Password_Changed_IsTakenUpByTheNextConnection()
    {
        Require();
        var password = "not yet";
        await using var bench = new RecordsBench(options =>
        {
            Copy(OptionsOf(postgres.Server.Connection("postgres"), ""), options);
            options.Password = () => password;
        });
        await bench.Awaiting(worker => worker.MigrateAsync()).Should().ThrowAsync<VideoDatabaseException>();

        password = postgres.Server.Password;

        await bench.Awaiting(worker => worker.MigrateAsync()).Should().NotThrowAsync();
    }

    [Theory]
    [InlineData("Host=h;Database=d;Username=u;Password=hush", "expected no password here*PGPASSWORD*")]
    [InlineData("postgresql://u:hush@h/d", "expected a file, or PostgreSQL as*")]
    [InlineData("Host=h;Database=d;Passwort=hush", "expected a file, or PostgreSQL as*")]
    [InlineData("Host=h;Database=d;Port=hush", "expected a file, or PostgreSQL as*")]
    [InlineData("Database=d", "*found no Host")]
    [InlineData("Host=h", "*found no Database")]
    [InlineData("", "*found no Host")]
    public void FaultOf_UnusableText_SaysWhatIsExpectedAndShowsNothing(string connection, string expected) =>
        PostgresConnection.FaultOf(connection).Should().Match(expected).And.NotContain("hush");

    [Fact]
    public void FaultOf_WordsOfNpgsql_FindsNone() =>
        PostgresConnection.FaultOf("Host=db.example.org;Database=videos;Username=video;SSL Mode=VerifyFull").Should().BeNull();

    private static async Task<string> FailureAsync(string connection, string password)
    {
        await using var bench = new RecordsBench(options => Copy(OptionsOf(connection, password), options));
        var failure = await bench.Awaiting(worker => worker.MigrateAsync()).Should().ThrowAsync<VideoDatabaseException>();
        failure.Which.ToString().Should().NotContain(password);
        return failure.Which.Message;
    }

    private static VideoDatabaseOptions OptionsOf(string connection, string password) =>
        new() { Connection = connection, Password = () => password };

    private static void Copy(VideoDatabaseOptions from, VideoDatabaseOptions to) =>
        (to.Connection, to.Password) = (from.Connection, from.Password);

    private void Require() => Skip.IfNot(postgres.IsAvailable, postgres.Reason);
}
