using Npgsql;

namespace TemporalVideo.Storage.Records.Postgres;

/// <summary>Connections to PostgreSQL as the options describe them.</summary>
public static class PostgresConnection
{
    /// <summary>What is wrong with a connection string, in words that show nothing of it: it may hold a password by mistake.</summary>
    /// <param name="connection">The connection string.</param>
    /// <returns>What was expected and found, or null when it can be used.</returns>
    public static string? FaultOf(string connection)
    {
        const string Expected = "expected a file, or PostgreSQL as 'Host=localhost;Database=videos;Username=video'";
        try
        {
            var parts = new NpgsqlConnectionStringBuilder(connection);
            return !string.IsNullOrEmpty(parts.Password) || !string.IsNullOrEmpty(parts.SslPassword)
                ? "expected no password here, found one; put it into PGPASSWORD or the file that postgresql.password_file names"
                : string.IsNullOrEmpty(parts.Host) ? $"{Expected}, found no Host"
                : string.IsNullOrEmpty(parts.Database) ? $"{Expected}, found no Database"
                : null;
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or InvalidCastException or OverflowException)
        {
            return $"{Expected}, in the words of Npgsql; found neither (it is not shown: it may hold a password)";
        }
    }

    /// <summary>The pool of connections. A changed password is taken up by the next connection.</summary>
    internal static NpgsqlDataSource Source(VideoDatabaseOptions options)
    {
        var builder = new NpgsqlDataSourceBuilder(options.Connection);
        builder.ConnectionStringBuilder.ApplicationName ??= "temporal-video";
        if (options.Password is { } password)
        {
            builder.UsePasswordProvider(_ => password(), (_, _) => ValueTask.FromResult(password()));
        }

        return builder.Build();
    }

    /// <summary>Which database is meant, for messages.</summary>
    internal static string Describe(VideoDatabaseOptions options)
    {
        var parts = new NpgsqlConnectionStringBuilder(options.Connection);
        return $"PostgreSQL at {parts.Host}:{parts.Port}, database '{parts.Database}'"
            + (parts.Username is { Length: > 0 } user ? $", user '{user}'" : "");
    }
}
