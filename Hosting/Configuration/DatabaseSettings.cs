using System.Text.RegularExpressions;
using TemporalVideo.Storage.Records;
using TemporalVideo.Storage.Records.Postgres;

namespace TemporalVideo.Hosting.Configuration;

/// <summary>
/// The database of the sessions' rows: <c>database</c> and <c>postgresql</c> of <c>config/worker.yaml</c>. Printing it shows no password.
/// </summary>
public sealed partial record DatabaseSettings
{
    private const string Variable = "TEMPORAL_VIDEO_DATABASE";
    private const string Yaml = "config/worker.yaml";

    /// <summary>The file of SQLite; null for PostgreSQL.</summary>
    public string? File { get; init; }

    /// <summary>The connection string of PostgreSQL, without a password; null for SQLite.</summary>
    public string? Connection { get; init; }

    /// <summary>The password of PostgreSQL, from <c>PGPASSWORD</c>; null when that is not set.</summary>
    public Secret? Password { get; init; }

    /// <summary>The file that holds the password, read for each connection, so that it may change; null for none.
    /// <c>PGPASSWORD</c> comes first.</summary>
    public string? PasswordFile { get; init; }

    /// <summary>Hands the settings to the database.</summary>
    /// <param name="options">Its options.</param>
    public void Apply(VideoDatabaseOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.File = File ?? options.File;
        options.Connection = Connection;
        options.Password = Password is { } password ? password.Reveal
            : PasswordFile is { } file ? () => System.IO.File.ReadAllText(file).TrimEnd('\r', '\n')
            : null;
    }

    internal static DatabaseSettings Read(YamlSection yaml, string root, Func<string, string?> environment, List<string> faults)
    {
        var postgresql = yaml.Section("postgresql");
        var (configured, passwordFile) = (yaml.Text("database", "out/videos.db"), postgresql.Text("password_file", ""));
        postgresql.End();
        var (database, place) = environment(Variable) is { Length: > 0 } named ? (named, Variable) : (configured, $"{Yaml}: database");
        if (!ConnectionString().IsMatch(database))
        {
            return new DatabaseSettings { File = Path.GetFullPath(database, root) };
        }

        if (PostgresConnection.FaultOf(database) is { } fault)
        {
            faults.Add($"{place}: {fault}");
        }

        var settings = new DatabaseSettings
        {
            Connection = database,
            Password = environment("PGPASSWORD") is { Length: > 0 } given ? new Secret(given) : null,
            PasswordFile = passwordFile.Length > 0 ? Path.GetFullPath(passwordFile, root) : null,
        };
        if (settings is { Password: null, PasswordFile: { } file } && !System.IO.File.Exists(file))
        {
            faults.Add(
                $"{Yaml}: postgresql.password_file: expected a file that holds the password and nothing else, found no file '{file}'");
        }

        return settings;
    }

    /// <summary>What is meant as a connection string or an address, so that it does not become the name of a file.</summary>
    [GeneratedRegex(@"^\s*\p{L}[\p{L} ]*=|^\s*postgres(ql)?:", RegexOptions.IgnoreCase)]
    private static partial Regex ConnectionString();
}
