using System.Buffers.Binary;

namespace TemporalVideo.Studio.Narration;

/// <summary>16-bit PCM WAV files as samples between −1 and 1.</summary>
public static class WavFile
{
    private const int HeaderBytes = 44;

    /// <summary>Reads a 16-bit PCM WAV file, channels interleaved.</summary>
    /// <param name="file">The file.</param>
    /// <param name="sampleRate">The rate it must have.</param>
    /// <param name="channels">The number of channels it must have.</param>
    /// <exception cref="InvalidDataException">It is another kind of file.</exception>
    public static float[] Read(string file, int sampleRate, int channels)
    {
        var (samples, rate, found) = Parse(file);
        return rate == sampleRate && found == channels ? samples : throw new InvalidDataException(
            $"'{file}' has {found} channels at {rate} Hz; {channels} at {sampleRate} Hz are expected.");
    }

    /// <summary>Reads a 16-bit PCM WAV file of one channel.</summary>
    /// <param name="file">The file.</param>
    /// <exception cref="InvalidDataException">It is another kind of file.</exception>
    public static (float[] Samples, int Rate) ReadMono(string file)
    {
        var (samples, rate, channels) = Parse(file);
        return channels == 1 ? (samples, rate) : throw new InvalidDataException($"'{file}' has {channels} channels; one is expected.");
    }

    private static (float[] Samples, int Rate, int Channels) Parse(string file)
    {
        ReadOnlySpan<byte> bytes = File.ReadAllBytes(file);
        if (bytes.Length < 12 || !bytes[..4].SequenceEqual("RIFF"u8) || !bytes[8..12].SequenceEqual("WAVE"u8))
        {
            throw new InvalidDataException($"'{file}' is not a WAV file.");
        }

        var (rate, channels) = (0, 0);
        for (var at = 12; at + 8 <= bytes.Length;)
        {
            var length = (int)Math.Min(BinaryPrimitives.ReadUInt32LittleEndian(bytes[(at + 4)..]), (uint)(bytes.Length - at - 8));
            var body = bytes.Slice(at + 8, length);
            if (bytes.Slice(at, 4).SequenceEqual("fmt "u8))
            {
                channels = BinaryPrimitives.ReadInt16LittleEndian(body[2..]);
                rate = BinaryPrimitives.ReadInt32LittleEndian(body[4..]);
                var bits = BinaryPrimitives.ReadInt16LittleEndian(body[14..]);
                if (bits != 16)
                {
                    throw new InvalidDataException($"'{file}' has {bits} bits a sample; 16 are expected.");
                }
            }
            else if (rate > 0 && bytes.Slice(at, 4).SequenceEqual("data"u8))
            {
                return (Samples(body), rate, channels);
            }

            at += 8 + length + (length & 1);
        }

        throw new InvalidDataException($"'{file}' holds no audio data.");
    }

    /// <summary>Writes a 16-bit PCM WAV file. Samples beyond ±1 are clipped.</summary>
    /// <param name="file">The file to write.</param>
    /// <param name="samples">Channels interleaved.</param>
    /// <param name="sampleRate">Samples per second and channel.</param>
    /// <param name="channels">Number of channels.</param>
    public static void Write(string file, ReadOnlySpan<float> samples, int sampleRate, int channels)
    {
        var bytes = new byte[HeaderBytes + (samples.Length * 2)];
        var span = bytes.AsSpan();
        "RIFF"u8.CopyTo(span);
        BinaryPrimitives.WriteInt32LittleEndian(span[4..], bytes.Length - 8);
        "WAVEfmt "u8.CopyTo(span[8..]);
        BinaryPrimitives.WriteInt32LittleEndian(span[16..], 16);
        BinaryPrimitives.WriteInt16LittleEndian(span[20..], 1);
        BinaryPrimitives.WriteInt16LittleEndian(span[22..], (short)channels);
        BinaryPrimitives.WriteInt32LittleEndian(span[24..], sampleRate);
        BinaryPrimitives.WriteInt32LittleEndian(span[28..], sampleRate * channels * 2);
        BinaryPrimitives.WriteInt16LittleEndian(span[32..], (short)(channels * 2));
        BinaryPrimitives.WriteInt16LittleEndian(span[34..], 16);
        "data"u8.CopyTo(span[36..]);
        BinaryPrimitives.WriteInt32LittleEndian(span[40..], samples.Length * 2);
        var data = span[HeaderBytes..];
        for (var i = 0; i < samples.Length; i++)
        {
            var value = (short)Math.Round(Math.Clamp(samples[i], -1f, 1f) * short.MaxValue);
            BinaryPrimitives.WriteInt16LittleEndian(data[(i * 2)..], value);
        }

        File.WriteAllBytes(file, bytes);
    }

    private static float[] Samples(ReadOnlySpan<byte> data)
    {
        var samples = new float[data.Length / 2];
        for (var i = 0; i < samples.Length; i++)
        {
            samples[i] = BinaryPrimitives.ReadInt16LittleEndian(data[(i * 2)..]) / (float)short.MaxValue;
        }

        return samples;
    }
}
