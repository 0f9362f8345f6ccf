using System.Buffers.Binary;
using System.Text;

namespace TemporalVideo.Studio.Music;

/// <summary>
/// Writes a score as a <see href="https://midi.org/standard-midi-files">Standard MIDI File</see> of one track, a millisecond a tick.
/// </summary>
internal static class MidiFile
{
    private const int Percussion = 9;
    private const int TicksPerQuarter = 500;
    private const int MicrosecondsPerQuarter = 500_000;

    private const byte NoteOff = 0x80;
    private const byte NoteOn = 0x90;
    private const byte Controller = 0xB0;
    private const byte Program = 0xC0;
    private const byte Volume = 7;
    private const byte Pan = 10;
    private const byte ReverbSend = 91;

    /// <summary>Channel, program (General MIDI, counted from 0), volume, place and reverb of the instruments that play pitches.</summary>
    private static readonly Dictionary<Instrument, (int Channel, byte Program, byte Volume, byte Pan, byte Reverb)> Voices = new()
    {
        [Instrument.Pad] = (0, 48, 62, 64, 90),
        [Instrument.Pluck] = (1, 24, 92, 76, 70),
        [Instrument.Keys] = (2, 0, 84, 60, 80),
        [Instrument.Bass] = (3, 32, 96, 64, 20),
    };

    private static readonly Dictionary<Instrument, byte> Drums = new()
    {
        [Instrument.Kick] = 36,
        [Instrument.Shaker] = 70,
        [Instrument.Rim] = 37,
    };

    /// <summary>The bytes of the file.</summary>
    public static byte[] Of(IReadOnlyList<Note> notes)
    {
        var events = new List<(int Tick, int Order, byte[] Bytes)>();
        foreach (var (channel, program, volume, pan, reverb) in Voices.Values)
        {
            events.Add((0, 0, [(byte)(Program | channel), program]));
            events.Add((0, 0, [(byte)(Controller | channel), Volume, volume]));
            events.Add((0, 0, [(byte)(Controller | channel), Pan, pan]));
            events.Add((0, 0, [(byte)(Controller | channel), ReverbSend, reverb]));
        }

        events.Add((0, 0, [Controller | Percussion, Volume, 70]));
        foreach (var note in notes)
        {
            var (channel, pitch) = Drums.TryGetValue(note.Instrument, out var drum)
                ? (Percussion, drum)
                : (Voices[note.Instrument].Channel, (byte)note.Pitch);
            var (start, end) = ((int)(note.Start * 1000), (int)((note.Start + note.Length) * 1000));
            var velocity = (byte)Math.Clamp(40 + (note.Strength * 75), 1, 127);

            // A note that ends where the same one begins again must end first.
            events.Add((start, 2, [(byte)(NoteOn | channel), pitch, velocity]));
            events.Add((Math.Max(start + 1, end), 1, [(byte)(NoteOff | channel), pitch, 0]));
        }

        return [.. Header(), .. Track(events)];
    }

    private static byte[] Header()
    {
        var header = new byte[14];
        Encoding.ASCII.GetBytes("MThd").CopyTo(header, 0);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), 6);
        BinaryPrimitives.WriteInt16BigEndian(header.AsSpan(10), 1);
        BinaryPrimitives.WriteInt16BigEndian(header.AsSpan(12), TicksPerQuarter);
        return header;
    }

    private static byte[] Track(List<(int Tick, int Order, byte[] Bytes)> events)
    {
        var body = new List<byte>
        {
            0, 0xFF, 0x51, 3, MicrosecondsPerQuarter >> 16, (MicrosecondsPerQuarter >> 8) & 0xFF, MicrosecondsPerQuarter & 0xFF,
        };
        var now = 0;
        foreach (var (tick, _, bytes) in events.OrderBy(each => each.Tick).ThenBy(each => each.Order))
        {
            body.AddRange([.. Variable(tick - now), .. bytes]);
            now = tick;
        }

        body.AddRange([0, 0xFF, 0x2F, 0]);
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, body.Count);
        return [.. Encoding.ASCII.GetBytes("MTrk"), .. length, .. body];
    }

    /// <summary>Seven bits a byte, the highest first; all but the last have their eighth bit set.</summary>
    private static byte[] Variable(int value)
    {
        var bytes = new List<byte> { (byte)(value & 0x7F) };
        for (value >>= 7; value > 0; value >>= 7)
        {
            bytes.Insert(0, (byte)((value & 0x7F) | 0x80));
        }

        return [.. bytes];
    }
}
