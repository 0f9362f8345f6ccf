using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace Temporalio.Worker.Execution;

/// <summary>Random numbers that are the same on every replay: PCG-64 with a multiplicative state and XSL-RR output, seeded by the run.</summary>
internal sealed class DeterministicRandom : Random
{
    private static readonly UInt128 Multiplier = new(0x2360ED051FC65DA4, 0x4385DF649FCCF645);

    private UInt128 _state;

    public DeterministicRandom(ulong seed) => _state = StateOf(seed);

    /// <summary>The seed that a run id gives.</summary>
    public static ulong SeedOf(string runId)
    {
        // A string is hashed with a closing 0xFF, so that two strings in a row cannot run into each other.
        var bytes = new byte[Encoding.UTF8.GetByteCount(runId) + 1];
        Encoding.UTF8.GetBytes(runId, bytes);
        bytes[^1] = 0xFF;
        return SipHash.Hash(bytes);
    }

    /// <summary>Begins anew from another seed.</summary>
    public void Reseed(ulong seed) => _state = StateOf(seed);

    /// <summary>A random GUID of version 4.</summary>
    public Guid NextGuid()
    {
        Span<byte> bytes = stackalloc byte[16];
        NextBytes(bytes);
        bytes[7] = (byte)((bytes[7] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new(bytes);
    }

    /// <summary>A number from 0 up to and including <paramref name="maximum"/>.</summary>
    public uint NextInclusive(int maximum) => Below((uint)maximum + 1);

    public override int Next() => (int)Below(int.MaxValue);

    public override int Next(int maxValue) => Next(0, maxValue);

    public override int Next(int minValue, int maxValue)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minValue, maxValue);
        return minValue == maxValue ? minValue : (int)(minValue + Below((uint)((long)maxValue - minValue)));
    }

    public override long NextInt64() => NextInt64(0, long.MaxValue);

    public override long NextInt64(long maxValue) => NextInt64(0, maxValue);

    public override long NextInt64(long minValue, long maxValue)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minValue, maxValue);
        var range = (ulong)(maxValue - minValue);
        return minValue + (long)Math.BigMul(Next64(), range, out _);
    }

    public override void NextBytes(byte[] buffer) => NextBytes(buffer.AsSpan());

    public override void NextBytes(Span<byte> buffer)
    {
        Span<byte> word = stackalloc byte[sizeof(ulong)];
        for (var rest = buffer; rest.Length > 0; rest = rest[Math.Min(word.Length, rest.Length)..])
        {
            BinaryPrimitives.WriteUInt64LittleEndian(word, Next64());
            word[..Math.Min(word.Length, rest.Length)].CopyTo(rest);
        }
    }

    public override double NextDouble()
    {
        const ulong ExponentOfOne = 1023UL << 52;
        return BitConverter.UInt64BitsToDouble((Next64() >> 12) | ExponentOfOne) - 1;
    }

    public override float NextSingle() => (float)NextDouble();

    protected override double Sample() => NextDouble();

    /// <summary>A number from 0 up to, not including, <paramref name="range"/>.</summary>
    private uint Below(uint range)
    {
        var product = (ulong)(uint)Next64() * range;
        var result = (uint)(product >> 32);
        var low = (uint)product;
        if (low > 0 - range)
        {
            var carry = (uint)(((ulong)(uint)Next64() * range) >> 32);
            result += low + (ulong)carry > uint.MaxValue ? 1u : 0u;
        }

        return result;
    }

    private ulong Next64()
    {
        _state *= Multiplier;
        var high = (ulong)(_state >> 64);
        return BitOperations.RotateRight(high ^ (ulong)_state, (int)(ulong)(_state >> 122));
    }

    private static UInt128 StateOf(ulong seed)
    {
        const ulong Factor = 6364136223846793005;
        const ulong Increment = 11634580027462260723;
        UInt128 state = 0;
        var s = seed;
        for (var i = 0; i < 4; i++)
        {
            s = unchecked((s * Factor) + Increment);
            var x = BitOperations.RotateRight((uint)(((s >> 18) ^ s) >> 27), (int)(s >> 59));
            state |= (UInt128)x << (32 * i);
        }

        return state | 1;
    }
}
