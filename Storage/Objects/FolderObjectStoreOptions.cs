namespace TemporalVideo.Storage.Objects;

/// <summary>Where the folder store keeps its objects.</summary>
public sealed class FolderObjectStoreOptions
{
    /// <summary>The folder; made when it is missing. Default <c>out/store</c> under the current folder.</summary>
    public string Folder { get; set; } = "out/store";
}
