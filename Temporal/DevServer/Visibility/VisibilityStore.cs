using Microsoft.Data.Sqlite;

namespace TemporalVideo.DevServer.Visibility;

/// <summary>The table behind list, scan and count.</summary>
internal sealed partial class VisibilityStore
{
    /// <summary>Writes what is now known of a run, inside the caller's transaction.</summary>
    public void Upsert(SqliteConnection connection, VisibilityRecord record) => throw new NotImplementedException();

    /// <summary>Forgets a run, inside the caller's transaction.</summary>
    public void Delete(SqliteConnection connection, string namespaceId, string runId) => throw new NotImplementedException();
}
