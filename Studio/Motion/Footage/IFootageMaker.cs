using TemporalVideo.Studio.Pictures;

namespace TemporalVideo.Studio.Motion.Footage;

/// <summary>Sets painted pictures in motion.</summary>
public interface IFootageMaker : IMaker
{
    /// <summary>Makes moving pictures that begin with a picture.</summary>
    /// <param name="order">What is wanted.</param>
    /// <param name="file">The MP4 to write; the picture's part of it is <see cref="FootageFit.Within"/> its frame.</param>
    /// <param name="progress">Is told the share that is made, 0 to 1.</param>
    /// <param name="cancellationToken">Stops waiting for it.</param>
    /// <exception cref="Providers.ProviderException">A service did not make it.</exception>
    Task FilmAsync(FootageOrder order, string file, IProgress<double>? progress, CancellationToken cancellationToken);
}

/// <summary>Moving pictures that are wanted.</summary>
/// <param name="Prompt">What is seen.</param>
/// <param name="Picture">PNG with the picture that they begin with.</param>
/// <param name="Room">Where in that file it is.</param>
/// <param name="Seconds">How long it will be seen; what is made may be longer, or shorter.</param>
public sealed record FootageOrder(string Prompt, string Picture, LayerRoom Room, double Seconds);
