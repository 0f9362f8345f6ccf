using System.Collections.Concurrent;
using System.Text.Json;
using TemporalVideo.DevServer.Errors;
using TemporalVideo.DevServer.Storage;

namespace TemporalVideo.DevServer.Namespaces;

/// <summary>The namespaces that exist: read from memory, kept in the database.</summary>
internal sealed class NamespaceRegistry
{
    /// <summary>The server's own namespace.</summary>
    public const string System = "temporal-system";

    private static readonly NamespaceRecord SystemRecord = new()
    {
        Name = System,
        Id = "32049b68-7872-4094-8e63-d0dd59896a83",
        Retention = TimeSpan.FromDays(7),
        Description = "Temporal internal system namespace",
        OwnerEmail = "temporal-core@temporal.io",
    };

    private readonly Database _database;
    private readonly ConcurrentDictionary<string, NamespaceRecord> _byName = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, NamespaceRecord> _byId = new(StringComparer.Ordinal);

    public NamespaceRegistry(Database database)
    {
        _database = database;
        database.Migrate("namespaces", "CREATE TABLE namespace (id TEXT PRIMARY KEY, record TEXT NOT NULL) WITHOUT ROWID");
        Remember(SystemRecord);
        foreach (var json in database.Read(connection => connection.Query("SELECT record FROM namespace", row => row.GetString(0))))
        {
            Remember(JsonSerializer.Deserialize<NamespaceRecord>(json)!);
        }
    }

    /// <summary>All namespaces, by name, the server's own last.</summary>
    public IEnumerable<NamespaceRecord> All => _byName.Values.OrderBy(record => record.Name == System)
        .ThenBy(record => record.Name, StringComparer.Ordinal);

    /// <summary>The namespace of that name.</summary>
    /// <exception cref="Errors.ServiceException">The name is empty or there is none.</exception>
    public NamespaceRecord Require(string name)
    {
        if (name.Length == 0)
        {
            throw ServiceErrors.InvalidArgument("Namespace is empty.");
        }

        return Find(name) ?? throw ServiceErrors.NamespaceNotFound(name);
    }

    /// <summary>The namespace of that name, or null.</summary>
    public NamespaceRecord? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The namespace of that id, or null.</summary>
    public NamespaceRecord? ById(string id) => _byId.GetValueOrDefault(id);

    /// <summary>Adds a namespace with a new id.</summary>
    /// <exception cref="Errors.ServiceException">AlreadyExists: there is one of that name.</exception>
    public Task AddAsync(NamespaceRecord record)
    {
        if (!_byName.TryAdd(record.Name, record))
        {
            throw ServiceErrors.NamespaceAlreadyExists($"Namespace \"{record.Name}\" already exists");
        }

        return SaveAsync(record);
    }

    /// <summary>Writes and remembers a changed or new namespace.</summary>
    public Task SaveAsync(NamespaceRecord record)
    {
        Remember(record);
        return _database.WriteAsync(connection => connection.Run(
            "INSERT OR REPLACE INTO namespace VALUES (?1, ?2)", record.Id, JsonSerializer.Serialize(record)));
    }

    /// <summary>Forgets a namespace.</summary>
    public Task RemoveAsync(NamespaceRecord record)
    {
        _byName.TryRemove(record.Name, out _);
        _byId.TryRemove(record.Id, out _);
        return _database.WriteAsync(connection => connection.Run("DELETE FROM namespace WHERE id = ?1", record.Id));
    }

    private void Remember(NamespaceRecord record)
    {
        _byName[record.Name] = record;
        _byId[record.Id] = record;
    }
}
