using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Belay.Pickling;

/// <summary>
/// Hashes of numbers that nobody can foresee. Those of .NET's numbers, dates and times are for all to compute, and a pickle of keys that have
/// one in common would take the square of its length in time.
/// </summary>
static class KeyedHash
{
    static readonly ulong _first = Random() | 1;
    static readonly ulong _second = Random();

    public static int Of(long number)
    {
        var high = Math.BigMul((ulong)number ^ _second, _first, out var low);
        return (int)((high ^ low) >> 16);
    }

    public static int Of(double number) => Of(BitConverter.DoubleToInt64Bits(double.IsNaN(number) ? double.NaN : number + 0.0));     // -0.0 is 0.0

    public static int Of(ReadOnlySpan<byte> bytes)
    {
        // This one has a key of its own.
        var hash = new HashCode();
        hash.AddBytes(bytes);
        return hash.ToHashCode();
    }

    static ulong Random()
    {
        Span<ulong> random = stackalloc ulong[1];
        RandomNumberGenerator.Fill(MemoryMarshal.AsBytes(random));
        return random[0];
    }
}
