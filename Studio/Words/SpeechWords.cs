namespace TemporalVideo.Studio.Words;

/// <summary>The words of one language for signs, units and abbreviations.</summary>
internal sealed record SpeechWords
{
    public required string Equal { get; init; }

    public required string Plus { get; init; }

    public required string Minus { get; init; }

    public required string PlusMinus { get; init; }

    public required string Times { get; init; }

    public required string Over { get; init; }

    public required string DividedBy { get; init; }

    public required string Of { get; init; }

    public required string Squared { get; init; }

    public required string Cubed { get; init; }

    public required string ToThePower { get; init; }

    public required string AllToThePower { get; init; }

    public required string SquareRoot { get; init; }

    public required string CubeRoot { get; init; }

    public required string Less { get; init; }

    public required string Greater { get; init; }

    public required string AtMost { get; init; }

    public required string AtLeast { get; init; }

    public required string About { get; init; }

    public required string NotEqual { get; init; }

    /// <summary>Between the two numbers of a range.</summary>
    public required string RangeTo { get; init; }

    public required string Arrow { get; init; }

    public required string And { get; init; }

    public required string Percent { get; init; }

    public required string PerThousand { get; init; }

    public required string Degrees { get; init; }

    public required string Infinity { get; init; }

    public required string Point { get; init; }

    /// <summary>Sign to its word: one, many.</summary>
    public required IReadOnlyDictionary<char, (string One, string Many)> Currencies { get; init; }

    /// <summary>Unit to its word: one, many; longest first.</summary>
    public required IReadOnlyList<(string Sign, string One, string Many)> Units { get; init; }

    /// <summary>Abbreviation to its words.</summary>
    public required IReadOnlyList<(string Short, string Long)> Abbreviations { get; init; }

    /// <summary>"Quadrat" before a unit of area, "Kubik" before one of volume, with what joins them; null where it stands behind.</summary>
    public required (string Square, string Cubic, bool Before) Area { get; init; }
}
