namespace TemporalVideo.Studio.Pictures;

/// <summary>Makes one finished picture from a prompt, as an image model does. Used by Agent6.</summary>
public interface IStillIllustrator : IMaker
{
    /// <summary>Draws a PNG in the size of the story.</summary>
    /// <param name="request">The segment; its visual guidance is the prompt.</param>
    /// <param name="file">The file to write.</param>
    /// <param name="cancellationToken">Stops the drawing.</param>
    Task DrawAsync(SceneRequest request, string file, CancellationToken cancellationToken);
}
