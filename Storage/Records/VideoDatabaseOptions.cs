namespace TemporalVideo.Storage.Records;

/// <summary>Where the sessions' rows are kept.</summary>
public sealed class VideoDatabaseOptions
{
    /// <summary>SQLite file; made when it is missing. Default <c>out/videos.db</c> under the current folder.</summary>
    public string File { get; set; } = "out/videos.db";

    /// <summary>
    /// Connection string of PostgreSQL, in the words of Npgsql and without a password: <c>Host=...;Database=...;Username=...</c>. The
    /// database must be there, its tables are made. Null, the default, for SQLite.
    /// </summary>
    public string? Connection { get; set; }

    /// <summary>
    /// Tells the password of PostgreSQL, whenever a connection is made; null, the default, leaves it to Npgsql, which looks into
    /// <c>PGPASSWORD</c> and <c>PGPASSFILE</c>.
    /// </summary>
    public Func<string>? Password { get; set; }

    /// <summary>Whether PostgreSQL keeps the rows.</summary>
    internal bool UsesPostgres => Connection is not null;
}
