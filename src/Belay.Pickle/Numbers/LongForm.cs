using System.Buffers.Binary;

namespace Belay.Pickling;

/// <summary>An int of 64 bits: as one of 32 if it is one.</summary>
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

    public static int TryRead(ReadOnlySpan<byte> data, out long number)
    {
        var size = IntForm.TryRead(data, out var small);
        number = small;
        if (size > 0 || data is not [Opcode.Long1, <= sizeof(long) and var length, ..] || data.Length < Head + length) return size;
        number = Of(data.Slice(Head, length));
        return Head + length;
    }

    /// <summary>In two's complement, the lowest byte first: eight of them or fewer.</summary>
    public static long Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> whole = stackalloc byte[sizeof(long)];
        whole.Fill(bytes is [.., >= 0x80] ? byte.MaxValue : (byte)0);
        bytes.CopyTo(whole);
        return BinaryPrimitives.ReadInt64LittleEndian(whole);
    }
}
