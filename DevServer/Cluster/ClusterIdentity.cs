using TemporalVideo.DevServer.Storage;

namespace TemporalVideo.DevServer.Cluster;

/// <summary>Which cluster this is: an id that stays with the data file, and the address it is reached at.</summary>
internal sealed class ClusterIdentity
{
    public ClusterIdentity(Database database)
    {
        database.Migrate("cluster", "CREATE TABLE cluster (id TEXT NOT NULL)");
        Id = database.Read(connection => connection.QueryFirst("SELECT id FROM cluster", row => row.GetString(0))) ?? Create(database);
    }

    /// <summary>A UUID, made with the data file.</summary>
    public string Id { get; }

    /// <summary>Host and port of the frontend, known once it listens.</summary>
    public string Address { get; set; } = "";

    private static string Create(Database database)
    {
        var id = Guid.NewGuid().ToString();
        database.WriteAsync(connection => connection.Run("INSERT INTO cluster VALUES (?1)", id)).GetAwaiter().GetResult();
        return id;
    }
}
