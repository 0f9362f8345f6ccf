namespace TemporalVideo.Studio.Motion;

/// <summary>The part of a row that is not transparent.</summary>
/// <param name="First">Index of its first sample.</param>
/// <param name="End">Index after its last sample; equal to <paramref name="First"/> when the row is empty.</param>
internal readonly record struct RowSpan(int First, int End)
{
    public bool Empty => End <= First;

    public static RowSpan[] Of(Plane alpha) => Enumerable.Range(0, alpha.Height).Select(y => Of(alpha.Row(y))).ToArray();

    /// <summary>The part that this row or its neighbour fills.</summary>
    public RowSpan Union(RowSpan other) =>
        Empty ? other : other.Empty ? this : new RowSpan(Math.Min(First, other.First), Math.Max(End, other.End));

    private static RowSpan Of(ReadOnlySpan<byte> row)
    {
        var first = row.IndexOfAnyExcept((byte)0);
        return first < 0 ? default : new RowSpan(first, row.LastIndexOfAnyExcept((byte)0) + 1);
    }
}
