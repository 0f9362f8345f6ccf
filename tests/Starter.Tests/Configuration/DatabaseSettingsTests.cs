using TemporalVideo.Hosting.Configuration;
using TemporalVideo.Storage.Records;

namespace TemporalVideo.Starter.Tests.Configuration;

public sealed class DatabaseSettingsTests : IDisposable
{
    private const string Yaml = "config/worker.yaml";
    private const string Connection = "Host=db;Database=videos;Username=video";

    private readonly ConfiguredFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_RepositorysFile_ChoosesSqlite() => Read().Worker.Database.Should().BeEquivalentTo(
        new { File = _folder.PathOf("out/videos.db"), Connection = (string?)null, PasswordFile = (string?)null });

    [Fact]
    public void Read_Environment_ComesBeforeTheFile()
    {
        Database(Connection);

        Read().Worker.Database.Should().BeEquivalentTo(new { File = (string?)null, Connection });
        Read(("TEMPORAL_VIDEO_DATABASE", "other.db")).Worker.Database.Should()
            .BeEquivalentTo(new { File = _folder.PathOf("other.db"), Connection = (string?)null });
    }

    [Fact]
    public void Apply_PasswordInEnvironmentAndFile_TheEnvironmentComesFirst()
    {
        Database(Connection).Replace(Yaml, "password_file: \"\"", "password_file: secret");
        File.WriteAllText(_folder.PathOf("secret"), "of the file\n");
        var (both, file) = (new VideoDatabaseOptions(), new VideoDatabaseOptions());

        var settings = Read(("PGPASSWORD", "of the environment")).Worker.Database;
        settings.Apply(both);
        Read().Worker.Database.Apply(file);

        both.Connection.Should().Be(Connection);
        both.Password!().Should().Be("of the environment");
        file.Password!().Should().Be("of the file");
        settings.ToString().Should().NotContain("of the environment");
    }

    [Theory]
    [InlineData("Host=db;Database=videos;Password=hush", "*database: expected no password here*PGPASSWORD*")]
    [InlineData("postgresql://video:hush@db/videos", "*database: expected a file, or PostgreSQL as 'Host=*found neither*")]
    [InlineData("Data Source=hush.db", "*database: expected a file, or PostgreSQL as 'Host=*")]
    [InlineData("Host=db", "*database: expected a file, or PostgreSQL as 'Host=*found no Database")]
    public void Read_NeitherFileNorConnection_IsAFaultThatShowsNoPassword(string database, string expected)
    {
        Database(database);

        FluentActions.Invoking(() => Read()).Should().Throw<ConfigurationException>()
            .WithMessage(expected).And.Message.Should().Contain(Yaml).And.NotContain("hush");
    }

    [Fact]
    public void Read_SeveralFaults_ReportsAll()
    {
        _folder.Replace(Yaml, "password_file: \"\"", "password_file: nowhere");

        var faults = FluentActions.Invoking(() => Read(("TEMPORAL_VIDEO_DATABASE", "Username=video"))).Should()
            .Throw<ConfigurationException>().Which.Faults;

        faults.Should().HaveCount(2).And.ContainMatch("TEMPORAL_VIDEO_DATABASE: expected a file, or PostgreSQL as *found no Host")
            .And.ContainMatch(
                $"config/worker.yaml: postgresql.password_file: expected a file *, found no file '{_folder.PathOf("nowhere")}'");
    }

    private ConfiguredFolder Database(string value) => _folder.Replace(Yaml, "database: out/videos.db", $"database: {value}");

    private ProductConfiguration Read(params (string Name, string Value)[] environment) =>
        ProductConfiguration.Read(_folder.Root, name => environment.FirstOrDefault(variable => variable.Name == name).Value);
}
