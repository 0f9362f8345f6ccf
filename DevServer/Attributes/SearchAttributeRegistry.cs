using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Google.Protobuf;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using TemporalVideo.DevServer.Errors;
using TemporalVideo.DevServer.Storage;

namespace TemporalVideo.DevServer.Attributes;

/// <summary>The search attributes of each namespace and their types: read from memory, kept in the database.</summary>
internal sealed partial class SearchAttributeRegistry
{
    private const int MaximumCount = 100;
    private const int MaximumValueBytes = 2 * 1024;
    private const int MaximumTotalBytes = 40 * 1024;

    private readonly Database _database;
    private readonly ConcurrentDictionary<string, ImmutableSortedDictionary<string, IndexedValueType>> _custom = new();

    public SearchAttributeRegistry(Database database)
    {
        _database = database;
        database.Migrate(
            "search-attributes",
            """
            CREATE TABLE search_attribute (
              namespace TEXT NOT NULL, name TEXT NOT NULL, type INTEGER NOT NULL, PRIMARY KEY (namespace, name)) WITHOUT ROWID
            """);
        var rows = database.Read(connection => connection.Query(
            "SELECT namespace, name, type FROM search_attribute",
            row => (Namespace: row.GetString(0), Name: row.GetString(1), Type: (IndexedValueType)row.GetInt32(2))));
        foreach (var attributes in rows.GroupBy(row => row.Namespace))
        {
            _custom[attributes.Key] = attributes.ToImmutableSortedDictionary(row => row.Name, row => row.Type);
        }
    }

    /// <summary>The custom attributes of a namespace.</summary>
    public ImmutableSortedDictionary<string, IndexedValueType> Custom(string namespaceName) =>
        _custom.GetValueOrDefault(namespaceName, ImmutableSortedDictionary.Create<string, IndexedValueType>(StringComparer.Ordinal));

    /// <summary>The type of an attribute, or null when the namespace has none of that name.</summary>
    public IndexedValueType? TypeOf(string namespaceName, string name) =>
        SystemSearchAttributes.All.TryGetValue(name, out var type) || Custom(namespaceName).TryGetValue(name, out type) ? type : null;

    /// <summary>Defines attributes; those that exist with the same type stay as they are.</summary>
    /// <exception cref="Errors.ServiceException">A name is reserved, malformed or defined with another type.</exception>
    public async Task AddAsync(string namespaceName, IEnumerable<KeyValuePair<string, IndexedValueType>> attributes)
    {
        var added = attributes.ToList();
        foreach (var (name, type) in added)
        {
            CheckDefinition(namespaceName, name, type);
        }

        await _database.WriteAsync(connection =>
        {
            foreach (var (name, type) in added)
            {
                connection.Run("INSERT OR REPLACE INTO search_attribute VALUES (?1, ?2, ?3)", namespaceName, name, (int)type);
            }
        }).ConfigureAwait(false);
        _custom.AddOrUpdate(namespaceName, _ => Custom(namespaceName).SetItems(added), (_, known) => known.SetItems(added));
    }

    /// <summary>Takes definitions away, those that exist; values already written stay, unseen.</summary>
    /// <exception cref="Errors.ServiceException">A name is the server's own.</exception>
    public async Task RemoveAsync(string namespaceName, IReadOnlyCollection<string> names)
    {
        foreach (var name in names)
        {
            if (SystemSearchAttributes.All.ContainsKey(name))
            {
                throw ServiceErrors.InvalidArgument($"Unable to remove non-custom search attributes: {name}.");
            }
        }

        await _database.WriteAsync(connection =>
        {
            foreach (var name in names)
            {
                connection.Run("DELETE FROM search_attribute WHERE namespace = ?1 AND name = ?2", namespaceName, name);
            }
        }).ConfigureAwait(false);
        _custom.AddOrUpdate(namespaceName, _ => Custom(namespaceName), (_, known) => known.RemoveRange(names));
    }

