namespace TemporalVideo.Studio.Pictures.Typography;

/// <summary>The styles that pictures are set in.</summary>
internal enum FontStyle
{
    /// <summary>Running words.</summary>
    Medium,

    /// <summary>Labels.</summary>
    SemiBold,

    /// <summary>Titles and figures.</summary>
    ExtraBold,

    /// <summary>Somebody's words.</summary>
    Italic,

    /// <summary>Program code: all characters are of one width.</summary>
    Code,
}
