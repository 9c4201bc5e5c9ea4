using System.Buffers.Binary;

namespace Belay.Pickling;

/// <summary>How a number is written. Types, so that the loop over a list is compiled for each.</summary>
interface INumberForm<T>
{
    static abstract int MaxSize { get; }

    /// <returns>How many bytes it has taken.</returns>
    static abstract int Write(T number, Span<byte> room);
}

readonly struct IntForm : INumberForm<int>
{
    public static int MaxSize => 5;

    public static int Write(int number, Span<byte> room)
    {
        if ((uint)number <= byte.MaxValue)
        {
            room[0] = Opcode.BinInt1;
            room[1] = (byte)number;
            return 2;
        }
        if ((uint)number <= ushort.MaxValue)
        {
            room[0] = Opcode.BinInt2;
            BinaryPrimitives.WriteUInt16LittleEndian(room[1..], (ushort)number);
            return 3;
        }
        room[0] = Opcode.BinInt;
        BinaryPrimitives.WriteInt32LittleEndian(room[1..], number);
        return 5;
    }
}

readonly struct LongForm : INumberForm<long>
{
    const int Head = 2;

    public static int MaxSize => Head + sizeof(long);

    public static int Write(long number, Span<byte> room)
    {
        if ((int)number == number) return IntForm.Write((int)number, room);
        // In two's complement, without what only repeats the sign.
        var size = sizeof(long);
        while (number >> ((size * 8) - 9) is 0 or -1) size--;
        room[0] = Opcode.Long1;
        room[1] = (byte)size;
        BinaryPrimitives.WriteInt64LittleEndian(room[Head..], number);
        return Head + size;
    }
}

readonly struct DoubleForm : INumberForm<double>
{
    public static int MaxSize => 1 + sizeof(double);

    public static int Write(double number, Span<byte> room)
    {
        room[0] = Opcode.BinFloat;
        BinaryPrimitives.WriteDoubleBigEndian(room[1..], number);
        return MaxSize;
    }
}
