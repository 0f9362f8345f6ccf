namespace TemporalVideo.Studio.Music;

/// <summary>A note of a score.</summary>
/// <param name="Instrument">Who plays it.</param>
/// <param name="Start">When it begins, in seconds.</param>
/// <param name="Length">How long it is held, in seconds.</param>
/// <param name="Pitch">MIDI note number; 69 is the A of 440 Hz. Percussion ignores it.</param>
/// <param name="Strength">Loudness, 0 to 1.</param>
/// <param name="Pan">−1 (left) to 1 (right).</param>
internal readonly record struct Note(Instrument Instrument, double Start, double Length, int Pitch, double Strength, double Pan)
{
    /// <summary>The frequency of the pitch in Hz.</summary>
    public double Frequency => 440 * Math.Pow(2, (Pitch - 69) / 12.0);
}
