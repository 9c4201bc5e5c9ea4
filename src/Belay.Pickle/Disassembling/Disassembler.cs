using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Text;

namespace Belay.Pickling;

/// <summary>Shows a pickle instruction by instruction, as pickletools.dis of Python does. Nothing is built.</summary>
sealed class Disassembler(TextWriter output)
{
    const int IndentSize = 4;

    /// <summary>Marks cost a byte each, and the lines between them would grow with every one.</summary>
    const int MaxIndents = 100;

    const int NameWidth = 10;

    readonly List<bool> _stack = [];        // true is a mark
    readonly Stack<long> _marks = [];
    readonly HashSet<long> _memo = [];
    int _protocol = -1;

    public void Run(ReadOnlySpan<byte> pickle)
    {
        var position = 0;
        while (true)
        {
            var search = default(LineSearch);
            var size = position < pickle.Length ? OpcodeSize.Of(pickle[position..], ref search) : 1;
            if (size == 0) throw Error(PickleErrorKind.Malformed, $"there is no opcode 0x{pickle[position]:x2}", position);
            if (size > pickle.Length - position) throw Error(PickleErrorKind.Truncated, "the pickle ends in the middle", position);
            var info = OpcodeInfo.Of(pickle[position]);
            Show(info, position, pickle[(position + 1)..(position + (int)size)]);
            position += (int)size;
            if (info.Code == Opcode.Stop) break;
        }
        Line($"highest protocol among opcodes = {_protocol}");
        if (_stack.Count > 0) throw Error(PickleErrorKind.Malformed, "something is left on the stack", position - 1);
    }

    void Show(OpcodeInfo info, long position, ReadOnlySpan<byte> argument)
    {
        _protocol = Math.Max(_protocol, info.Protocol);
        var line = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{position,5}: {Code(info.Code),-4} ").Append(' ', IndentSize * Math.Min(_marks.Count, MaxIndents)).Append(info.Name);
        var takes = info.Takes;
        string? error = null, note = null;
        if (info.TakesMark || (info.Code == Opcode.Pop && _stack is [.., true]))
        {
            if (_marks.TryPop(out var mark))
            {
                note = $"(MARK at {mark})";
                var from = _stack.LastIndexOf(true);
                _stack.RemoveRange(from, _stack.Count - from);
                if (info.Code == Opcode.Pop) takes = 0;
            }
            else error = note = "no MARK exists on stack";
        }
        var shown = Argument(info, argument, position);
        error ??= FollowMemo(info, argument, ref note);
        if (shown is not null || note is not null) line.Append(' ', Math.Max(0, NameWidth - info.Name.Length));
        if (shown is not null) line.Append(' ').Append(shown);
        if (note is not null) line.Append(' ').Append(note);
        Line(line.ToString());
        if (error is not null) throw Error(PickleErrorKind.Malformed, error, position);
        if (_stack.Count < takes) throw Error(PickleErrorKind.Malformed, $"tries to pop {takes} items from stack with only {_stack.Count} items", position);
        _stack.RemoveRange(_stack.Count - takes, takes);
        if (info.Gives < 0) _marks.Push(position);
        for (var i = 0; i < Math.Abs(info.Gives); i++) _stack.Add(info.Gives < 0);
    }

    string? FollowMemo(OpcodeInfo info, ReadOnlySpan<byte> argument, ref string? note)
    {
        switch (info.Code)
        {
            case Opcode.Put or Opcode.BinPut or Opcode.LongBinPut or Opcode.Memoize:
                var index = info.Code == Opcode.Memoize ? _memo.Count : Index(info.Code, argument);
                if (info.Code == Opcode.Memoize) note = $"(as {index})";
                if (_memo.Contains(index)) return $"memo key {(info.Code == Opcode.Memoize ? "None" : index)} already defined";
                if (_stack.Count == 0) return "stack is empty -- can't store into memo";
                if (_stack[^1]) return "can't store markobject in the memo";
                _memo.Add(index);
                return null;
            case Opcode.Get or Opcode.BinGet or Opcode.LongBinGet when !_memo.Contains(Index(info.Code, argument)):
                return $"memo key {Index(info.Code, argument)} has never been stored into";
            default:
                return null;
        }
    }

    static long Index(byte code, ReadOnlySpan<byte> argument) => code switch
    {
        Opcode.Get or Opcode.Put => Text.Index(argument),
        Opcode.BinGet or Opcode.BinPut => argument[0],
        _ => BinaryPrimitives.ReadUInt32LittleEndian(argument),
    };

    static string? Argument(OpcodeInfo info, ReadOnlySpan<byte> bytes, long position)
    {
        try
        {
            // Of what is counted, the count is not shown.
            return Argument(info.Argument, info.Argument is ArgumentForm.Long1 or ArgumentForm.Latin1 or ArgumentForm.Utf8 or ArgumentForm.Bytes or ArgumentForm.ByteArray
                ? bytes[(OpcodeSize.Head(info.Code) - 1)..]
                : bytes);
        }
        catch (PickleException error) when (error.Offset is null)
        {
            throw new PickleException(error.Kind, error.Text, position, error);
        }
    }

    static string? Argument(ArgumentForm form, ReadOnlySpan<byte> bytes) => form switch
    {
        ArgumentForm.Int => Text.Int(bytes) is bool flag ? flag ? "True" : "False" : Number(Text.Int(bytes)),
        ArgumentForm.Long => Number(Text.Long(bytes)),
        ArgumentForm.Int32 => Number(BinaryPrimitives.ReadInt32LittleEndian(bytes)),
        ArgumentForm.Unsigned => Number(new BigInteger(bytes, isUnsigned: true)),
        ArgumentForm.Long1 => Number(Whole(bytes)),
        ArgumentForm.Float => PythonText.Of(BinaryPrimitives.ReadDoubleBigEndian(bytes)),
        ArgumentForm.FloatText => PythonText.Of(Text.Float(bytes)),
        ArgumentForm.Quoted => PythonText.Of(Text.Ascii(Text.Quoted(bytes))),
        ArgumentForm.Latin1 => PythonText.Of(Encoding.Latin1.GetString(bytes)),
        ArgumentForm.RawUnicode => PythonText.Of(Text.RawUnicode(bytes)),
        ArgumentForm.Utf8 => PythonText.Of(Text.Utf8(bytes)),
        ArgumentForm.Bytes => PythonText.Of(bytes),
        ArgumentForm.ByteArray => $"bytearray({PythonText.Of(bytes)})",
        ArgumentForm.Line => PythonText.Of(Text.Ascii(bytes)),
        ArgumentForm.TwoLines => PythonText.Of(Text.Utf8(bytes[..^1]).Replace('\n', ' ')),
        _ => null,
    };

    static BigInteger Whole(ReadOnlySpan<byte> bytes) => bytes.Length <= 2048
        ? new(bytes)
        : throw new PickleException(PickleErrorKind.Limit, "an int is too long to be shown");

    static string Number(object number) => string.Create(CultureInfo.InvariantCulture, $"{number}");

    static string Code(byte code) => code < 0x7f ? ((char)code).ToString() : $"\\x{code:x2}";

    void Line(string text)
    {
        output.Write(text);
        output.Write('\n');
    }

    static PickleException Error(PickleErrorKind kind, string message, long position) => new(kind, message, position);
}
