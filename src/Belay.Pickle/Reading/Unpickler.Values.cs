using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;

namespace Belay.Pickling;

/// <content>Numbers, text and bytes.</content>
sealed partial class Unpickler
{
    void PushInt(int number)
    {
        _loading.Charge(24);
        Push(SmallInts.Box(number));
    }

    void PushFloat(double number)
    {
        _loading.Charge(24);
        Push(number);
    }

    void PushNumber(object number)
    {
        _loading.Charge(number is BigInteger whole ? 48 + whole.GetByteCount() : 24);
        Push(number);
    }

    /// <summary>In two's complement, the lowest byte first.</summary>
    void PushLong(ReadOnlySpan<byte> bytes)
    {
        CheckLength(bytes.Length);
        _loading.Charge(48 + bytes.Length);
        if (bytes.Length > sizeof(long))
        {
            Push(Text.Shortest(new BigInteger(bytes)));
            return;
        }
        Span<byte> whole = stackalloc byte[sizeof(long)];
        whole.Fill(bytes is [.., >= 0x80] ? byte.MaxValue : (byte)0);
        bytes.CopyTo(whole);
        Push(BinaryPrimitives.ReadInt64LittleEndian(whole));
    }

    void PushText(ReadOnlySpan<byte> utf8)
    {
        CheckLength(utf8.Length);
        _loading.Charge(24 + (2L * utf8.Length));
        Push(Text.Utf8(utf8));
    }

    void PushString(string text)
    {
        _loading.Charge(24 + (2L * text.Length));
        Push(text);
    }

    void PushBytes(ReadOnlySpan<byte> bytes)
    {
        CheckLength(bytes.Length);
        _loading.Charge(24 + bytes.Length);
        Push(bytes.ToArray());
    }

    void PushByteArray(ReadOnlySpan<byte> bytes)
    {
        CheckLength(bytes.Length);
        _loading.Charge(56 + bytes.Length);
        var list = new List<byte>(bytes.Length);
        CollectionsMarshal.SetCount(list, bytes.Length);
        bytes.CopyTo(CollectionsMarshal.AsSpan(list));
        Push(list);
    }

    void PushPython2String(ReadOnlySpan<byte> bytes)
    {
        switch (_options.Python2Strings)
        {
            case Python2Strings.Bytes:
                PushBytes(bytes);
                break;
            case Python2Strings.Utf8:
                PushText(bytes);
                break;
            case Python2Strings.Latin1:
                PushString(Encoding.Latin1.GetString(bytes));
                break;
            default:
                if (!Ascii.IsValid(bytes)) throw new PickleException("a string of Python 2 is not ASCII: say in PickleOptions.Python2Strings what it is");
                PushString(Encoding.ASCII.GetString(bytes));
                break;
        }
    }
}
