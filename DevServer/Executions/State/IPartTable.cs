namespace TemporalVideo.DevServer.Executions.State;

/// <summary>What a transaction does with a part table, whatever its types.</summary>
internal interface IPartTable
{
    /// <summary>Adds the changes since the last call to the commit and takes them as done.</summary>
    /// <returns>Whether there were any.</returns>
    bool Collect(List<PartChange> changes);

    /// <summary>Undoes the changes since the last <see cref="Collect"/>.</summary>
    void RollBack();

    /// <summary>Adds a stored part while a run is loaded.</summary>
    void Load(object key, ReadOnlySpan<byte> value);
}
