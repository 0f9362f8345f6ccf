using System.Buffers.Binary;
using System.Numerics;

namespace Temporalio.Worker.Execution;

/// <summary>64-bit SipHash with one compression and three finalisation rounds and both keys 0, as the shared core uses it for seeds.</summary>
internal static class SipHash
{
    /// <summary>Hash of some bytes.</summary>
    public static ulong Hash(ReadOnlySpan<byte> data)
    {
        // The constants spell "somepseudorandomlygeneratedbytes" in the definition of SipHash.
        var v0 = 0x736f6d6570736575UL;
        var v1 = 0x646f72616e646f6dUL;
        var v2 = 0x6c7967656e657261UL;
        var v3 = 0x7465646279746573UL;
        var rest = data;
        for (; rest.Length >= sizeof(ulong); rest = rest[sizeof(ulong)..])
        {
            Absorb(BinaryPrimitives.ReadUInt64LittleEndian(rest));
        }

        Span<byte> last = stackalloc byte[sizeof(ulong)];
        last.Clear();
        rest.CopyTo(last);
        last[^1] = (byte)data.Length;
        Absorb(BinaryPrimitives.ReadUInt64LittleEndian(last));
        v2 ^= 0xff;
        for (var i = 0; i < 3; i++)
        {
            Round();
        }

        return v0 ^ v1 ^ v2 ^ v3;

        void Absorb(ulong word)
        {
            v3 ^= word;
            Round();
            v0 ^= word;
        }

        void Round()
        {
            v0 += v1;
            v1 = BitOperations.RotateLeft(v1, 13) ^ v0;
            v0 = BitOperations.RotateLeft(v0, 32);
            v2 += v3;
            v3 = BitOperations.RotateLeft(v3, 16) ^ v2;
            v0 += v3;
            v3 = BitOperations.RotateLeft(v3, 21) ^ v0;
            v2 += v1;
            v1 = BitOperations.RotateLeft(v1, 17) ^ v2;
            v2 = BitOperations.RotateLeft(v2, 32);
        }
    }
}
