namespace TemporalVideo.Studio.Storytelling.Planning;

/// <summary>What a picture is built around.</summary>
internal enum DiagramKind
{
    /// <summary>No diagram: a scene with pictograms.</summary>
    Scene,

    /// <summary>Numbered steps, one after the other.</summary>
    Steps,

    /// <summary>Steps that begin again.</summary>
    Cycle,

    /// <summary>Two things side by side, fact by fact.</summary>
    Comparison,

    /// <summary>One number that matters.</summary>
    Number,

    /// <summary>Numbers against each other.</summary>
    Bars,

    /// <summary>Years and what happened in them.</summary>
    Timeline,

    /// <summary>Causes, and what follows from them.</summary>
    CauseEffect,
}
