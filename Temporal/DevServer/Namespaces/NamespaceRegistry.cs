using System.Collections.Concurrent;
using TemporalVideo.DevServer.Errors;

namespace TemporalVideo.DevServer.Namespaces;

/// <summary>The namespaces that exist: read from memory, kept in the database.</summary>
internal sealed class NamespaceRegistry
{
    private readonly ConcurrentDictionary<string, NamespaceRecord> _byName = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, NamespaceRecord> _byId = new(StringComparer.Ordinal);

    /// <summary>The namespace of that name.</summary>
    /// <exception cref="Grpc.GrpcException">The name is empty or there is none.</exception>
    public NamespaceRecord Require(string name)
    {
        if (name.Length == 0)
        {
            throw ServiceErrors.InvalidArgument("Namespace is empty.");
        }

        return _byName.TryGetValue(name, out var record) ? record : throw ServiceErrors.NamespaceNotFound(name);
    }

    /// <summary>The namespace of that id, or null.</summary>
    public NamespaceRecord? ById(string id) => _byId.GetValueOrDefault(id);
}
