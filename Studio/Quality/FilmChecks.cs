using TemporalVideo.Studio.Film;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Quality;

/// <summary>What only the finished file tells.</summary>
internal static class FilmChecks
{
    /// <summary>Decibels that speech is louder than what is heard in its pauses.</summary>
    private const double LeastOverMusic = 10;

    /// <summary>Contrast of text with what is behind it: WCAG 2.2, criterion 1.4.3, and that for large type.</summary>
    private const double LeastContrast = 4.5;
    private const double LeastContrastOfLarge = 3;

    /// <summary>Size of large type in pixels, as a share of the shorter side: a twenty-fifth is twice the type of a running text.</summary>
    private const double Large = 0.04;

    public static IEnumerable<QualityCheck> Of(QualityEvidence evidence)
    {
        if (evidence.Film is not { } film)
        {
            yield break;
        }

        yield return QualityCheck.Severe("nothing flashes", [.. Flashing(evidence, film)]);
        if (film.SpeechOverMusic is { } louder)
        {
            yield return new QualityCheck("speech is louder than music", Math.Clamp(louder / LeastOverMusic, 0, 1),
                louder >= LeastOverMusic ? [] :
            [
                new QualityMoment(0, FormattableString.Invariant(
                    $"Speech is {louder:0.0} dB louder than its pauses; {LeastOverMusic:0} dB are wanted"), "Make the music quieter.")
                {
                    Piece = new FaultyPiece(PieceKind.Music, null),
                },
            ]);
        }

        yield return QualityCheck.Share("text stands out", [.. Pale(evidence, film)], film.Contrasts.Count, 0.9);
    }

    /// <summary>Scenes that flash, each once.</summary>
    private static IEnumerable<QualityMoment> Flashing(QualityEvidence evidence, FilmMeasurements film) =>
        from scene in film.FlashingAt.GroupBy(at => evidence.PictureAt(at + 0.5, PieceKind.Footage))
        select new QualityMoment(scene.First(),
            $"The picture flashes up to {film.Flashes} times in a second; {FilmMeasurements.MostFlashes} are allowed",
            "Let it change slower, or darker.")
        {
            Piece = scene.Key,
        };

    private static IEnumerable<QualityMoment> Pale(QualityEvidence evidence, FilmMeasurements film) =>
        from text in film.Contrasts
        where text.Ratio < (text.Size >= Large ? LeastContrastOfLarge : LeastContrast)
        select new QualityMoment(text.At,
            FormattableString.Invariant($"\"{text.Text}\" has a contrast of {text.Ratio:0.0} to 1 with what is behind it"),
            "Set it on a plain ground, or in another colour.")
        { Piece = evidence.PictureAt(text.At, PieceKind.Scene) };
}
