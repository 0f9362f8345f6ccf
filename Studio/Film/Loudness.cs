namespace TemporalVideo.Studio.Film;

/// <summary>Loudness after EBU R 128.</summary>
/// <param name="Integrated">Integrated loudness in LUFS; −70 for silence.</param>
/// <param name="TruePeak">True peak in dBTP.</param>
/// <param name="Range">Loudness range in LU.</param>
public sealed record Loudness(double Integrated, double TruePeak, double Range);
