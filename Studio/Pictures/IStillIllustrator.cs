namespace TemporalVideo.Studio.Pictures;

/// <summary>Makes one finished picture from a prompt, as an image model does. Used by Agent6.</summary>
public interface IStillIllustrator : IMaker
{
    /// <summary>Who draws now: another than this one where there are several and the preferred one's service is down.</summary>
    IStillIllustrator Current => this;

    /// <summary>The one of this machine, which asks no service.</summary>
    IStillIllustrator Local => this;

    /// <summary>Why the preferred one does not draw now; null when it does.</summary>
    string? Instead => null;

    /// <summary>Whether it draws by the pictures that the story has for a segment; default no.</summary>
    bool KeepsToPictures => false;

    /// <summary>Draws a PNG in the size of the story.</summary>
    /// <param name="request">The segment; its visual guidance is the prompt.</param>
    /// <param name="file">The file to write.</param>
    /// <param name="cancellationToken">Stops the drawing.</param>
    Task DrawAsync(SceneRequest request, string file, CancellationToken cancellationToken);
}
