using System.Text;

namespace TemporalVideo.Studio.Music;

/// <summary>Composes: chords, bass, arpeggio, a sparse melody and light percussion, built up and taken away in sections.</summary>
internal static class Score
{
    private const int BeatsPerBar = 4;

    /// <summary>The piece that a request asks for: always the same.</summary>
    public static IReadOnlyList<Note> Of(MusicRequest request) =>
        Compose(Mood.Of(request.Subject), request.Seconds, new Random(Seed($"{request.Subject}\n{request.Seed}")));

    /// <summary>FNV-1a: the same on every machine, as the seed of a video must be.</summary>
    public static int Seed(string text) =>
        (int)(Encoding.UTF8.GetBytes(text).Aggregate(2166136261u, (hash, value) => unchecked((hash ^ value) * 16777619u)) & int.MaxValue);

    /// <summary>Composes a piece.</summary>
    /// <param name="mood">Its character.</param>
    /// <param name="seconds">Its length.</param>
    /// <param name="random">Chooses key, progression and figures.</param>
    public static IReadOnlyList<Note> Compose(Mood mood, double seconds, Random random)
    {
        var key = 45 + random.Next(8);
        var beat = 60 / mood.BeatsPerMinute;
        var bars = (int)Math.Ceiling(seconds / (beat * BeatsPerBar));
        var progression = mood.Progressions[random.Next(mood.Progressions.Length)];
        var figure = Figure(random);
        var motif = Motif(random);
        var notes = new List<Note>();
        int[] before = [];
        for (var bar = 0; bar < bars; bar++)
        {
            var degree = progression[bar % progression.Length];
            var section = Section.At(bar, bars);
            var voicing = Voicing(mood.Scale, key, degree, before);
            before = voicing;
            var start = bar * BeatsPerBar * beat;
            notes.AddRange(
                voicing.Select((pitch, i) => new Note(Instrument.Pad, start, BeatsPerBar * beat * 1.04, pitch, 0.5, (i - 1.5) * 0.45)));
            notes.AddRange(Bass(mood.Scale, key, degree, start, beat, section));
            notes.AddRange(Arpeggio(voicing, figure, start, beat, section, random));
            notes.AddRange(Melody(mood.Scale, key, degree, motif, bar, start, beat, section));
            notes.AddRange(Percussion(mood, start, beat, section, random));
        }

        return notes.Where(note => note.Start < seconds).ToList();
    }

    /// <summary>Four voices of a seventh or ninth chord, each moved to the octave nearest to where the voices were before.</summary>
    private static int[] Voicing(int[] scale, int key, int degree, int[] before)
    {
        int[] steps = [degree, degree + 2, degree + 4, degree + (degree is 0 or 3 ? 8 : 6)];
        var centre = before.Length == 0 ? key + 19 : before.Average();
        return steps
            .Select(step => Pitch(scale, key, step))
            .Select(pitch => pitch + (12 * (int)Math.Round((centre - pitch) / 12)))
            .Order()
            .ToArray();
    }

    private static IEnumerable<Note> Bass(int[] scale, int key, int degree, double start, double beat, Section section)
    {
        if (!section.HasBass)
        {
            yield break;
        }

        var root = Pitch(scale, key - 12, degree);
        root -= root > key - 4 ? 12 : 0;
        yield return new Note(Instrument.Bass, start, beat * 2.2, root, 0.9, 0);
        yield return new Note(Instrument.Bass, start + (beat * 2.5), beat * 1.3, section.IsFull ? root + 12 : root, 0.6, 0);
    }

    private static IEnumerable<Note> Arpeggio(int[] voicing, int[] figure, double start, double beat, Section section, Random random)
    {
        for (var i = 0; i < figure.Length; i++)
        {
            var late = (i % 2 * 0.03 * beat) + (random.NextDouble() * 0.008);
            var strength = (i % 4 == 0 ? 0.75 : 0.5) * (0.85 + (0.15 * random.NextDouble())) * section.Energy;
            if (section.HasArpeggio && figure[i] >= 0)
            {
                yield return new Note(Instrument.Pluck, start + (i * beat / 2) + late, beat, voicing[figure[i] % voicing.Length] + 12,
                    strength, i % 2 == 0 ? -0.35 : 0.35);
            }
        }
    }

    /// <summary>A motif that answers itself: first bar of four as it is, third one step higher, the others rest.</summary>
    private static IEnumerable<Note> Melody(
        int[] scale, int key, int degree, (double Beat, int Step)[] motif, int bar, double start, double beat, Section section)
    {
        if (!section.HasMelody || bar % 2 == 1)
        {
            yield break;
        }

        foreach (var (at, step) in motif)
        {
            var pitch = Pitch(scale, key + 24, degree + step + (bar % 4 == 2 ? 2 : 0));
            yield return new Note(Instrument.Keys, start + (at * beat), beat * 1.8, pitch > key + 41 ? pitch - 12 : pitch, 0.55, 0.12);
        }
    }

    private static IEnumerable<Note> Percussion(Mood mood, double start, double beat, Section section, Random random)
    {
        if (!section.HasBeat || mood.Drive < 0.2)
        {
            yield break;
        }

        yield return new Note(Instrument.Kick, start, 0.3, 0, 0.8 * mood.Drive, 0);
        yield return new Note(Instrument.Kick, start + (2 * beat), 0.3, 0, 0.6 * mood.Drive, 0);
        for (var i = 0; i < BeatsPerBar * 2; i++)
        {
            var strength = (i % 2 == 1 ? 0.6 : 0.3) * (0.7 + (0.3 * random.NextDouble())) * mood.Drive;
            yield return new Note(Instrument.Shaker, start + (i * beat / 2) + (i % 2 * 0.03 * beat), 0.1, 0, strength, 0.3);
        }

        if (section.IsFull)
        {
            yield return new Note(Instrument.Rim, start + beat, 0.1, 0, 0.4 * mood.Drive, -0.2);
            yield return new Note(Instrument.Rim, start + (3 * beat), 0.1, 0, 0.5 * mood.Drive, -0.2);
        }
    }

    /// <summary>Eight eighth notes as voices of the chord; −1 rests.</summary>
    private static int[] Figure(Random random)
    {
        int[][] figures =
            [[0, 1, 2, 3, 2, 1, 2, 3], [0, 2, 1, 3, 2, 3, 1, 2], [0, -1, 2, 1, 3, -1, 2, 1], [0, 1, 3, 2, -1, 1, 2, 3],
            [3, 2, 1, 0, 1, 2, 3, 2]];
        return figures[random.Next(figures.Length)];
    }

    private static (double Beat, int Step)[] Motif(Random random)
    {
        (double, int)[][] motifs =
        [
            [(0, 4), (1.5, 2), (2, 4)], [(0.5, 2), (1, 4), (2.5, 7)], [(0, 7), (1, 4), (3, 2)], [(1, 2), (1.5, 4), (2, 4), (3.5, 2)],
        ];
        return motifs[random.Next(motifs.Length)];
    }

    private static int Pitch(int[] scale, int key, int step) => key + (12 * (step / scale.Length)) + scale[step % scale.Length];
}
