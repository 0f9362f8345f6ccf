namespace TemporalVideo.Studio.Pictures.Drawing;

/// <summary>Chance that falls the same way for the same seed (xorshift32), so that a picture can be drawn again byte for byte.</summary>
internal sealed class SeededRandom(string seed)
{
    private uint _state = Palettes.Seed(seed) | 1;

    /// <summary>A number from <paramref name="least"/> up to <paramref name="most"/>.</summary>
    public double Between(double least, double most)
    {
        _state ^= _state << 13;
        _state ^= _state >> 17;
        _state ^= _state << 5;
        return least + ((most - least) * (_state / (double)uint.MaxValue));
    }
}
