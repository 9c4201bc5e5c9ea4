using System.Buffers.Binary;

namespace Belay.Pickling;

/// <summary>A float.</summary>
readonly struct DoubleForm : INumberForm<double>
{
    public static int MaxSize => 1 + sizeof(double);

    public static int Write(double number, Span<byte> room)
    {
        room[0] = Opcode.BinFloat;
        BinaryPrimitives.WriteDoubleBigEndian(room[1..], number);
        return MaxSize;
    }

    public static int TryRead(ReadOnlySpan<byte> data, out double number)
    {
        number = 0;
        if (data[0] != Opcode.BinFloat || data.Length < MaxSize) return 0;
        number = BinaryPrimitives.ReadDoubleBigEndian(data[1..]);
        return MaxSize;
    }
}
