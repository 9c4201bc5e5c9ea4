using System.Buffers.Binary;
using System.Text;
using Belay.Tests.Support;

namespace Belay.Pickling.Tests.Hostile;

/// <summary>Keys that all have the same hash in .NET. Were it theirs here too, each would be compared with all that came before.</summary>
public class KeyTests
{
    const int Count = 300_000;

    [Fact]
    public void Loads_IntsOfOneHash_AreNoHang() => Expect(pickle =>
    {
        for (var i = 1L; i <= Count; i++) AddInt(pickle, (i << 32) | i);       // halves that cancel each other out
    });

    [Fact]
    public void Loads_FloatsOfOneHash_AreNoHang() => Expect(pickle =>
    {
        for (var i = 1u; i <= Count; i++)
        {
            var high = 0x3ff00000u + i;
            AddFloat(pickle, BitConverter.UInt64BitsToDouble(((ulong)high << 32) | high));
        }
    });

    [Fact]
    public void Loads_TimeDeltasOfOneHash_AreNoHang() => Expect(pickle =>
    {
        // Ticks whose halves cancel each other out: 2^32 + 1 of them, times ten to be whole microseconds.
        for (var i = 1L; i <= Count; i++)
        {
            pickle.AddRange("cdatetime\ntimedelta\nK\0K\0"u8);
            AddInt(pickle, ((1L << 32) + 1) * i);
            pickle.AddRange([0x87, (byte)'R']);
        }
    });

    [Fact]
    public void Loads_ComplexNumbersOfOneHash_AreNoHang() => Expect(pickle =>
    {
        for (var i = 1; i <= Count; i++)
        {
            pickle.AddRange("cbuiltins\ncomplex\n"u8);
            AddFloat(pickle, i);
            AddFloat(pickle, i);
            pickle.AddRange([0x86, (byte)'R']);
        }
    });

    [Fact]
    public void Loads_DecimalsThatAreOneAsADouble_AreNoHang() => Expect(pickle =>
    {
        for (var i = 1; i <= Count; i++)
        {
            var text = Encoding.ASCII.GetBytes($"1.{i:0000000000000000000000000000}");
            pickle.AddRange("cdecimal\nDecimal\nU"u8);
            pickle.Add((byte)text.Length);
            pickle.AddRange(text);
            pickle.AddRange([0x85, (byte)'R']);
        }
    });

    static void Expect(Action<List<byte>> addKeys) => HangGuard.Run(() =>
    {
        List<byte> pickle = [0x80, 4, 0x8f, (byte)'('];
        addKeys(pickle);
        pickle.AddRange([0x90, (byte)'.']);

        var loaded = (HashSet<object?>)Pickle.Loads([.. pickle], new() { Limits = new() { MaxMemory = 4L << 30 } })!;

        Assert.Equal(Count, loaded.Count);
        Assert.Contains(loaded.Last(), loaded);
    });

    static void AddInt(List<byte> pickle, long number)
    {
        Span<byte> bytes = stackalloc byte[10];
        (bytes[0], bytes[1]) = (0x8a, 8);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[2..], number);
        pickle.AddRange(bytes);
    }

    static void AddFloat(List<byte> pickle, double number)
    {
        Span<byte> bytes = stackalloc byte[9];
        bytes[0] = (byte)'G';
        BinaryPrimitives.WriteDoubleBigEndian(bytes[1..], number);
        pickle.AddRange(bytes);
    }
}
