namespace TemporalVideo.Studio.Pictures.Scenery;

/// <summary>Where a scene takes place.</summary>
internal enum SceneryKind
{
    /// <summary>Nowhere: large calm shapes.</summary>
    Abstract,

    /// <summary>Open sky over hills.</summary>
    Sky,

    /// <summary>The sky in the evening.</summary>
    Sunset,

    /// <summary>Sea and mountains.</summary>
    Sea,

    /// <summary>Stars and planets.</summary>
    Space,

    /// <summary>Gabled houses and towers.</summary>
    OldTown,

    /// <summary>Skyline of towers.</summary>
    City,

    /// <summary>Inside a body: cells and vessels.</summary>
    Body,

    /// <summary>Bench with glassware.</summary>
    Laboratory,
}
