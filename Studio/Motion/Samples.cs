using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TemporalVideo.Studio.Motion;

/// <summary>Arithmetic on rows of 8-bit samples, many at a time.</summary>
internal static class Samples
{
    /// <summary>Weights of mixing run from 0 to this.</summary>
    public const int FullWeight = 128;

    private static readonly int Step = Vector256<byte>.Count;

    /// <summary>Mixes two rows: <paramref name="weight"/> parts of the second, the rest of the first.</summary>
    public static void Lerp(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, int weight, Span<byte> result)
    {
        if (weight == 0)
        {
            first[..result.Length].CopyTo(result);
            return;
        }

        var i = 0;
        var (w0, w1, half) = (Vector256.Create((ushort)(FullWeight - weight)), Vector256.Create((ushort)weight),
            Vector256.Create((ushort)(FullWeight / 2)));
        ref var a = ref MemoryMarshal.GetReference(first);
        ref var b = ref MemoryMarshal.GetReference(second);
        ref var r = ref MemoryMarshal.GetReference(result);
        for (; i <= result.Length - Step; i += Step)
        {
            var (aLow, aHigh) = Vector256.Widen(Vector256.LoadUnsafe(ref a, (nuint)i));
            var (bLow, bHigh) = Vector256.Widen(Vector256.LoadUnsafe(ref b, (nuint)i));
            var low = ((aLow * w0) + (bLow * w1) + half) >>> 7;
            var high = ((aHigh * w0) + (bHigh * w1) + half) >>> 7;
            Vector256.Narrow(low, high).StoreUnsafe(ref r, (nuint)i);
        }

        for (; i < result.Length; i++)
        {
            result[i] = (byte)(((first[i] * (FullWeight - weight)) + (second[i] * weight) + (FullWeight / 2)) >> 7);
        }
    }

    /// <summary>Mixes two rows, each sample by its own weight.</summary>
    public static void Lerp(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, ReadOnlySpan<byte> weights, Span<byte> result)
    {
        var i = 0;
        var (full, half) = (Vector256.Create((ushort)FullWeight), Vector256.Create((ushort)(FullWeight / 2)));
        ref var a = ref MemoryMarshal.GetReference(first);
        ref var b = ref MemoryMarshal.GetReference(second);
        ref var w = ref MemoryMarshal.GetReference(weights);
        ref var r = ref MemoryMarshal.GetReference(result);
        for (; i <= result.Length - Step; i += Step)
        {
            var (aLow, aHigh) = Vector256.Widen(Vector256.LoadUnsafe(ref a, (nuint)i));
            var (bLow, bHigh) = Vector256.Widen(Vector256.LoadUnsafe(ref b, (nuint)i));
            var (wLow, wHigh) = Vector256.Widen(Vector256.LoadUnsafe(ref w, (nuint)i));
            var low = ((aLow * (full - wLow)) + (bLow * wLow) + half) >>> 7;
            var high = ((aHigh * (full - wHigh)) + (bHigh * wHigh) + half) >>> 7;
            Vector256.Narrow(low, high).StoreUnsafe(ref r, (nuint)i);
        }

        for (; i < result.Length; i++)
        {
            result[i] = (byte)(((first[i] * (FullWeight - weights[i])) + (second[i] * weights[i]) + (FullWeight / 2)) >> 7);
        }
    }

    /// <summary>Multiplies a row by <paramref name="factor"/> / 255.</summary>
    public static void Multiply(Span<byte> row, byte factor)
    {
        var i = 0;
        var f = Vector256.Create((ushort)factor);
        ref var r = ref MemoryMarshal.GetReference(row);
        for (; i <= row.Length - Step; i += Step)
        {
            var (low, high) = Vector256.Widen(Vector256.LoadUnsafe(ref r, (nuint)i));
            Vector256.Narrow(DivideBy255(low * f), DivideBy255(high * f)).StoreUnsafe(ref r, (nuint)i);
        }

        for (; i < row.Length; i++)
        {
            row[i] = DivideBy255(row[i] * factor);
        }
    }

    /// <summary>Lays a row over another: <c>source + target · (1 − alpha)</c>. The source is already multiplied by its alpha.</summary>
    public static void Over(ReadOnlySpan<byte> source, ReadOnlySpan<byte> alpha, Span<byte> target)
    {
        var i = 0;
        var full = Vector256.Create((ushort)255);
        ref var s = ref MemoryMarshal.GetReference(source);
        ref var a = ref MemoryMarshal.GetReference(alpha);
        ref var t = ref MemoryMarshal.GetReference(target);
        for (; i <= target.Length - Step; i += Step)
        {
            var (aLow, aHigh) = Vector256.Widen(Vector256.LoadUnsafe(ref a, (nuint)i));
            var (tLow, tHigh) = Vector256.Widen(Vector256.LoadUnsafe(ref t, (nuint)i));
            var behind = Vector256.Narrow(DivideBy255(tLow * (full - aLow)), DivideBy255(tHigh * (full - aHigh)));
            (Vector256.LoadUnsafe(ref s, (nuint)i) + behind).StoreUnsafe(ref t, (nuint)i);
        }

        for (; i < target.Length; i++)
        {
            target[i] = (byte)(source[i] + DivideBy255(target[i] * (255 - alpha[i])));
        }
    }

    private static byte DivideBy255(int product) => (byte)((product + 128 + ((product + 128) >> 8)) >> 8);

    private static Vector256<ushort> DivideBy255(Vector256<ushort> product)
    {
        var rounded = product + Vector256.Create((ushort)128);
        return (rounded + (rounded >>> 8)) >>> 8;
    }
}
