namespace TemporalVideo.Studio.Motion;

/// <summary>Where and how a layer is shown in one frame.</summary>
/// <param name="X">Left edge in pixels of the canvas; may lie between pixels.</param>
/// <param name="Y">Top edge.</param>
/// <param name="Scale">Size relative to the file.</param>
/// <param name="Opacity">0 (not there) to 1.</param>
/// <param name="Revealed">Share of the width, from the left, that is uncovered.</param>
internal readonly record struct Placement(double X, double Y, double Scale, double Opacity, double Revealed)
{
    public bool Visible => Opacity > 0.002 && Revealed > 0;
}
