namespace TemporalVideo.Studio.Pictures.Typography;

/// <summary>The weights that pictures use; the numbers are those of CSS.</summary>
internal enum FontWeight
{
    Medium = 500,
    SemiBold = 600,
    ExtraBold = 800,
}
