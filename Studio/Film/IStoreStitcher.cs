using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Film;

/// <summary>Joins the clips of a video where they lie, in the object store: a service that works in its bucket.</summary>
public interface IStoreStitcher : IMaker
{
    /// <summary>
    /// Writes an MP4 of all clips in order; its length is the sum of theirs. Asked again for the same it goes on with the work that was
    /// ordered before, and orders no second.
    /// </summary>
    /// <param name="request">The clips, and where the result goes.</param>
    /// <param name="progress">Hears the finished share, 0 to 1.</param>
    /// <param name="cancellationToken">Stops the waiting; the work itself goes on.</param>
    /// <exception cref="StitchJobException">The service did not do it.</exception>
    Task StitchAsync(StoreStitchRequest request, IProgress<double> progress, CancellationToken cancellationToken);

    /// <summary>Ends the work that was ordered, if it still goes on.</summary>
    /// <param name="request">As it was ordered.</param>
    /// <param name="cancellationToken">Stops the attempt.</param>
    Task AbandonAsync(StoreStitchRequest request, CancellationToken cancellationToken);
}

/// <summary>A clip in the object store.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Seconds">Its length in seconds.</param>
public sealed record StoreClip(string Key, double Seconds);

/// <summary>Clips to be joined in the object store.</summary>
public sealed record StoreStitchRequest
{
    /// <summary>Whose video it is, for the event log.</summary>
    public required SessionKey Session { get; init; }

    /// <summary>What the result is made of and who makes it: the same order has the same.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The clips, in playing order; at least one.</summary>
    public required IReadOnlyList<StoreClip> Clips { get; init; }

    /// <summary>Size of the picture.</summary>
    public required VideoSize Size { get; init; }

    /// <summary>Key of the result; ends in <c>.mp4</c>.</summary>
    public required string Target { get; init; }

    /// <summary>Key of what is remembered of the order.</summary>
    public required string Record { get; init; }

    /// <summary>Key of a black picture, which is put there when it is needed.</summary>
    public required string Black { get; init; }
}

/// <summary>A service did not join the clips.</summary>
/// <param name="message">Which service and job, its code and words, and what to do; never a secret.</param>
/// <param name="tryAgain">Whether the same may succeed when it is tried again.</param>
/// <param name="innerException">What led to it.</param>
public sealed class StitchJobException(string message, bool tryAgain, Exception? innerException = null)
    : Exception(message, innerException)
{
    /// <summary>Whether the same may succeed when it is tried again.</summary>
    public bool TryAgain { get; } = tryAgain;
}
