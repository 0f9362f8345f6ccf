namespace TemporalVideo.Studio.Music;

/// <summary>What plays in a bar: a piece opens without a beat, fills, thins out once in the middle, fills again and ends as it
/// began.</summary>
/// <param name="HasArpeggio">The plucked figure plays.</param>
/// <param name="HasBass">The bass plays.</param>
/// <param name="HasBeat">Percussion plays.</param>
/// <param name="HasMelody">The melody plays.</param>
/// <param name="IsFull">All instruments play all they have.</param>
/// <param name="Energy">Strength of the figure, 0 to 1.</param>
internal readonly record struct Section(bool HasArpeggio, bool HasBass, bool HasBeat, bool HasMelody, bool IsFull, double Energy)
{
    private static readonly Section Opening = new(true, true, false, true, false, 0.95);
    private static readonly Section Building = new(true, true, true, false, false, 0.9);
    private static readonly Section Full = new(true, true, true, true, true, 1);
    private static readonly Section Thin = new(true, true, false, false, false, 0.7);
    private static readonly Section Ending = new(true, true, false, true, false, 0.85);

    public static Section At(int bar, int bars)
    {
        if (bars < 6)
        {
            return bar == 0 ? Opening : bar >= bars - 1 ? Ending : Building;
        }

        if (bar < 2 || bar >= bars - 2)
        {
            return bar < 2 ? Opening : Ending;
        }

        var middle = bars / 2 / 4 * 4;
        return bar < 4 ? Building : bars > 14 && bar >= middle && bar < middle + 2 ? Thin : Full;
    }
}
