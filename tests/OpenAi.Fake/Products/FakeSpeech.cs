using System.Buffers.Binary;

namespace TemporalVideo.Tests.OpenAi.Products;

/// <summary>Sound in place of speech: for each word a hum as long as its letters, between silences; 24 kHz mono.</summary>
internal sealed record FakeSpeech(short[] Samples, IReadOnlyList<(string Word, double Start, double End)> Words)
{
    public const int Rate = 24000;

    private const double SecondsPerLetter = 0.07;

    private const double Gap = 0.06;

    public double Seconds => (double)Samples.Length / Rate;

    public static FakeSpeech Say(string text, double speed)
    {
        var words = new List<(string, double, double)>();
        var samples = new List<short>(Silence(0.15));
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var start = (double)samples.Count / Rate;
            var length = (int)(Rate * SecondsPerLetter * (1 + word.Length) / speed);
            var pitch = 110 + (word.Length * 7);
            samples.AddRange(Enumerable.Range(0, length).Select(i => Hum(i, length, pitch)));
            words.Add((word, start, (double)samples.Count / Rate));
            samples.AddRange(Silence(Gap / speed));
        }

        samples.AddRange(Silence(0.2));
        return new FakeSpeech([.. samples], words);
    }

    public byte[] ToPcm()
    {
        var bytes = new byte[Samples.Length * 2];
        for (var i = 0; i < Samples.Length; i++)
        {
            BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(2 * i), Samples[i]);
        }

        return bytes;
    }

    private static short[] Silence(double seconds) => new short[(int)(seconds * Rate)];

    private static short Hum(int at, int length, double pitch)
    {
        var swell = Math.Sin(Math.PI * at / length);
        var wave = Enumerable.Range(1, 8).Sum(overtone => Math.Sin(2 * Math.PI * pitch * overtone * at / Rate) / overtone);
        return (short)(9000 * swell * wave);
    }
}
