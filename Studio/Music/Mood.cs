namespace TemporalVideo.Studio.Music;

/// <summary>The character of a piece of music.</summary>
/// <param name="Name">For people.</param>
/// <param name="BeatsPerMinute">Tempo.</param>
/// <param name="Scale">The seven steps of the scale in semitones above the key note.</param>
/// <param name="Progressions">Chord progressions to choose from: steps of the scale, counted from 0, one for each bar.</param>
/// <param name="Brightness">0 (soft, dark sounds) to 1 (clear, bright ones).</param>
/// <param name="Drive">0 (no percussion) to 1 (a steady beat).</param>
internal sealed record Mood(string Name, double BeatsPerMinute, int[] Scale, int[][] Progressions, double Brightness, double Drive)
{
    private static readonly int[] Major = [0, 2, 4, 5, 7, 9, 11];
    private static readonly int[] Minor = [0, 2, 3, 5, 7, 8, 10];
    private static readonly int[] Dorian = [0, 2, 3, 5, 7, 9, 10];
    private static readonly int[] Lydian = [0, 2, 4, 6, 7, 9, 11];

    private static readonly Mood Curious = new("curious", 92, Major, [[0, 4, 5, 3], [0, 5, 3, 4], [5, 3, 0, 4]], 0.7, 0.7);
    private static readonly Mood Wonder = new("wonder", 78, Lydian, [[0, 1, 5, 4], [0, 4, 1, 5], [5, 1, 0, 4]], 0.6, 0.35);
    private static readonly Mood Warm = new("warm", 84, Major, [[0, 3, 5, 4], [0, 2, 3, 4], [3, 0, 4, 5]], 0.5, 0.5);
    private static readonly Mood Thoughtful = new("thoughtful", 74, Dorian, [[0, 3, 0, 4], [0, 6, 3, 0], [0, 2, 3, 6]], 0.4, 0.3);
    private static readonly Mood Driven = new("driven", 104, Minor, [[0, 5, 2, 6], [0, 3, 5, 6], [5, 6, 0, 2]], 0.75, 1);

    private static readonly (Mood Mood, string[] Words)[] BySubject =
    [
        (Wonder, ["physic", "astronom", "space", "earth", "ocean", "geolog", "weather", "climate", "planet"]),
        (Warm, ["bio", "nature", "health", "medic", "food", "animal", "plant", "language", "psycholog"]),
        (Thoughtful, ["history", "philosoph", "art", "literature", "politic", "religion", "law", "music"]),
        (Driven, ["comput", "engineer", "techn", "econom", "business", "math", "program", "sport"]),
        (Curious, ["chem", "science", "geograph", "everyday"]),
    ];

    /// <summary>The mood that fits a subject; curious when the subject is not known here.</summary>
    /// <param name="subject">Such as <c>physics</c>.</param>
    public static Mood Of(string subject) =>
        BySubject.FirstOrDefault(entry => entry.Words.Any(word => subject.Contains(word, StringComparison.OrdinalIgnoreCase))).Mood
            ?? Curious;
}
