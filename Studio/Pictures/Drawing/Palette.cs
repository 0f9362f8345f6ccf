namespace TemporalVideo.Studio.Pictures.Drawing;

/// <summary>The colours of one video. White reads on Deep, Base and Glow; Deep reads on Paper, Accent, Second and Third.</summary>
internal sealed record Palette(string Deep, string Base, string Glow, string Accent, string Second, string Third)
{
    public const string White = "#FFFFFF";

    /// <summary>Light ground, tinted with the video's hue.</summary>
    public string Paper => Colour.Mix("#FFFFFF", Glow, 0.07);

    /// <summary>A light ground a shade darker than paper.</summary>
    public string PaperShade => Colour.Mix("#FFFFFF", Glow, 0.17);

    /// <summary>Muted text on paper.</summary>
    public string PaperMuted => Colour.Mix(Deep, Paper, 0.30);

    /// <summary>Muted text on the dark grounds.</summary>
    public string Muted => Colour.Mix("#FFFFFF", Base, 0.14);

    /// <summary>Deep ground in the hue of Second; white reads on it.</summary>
    public string Cool => Colour.Tone(Second, 0.62, 0.28);

    /// <summary>Deep ground in the hue of Third; white reads on it.</summary>
    public string Warm => Colour.Tone(Third, 0.55, 0.38);

    /// <summary>The three signal colours in turn.</summary>
    public string Signal(int index) => (index % 3) switch
    {
        0 => Accent,
        1 => Second,
        _ => Third,
    };
}
