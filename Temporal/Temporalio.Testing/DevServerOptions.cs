namespace Temporalio.Testing;

/// <summary>Options of a local server itself.</summary>
public class DevServerOptions : ICloneable
{
    /// <summary>File in which it keeps everything; null means a temporary one.</summary>
    public string? DatabaseFilename { get; set; }

    /// <summary>A copy.</summary>
    public virtual object Clone() => MemberwiseClone();
}
