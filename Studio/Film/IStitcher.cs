namespace TemporalVideo.Studio.Film;

/// <summary>Joins the clips of a video.</summary>
public interface IStitcher : IMaker
{
    /// <summary>Writes an MP4 of all clips in order. Its length is the sum of theirs.</summary>
    /// <param name="request">The clips.</param>
    /// <param name="file">The file to write.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    Task StitchAsync(StitchRequest request, string file, CancellationToken cancellationToken);
}
