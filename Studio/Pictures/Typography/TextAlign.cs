namespace TemporalVideo.Studio.Pictures.Typography;

/// <summary>Which part of a line stands at the given x.</summary>
internal enum TextAlign
{
    Left,
    Center,
    Right,
}