    /// <summary>Forgets all attributes of a namespace.</summary>
    public async Task RemoveAllAsync(string namespaceName)
    {
        await _database.WriteAsync(connection => connection.Run("DELETE FROM search_attribute WHERE namespace = ?1", namespaceName))
            .ConfigureAwait(false);
        _custom.TryRemove(namespaceName, out _);
    }

    /// <summary>
    /// Checks names and values, and adds each value's <c>type</c> metadata. Values that take an attribute away
    /// (see <see cref="IsRemoval"/>) stay in the result.
    /// </summary>
    /// <param name="namespaceName">The namespace that defines the attributes.</param>
    /// <param name="given">Attributes from a client or worker; null means none.</param>
    /// <exception cref="Errors.ServiceException">InvalidArgument: a name is unknown or a value does not fit its type.</exception>
    public SearchAttributes Normalize(string namespaceName, SearchAttributes? given)
    {
        var normal = new SearchAttributes();
        if (given is null)
        {
            return normal;
        }

        if (given.IndexedFields.Count > MaximumCount)
        {
            throw ServiceErrors.InvalidArgument(
                $"number of search attributes {given.IndexedFields.Count} exceeds limit {MaximumCount}");
        }

        foreach (var (name, payload) in given.IndexedFields)
        {
            normal.IndexedFields[name] = Normalize(namespaceName, name, payload);
        }

        var size = given.CalculateSize();
        return size <= MaximumTotalBytes
            ? normal
            : throw ServiceErrors.InvalidArgument($"total size of search attributes {size} exceeds size limit {MaximumTotalBytes}");
    }

    /// <summary>True when a normalised value takes its attribute away: null or an empty list.</summary>
    public static bool IsRemoval(Payload payload) => payload.Metadata.TryGetValue("encoding", out var encoding)
        && (encoding.ToStringUtf8() == "binary/null" || payload.Data.ToStringUtf8().Trim() is "null" or "[]");

    private Payload Normalize(string namespaceName, string name, Payload payload)
    {
        if (SystemSearchAttributes.Reserved.ContainsKey(name))
        {
            throw ServiceErrors.InvalidArgument($"{name} attribute can't be set in SearchAttributes");
        }

        var type = TypeOf(namespaceName, name)
            ?? throw ServiceErrors.InvalidArgument($"Namespace {namespaceName} has no mapping defined for search attribute {name}");
        try
        {
            SearchAttributeValue.Read(payload, type);
        }
        catch (FormatException)
        {
            throw ServiceErrors.InvalidArgument(
                $"invalid value for search attribute {name} of type {type}: {SearchAttributeValue.Text(payload)}");
        }

        if (payload.Data.Length > MaximumValueBytes)
        {
            throw ServiceErrors.InvalidArgument(
                $"search attribute {name} value size {payload.Data.Length} exceeds size limit {MaximumValueBytes}");
        }

        var normal = payload.Clone();
        normal.Metadata["type"] = ByteString.CopyFromUtf8(type.ToString());
        return normal;
    }

    private void CheckDefinition(string namespaceName, string name, IndexedValueType type)
    {
        if (SystemSearchAttributes.All.ContainsKey(name))
        {
            throw ServiceErrors.InvalidArgument($"Search attribute {name} is reserved by system.");
        }

        if (!ValidName().IsMatch(name))
        {
            throw ServiceErrors.InvalidArgument(
                $"Invalid search attribute name: \"{name}\". It must start with a letter and hold letters, digits, '_' and '-' only.");
        }

        if (type == IndexedValueType.Unspecified || !Enum.IsDefined(type))
        {
            throw ServiceErrors.InvalidArgument($"Unknown search attribute type: {type}.");
        }

        if (Custom(namespaceName).TryGetValue(name, out var known) && known != type)
        {
            throw ServiceErrors.AlreadyExists($"Search attribute {name} already exists and has different type {known} (requested {type}).");
        }
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_-]*$")]
    private static partial Regex ValidName();
}
