namespace TemporalVideo.Studio.Film;

/// <summary>What a viewer of a video sees and hears, measured on the file.</summary>
public sealed record FilmMeasurements
{
    /// <summary>Flashes in the worst second, as WCAG 2.2 counts them (criterion 2.3.1).</summary>
    public required int Flashes { get; init; }

    /// <summary>When that second begins.</summary>
    public required double FlashesAt { get; init; }

    /// <summary>When each second begins that has more flashes than are allowed; those that overlap are one.</summary>
    public IReadOnlyList<double> FlashingAt { get; init; } = [];

    /// <summary>Decibels that the sentences are louder than the pauses between them; null without a pause.</summary>
    public double? SpeechOverMusic { get; init; }

    /// <summary>The texts of the pictures and one caption of each scene.</summary>
    public IReadOnlyList<TextContrast> Contrasts { get; init; } = [];

    /// <summary>Flashes in a second, at most (WCAG 2.2, criterion 2.3.1).</summary>
    public const int MostFlashes = 3;

    /// <summary>What is known when the flashes have been counted.</summary>
    /// <param name="flashes">The flashes in the second that ends with each frame.</param>
    internal static FilmMeasurements OfFlashes(IReadOnlyList<int> flashes)
    {
        var worst = flashes.Index().DefaultIfEmpty().MaxBy(second => second.Item);
        List<double> over = [];
        foreach (var (frame, count) in flashes.Index())
        {
            if (count > MostFlashes && (over.Count == 0 || FlashMeter.StartOf(frame) >= over[^1] + 1))
            {
                over.Add(FlashMeter.StartOf(frame));
            }
        }

        return new FilmMeasurements { Flashes = worst.Item, FlashesAt = FlashMeter.StartOf(worst.Index), FlashingAt = over };
    }
}

/// <summary>How far a text stands out.</summary>
/// <param name="At">When it was looked at, in seconds.</param>
/// <param name="Text">The words.</param>
/// <param name="Ratio">WCAG 2 contrast ratio of its pixels with those around them, 1 to 21.</param>
/// <param name="Size">Size of its type, as a share of the picture's shorter side.</param>
public sealed record TextContrast(double At, string Text, double Ratio, double Size);
