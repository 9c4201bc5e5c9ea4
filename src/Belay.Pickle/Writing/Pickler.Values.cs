using System.Buffers;
using System.Numerics;
using System.Text;
using System.Text.Unicode;

namespace Belay.Pickling;

/// <content>Numbers, text and bytes.</content>
sealed partial class Pickler
{
    /// <summary>Up to here text is certainly no longer than a byte can say.</summary>
    const int ShortText = byte.MaxValue / 3;

    void Write<T, TForm>(T number) where TForm : INumberForm<T> => _output.Advance(TForm.Write(number, _output.Room(TForm.MaxSize)));

    void WriteInt(BigInteger number)
    {
        if (number >= long.MinValue && number <= long.MaxValue)
        {
            Write<long, LongForm>((long)number);
            return;
        }
        var bytes = number.ToByteArray();
        if (bytes.Length <= byte.MaxValue) _output.Write(Opcode.Long1, (byte)bytes.Length);
        else _output.WriteUInt32(Opcode.Long4, (uint)bytes.Length);
        _output.WriteBytes(bytes);
    }

    /// <summary>Writes text that has been given that number.</summary>
    void WriteText(string text, int index)
    {
        if (text.Length <= ShortText && Protocol >= 4)
        {
            var room = _output.Room(2 + (text.Length * 3));
            var length = Encode(text, room[2..]);
            room[0] = Opcode.ShortBinUnicode;
            room[1] = (byte)length;
            _output.Advance(2 + length);
        }
        else WriteLongText(text);
        WritePut(index);
    }

    void WriteLongText(string text)
    {
        // Half a surrogate pair counts three bytes, and takes three.
        var length = Encoding.UTF8.GetByteCount(text);
        var isLarge = BeginLarge(length);
        if (length <= byte.MaxValue && Protocol >= 4) _output.Write(Opcode.ShortBinUnicode, (byte)length);
        else _output.WriteUInt32(Opcode.BinUnicode, (uint)length);
        Encode(text, _output.Room(length));
        _output.Advance(length);
        EndLarge(isLarge);
    }

    public void WriteBytes(object owner, ReadOnlySpan<byte> bytes)
    {
        var isLarge = BeginLarge(bytes.Length);
        if (bytes.Length <= byte.MaxValue) _output.Write(Opcode.ShortBinBytes, (byte)bytes.Length);
        else _output.WriteUInt32(Opcode.BinBytes, (uint)bytes.Length);
        _output.WriteBytes(bytes);
        EndLarge(isLarge);
        Remember(owner);
    }

    public void WriteByteArray(object owner, ReadOnlySpan<byte> bytes)
    {
        var isLarge = BeginLarge(bytes.Length);
        _output.WriteUInt64(Opcode.ByteArray8, (ulong)bytes.Length);
        _output.WriteBytes(bytes);
        EndLarge(isLarge);
        Remember(owner);
    }

    bool BeginLarge(int length)
    {
        var isLarge = length >= Output.FrameTarget && Protocol >= 4;
        if (isLarge) _output.EndFraming();
        return isLarge;
    }

    void EndLarge(bool isLarge)
    {
        if (isLarge) _output.BeginFraming();
    }

    /// <summary>UTF-8, in which halves of surrogate pairs may stand alone.</summary>
    static int Encode(ReadOnlySpan<char> text, Span<byte> utf8)
    {
        if (Utf8.FromUtf16(text, utf8, out _, out var length, replaceInvalidSequences: false) == OperationStatus.Done) return length;
        length = 0;
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out var rune, out var used) == OperationStatus.Done) length += rune.EncodeToUtf8(utf8[length..]);
            else
            {
                utf8[length++] = (byte)(0xe0 | (text[0] >> 12));
                utf8[length++] = (byte)(0x80 | ((text[0] >> 6) & 0x3f));
                utf8[length++] = (byte)(0x80 | (text[0] & 0x3f));
            }
            text = text[used..];
        }
        return length;
    }
}
