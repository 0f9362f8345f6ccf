namespace TemporalVideo.Studio.Pictures;

/// <summary>Draws the scene of a segment in layers that the motion renderer can move.</summary>
public interface ISceneIllustrator : IMaker
{
    /// <summary>Who draws now: another than this one where there are several and the preferred one's service is down.</summary>
    ISceneIllustrator Current => this;

    /// <summary>The one of this machine, which asks no service.</summary>
    ISceneIllustrator Local => this;

    /// <summary>Why the preferred one does not draw now; null when it does.</summary>
    string? Instead => null;

    /// <summary>Whether a scene costs what the configuration says that scenes cost; default yes.</summary>
    /// <param name="request">The segment and its place in the video.</param>
    bool Pays(SceneRequest request) => true;

    /// <summary>Whether a scene is painted by the pictures that the story has for it; default no.</summary>
    /// <param name="request">The segment and its place in the video.</param>
    bool KeepsToPictures(SceneRequest request) => false;

    /// <summary>Draws one scene. The same request gives the same bytes.</summary>
    /// <param name="request">The segment and its place in the video.</param>
    /// <param name="folder">Existing folder that receives the layers' PNG files.</param>
    /// <param name="cancellationToken">Stops the drawing.</param>
    /// <returns>The layers, back to front.</returns>
    Task<SceneArt> IllustrateAsync(SceneRequest request, string folder, CancellationToken cancellationToken);
}
