namespace TemporalVideo.Studio.Pictures;

/// <summary>Draws the scene of a segment in layers that the motion renderer can move.</summary>
public interface ISceneIllustrator : IMaker
{
    /// <summary>Draws one scene. The same request gives the same bytes.</summary>
    /// <param name="request">The segment and its place in the video.</param>
    /// <param name="folder">Existing folder that receives the layers' PNG files.</param>
    /// <param name="cancellationToken">Stops the drawing.</param>
    /// <returns>The layers, back to front.</returns>
    Task<SceneArt> IllustrateAsync(SceneRequest request, string folder, CancellationToken cancellationToken);
}
