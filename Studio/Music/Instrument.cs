namespace TemporalVideo.Studio.Music;

/// <summary>The sounds of the synthesiser.</summary>
internal enum Instrument
{
    /// <summary>A soft, wide chord that swells.</summary>
    Pad,

    /// <summary>A plucked string.</summary>
    Pluck,

    /// <summary>A bell-like electric piano for the melody.</summary>
    Keys,

    /// <summary>A round bass.</summary>
    Bass,

    /// <summary>A soft low drum.</summary>
    Kick,

    /// <summary>A shaker.</summary>
    Shaker,

    /// <summary>A light rim click.</summary>
    Rim,
}
