using System.Text.Json.Serialization;

namespace TemporalVideo.Workflows.Contracts;

/// <summary>A piece of a video that costs it quality, and that can be made in another way.</summary>
/// <param name="Kind">
/// What it is: a <see cref="PieceKind.Scene"/>, <see cref="PieceKind.Footage"/>, or the <see cref="PieceKind.Music"/> under the speech.
/// </param>
/// <param name="SegmentId">Of which segment; null for the whole video.</param>
public sealed record FaultyPiece(PieceKind Kind, string? SegmentId);

/// <summary>A video whose quality is below what is acceptable: what is to be made again is looked for.</summary>
public sealed record MendTask : ComposeTask
{
    /// <summary>Its faulty pieces that may be made again, the worst first; none: what it no longer needs is removed.</summary>
    public required IReadOnlyList<FaultyPiece> Faulty { get; init; }

    /// <summary>How many scenes may be painted anew by a service; default 0. What is drawn here costs nothing.</summary>
    public int MayPaint { get; init; }

    /// <summary>The segments whose painting moves; default none.</summary>
    public IReadOnlyList<string> Filmed { get; init; } = [];
}

/// <summary>What is made again of a video whose quality is below what is acceptable.</summary>
public sealed record MendPlan
{
    /// <summary>The version of the story whose scenes are the other takes; null: no scene is made again.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Version { get; init; }

    /// <summary>The scenes that are made again; default none.</summary>
    public IReadOnlyList<MendedScene> Scenes { get; init; } = [];

    /// <summary>The segments whose painting is to stand still; default none.</summary>
    public IReadOnlyList<string> Still { get; init; } = [];

    /// <summary>How much quieter the music is to be than it is now, in decibels; default 0.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Quieter { get; init; }

    /// <summary>Whether nothing can be made better.</summary>
    [JsonIgnore]
    public bool IsEmpty => Scenes.Count == 0 && Still.Count == 0 && Quieter == 0;
}

/// <summary>A scene that is made again.</summary>
/// <param name="SegmentId">Of which segment.</param>
/// <param name="Before">The number of the take that it is now.</param>
/// <param name="Painted">Whether a service paints it, and is paid.</param>
public sealed record MendedScene(string SegmentId, int Before, bool Painted);
