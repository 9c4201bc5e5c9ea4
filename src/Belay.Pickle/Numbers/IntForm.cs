using System.Buffers.Binary;

namespace Belay.Pickling;

/// <summary>An int of 32 bits: one of three instructions.</summary>
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

    public static int TryRead(ReadOnlySpan<byte> data, out int number)
    {
        number = 0;
        switch (data[0])
        {
            case Opcode.BinInt1 when data.Length > 1:
                number = data[1];
                return 2;
            case Opcode.BinInt2 when data.Length > 2:
                number = BinaryPrimitives.ReadUInt16LittleEndian(data[1..]);
                return 3;
            case Opcode.BinInt when data.Length > 4:
                number = BinaryPrimitives.ReadInt32LittleEndian(data[1..]);
                return 5;
            default:
                return 0;
        }
    }
}
