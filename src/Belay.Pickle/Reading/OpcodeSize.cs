using System.Buffers.Binary;

namespace Belay.Pickling;

/// <summary>How many bytes an instruction takes, of which only the first may be known yet.</summary>
static class OpcodeSize
{
    const byte Unknown = 0;
    const byte Lines = 1;       // of text: one, or two for those that name a global
    const byte Fixed = 2;
    const byte Counted = 3;     // a number of bytes, and then as many

    static readonly (byte Kind, byte Head)[] _forms = MakeForms();

    static readonly byte[] _fixed = [.. _forms.Select(form => form.Kind == Fixed ? form.Head : (byte)0)];

    /// <summary>The size of one that always has the same; 0: look at <see cref="Of"/>.</summary>
    public static int IfFixed(byte opcode) => _fixed[opcode];

    /// <summary>The size in bytes with the opcode; more than there are if that is not known yet: then so many are needed to know more. 0: there is no such opcode.</summary>
    /// <remarks>A length of more than an int can be is given as long.MaxValue or near it.</remarks>
    /// <param name="data">What is there of it and after it.</param>
    /// <param name="search">Of an instruction that was not there as a whole before: what came of that.</param>
    public static long Of(ReadOnlySpan<byte> data, ref LineSearch search)
    {
        var (kind, head) = _forms[data[0]];
        if (kind == Fixed) return head;
        if (kind == Unknown) return 0;
        if (kind == Lines) return search.Go(data, head);
        if (data.Length < head) return head;
        var arguments = data[1..];
        var length = head switch
        {
            2 => arguments[0],
            5 => BinaryPrimitives.ReadUInt32LittleEndian(arguments),
            _ => BinaryPrimitives.ReadUInt64LittleEndian(arguments),
        };
        return length > long.MaxValue - 16 ? long.MaxValue : head + (long)length;
    }

    /// <summary>How many of those bytes come before the counted ones.</summary>
    public static int Head(byte opcode) => _forms[opcode].Head;

    static (byte, byte)[] MakeForms()
    {
        var forms = new (byte, byte)[256];
        Set(Fixed, 1, Opcode.Mark, Opcode.Stop, Opcode.Pop, Opcode.PopMark, Opcode.Dup, Opcode.None, Opcode.BinPersId, Opcode.Reduce, Opcode.Append, Opcode.Build,
            Opcode.Dict, Opcode.EmptyDict, Opcode.Appends, Opcode.List, Opcode.EmptyList, Opcode.Obj, Opcode.SetItem, Opcode.Tuple, Opcode.EmptyTuple, Opcode.SetItems,
            Opcode.NewObj, Opcode.Tuple1, Opcode.Tuple2, Opcode.Tuple3, Opcode.NewTrue, Opcode.NewFalse, Opcode.EmptySet, Opcode.AddItems, Opcode.FrozenSet,
            Opcode.NewObjEx, Opcode.StackGlobal, Opcode.Memoize, Opcode.NextBuffer, Opcode.ReadOnlyBuffer);
        Set(Fixed, 2, Opcode.BinInt1, Opcode.BinGet, Opcode.BinPut, Opcode.Proto, Opcode.Ext1);
        Set(Fixed, 3, Opcode.BinInt2, Opcode.Ext2);
        Set(Fixed, 5, Opcode.BinInt, Opcode.LongBinGet, Opcode.LongBinPut, Opcode.Ext4);
        Set(Fixed, 9, Opcode.BinFloat, Opcode.Frame);
        Set(Counted, 2, Opcode.ShortBinString, Opcode.ShortBinBytes, Opcode.ShortBinUnicode, Opcode.Long1);
        Set(Counted, 5, Opcode.BinString, Opcode.BinUnicode, Opcode.BinBytes, Opcode.Long4);
        Set(Counted, 9, Opcode.BinUnicode8, Opcode.BinBytes8, Opcode.ByteArray8);
        Set(Lines, 1, Opcode.Float, Opcode.Int, Opcode.Long, Opcode.PersId, Opcode.String, Opcode.Unicode, Opcode.Get, Opcode.Put);
        Set(Lines, 2, Opcode.Global, Opcode.Inst);
        return forms;

        void Set(byte kind, byte head, params ReadOnlySpan<byte> opcodes)
        {
            foreach (var opcode in opcodes) forms[opcode] = (kind, head);
        }
    }
}
