namespace TemporalVideo.EndToEnd.Tests;

/// <summary>The servers that the product is shown on.</summary>
public enum Engine
{
    /// <summary>The server inside the starter.</summary>
    Embedded,

    /// <summary>The real Temporal server from beside the repository.</summary>
    Real,
}
