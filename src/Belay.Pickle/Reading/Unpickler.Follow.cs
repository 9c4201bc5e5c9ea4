using System.Buffers.Binary;

namespace Belay.Pickling;

/// <content>The instructions.</content>
sealed partial class Unpickler
{
    LineSearch _lineSearch;

    long Follow(ReadOnlySpan<byte> data)
    {
        _available = _offset + data.Length;
        while (!data.IsEmpty)
        {
            var opcode = data[0];
            long size = OpcodeSize.IfFixed(opcode);
            if (size == 0) size = OpcodeSize.Of(data, ref _lineSearch);
            if (size > data.Length)
            {
                CheckLength(size);
                return size;
            }
            if (size == 0) throw Malformed($"there is no opcode 0x{opcode:x2}");
            if (opcode == Opcode.Stop)
            {
                Stop();
                _offset++;
                return 0;
            }
            FollowOften(opcode, data[1..(int)size]);
            data = data[(int)size..];
            _offset += size;
        }
        return 1;
    }

    /// <summary>Those that pickles are full of. With all the others beside them each would take twice the time.</summary>
    void FollowOften(byte opcode, ReadOnlySpan<byte> argument)
    {
        switch (opcode)
        {
            case Opcode.BinInt1: Push(SmallInts.Box(argument[0])); break;
            case Opcode.BinInt2: Push(SmallInts.Box(BinaryPrimitives.ReadUInt16LittleEndian(argument))); break;
            case Opcode.BinInt: PushInt(BinaryPrimitives.ReadInt32LittleEndian(argument)); break;
            case Opcode.Memoize: Remember(); break;
            case Opcode.ShortBinUnicode: PushText(argument[1..]); break;
            case Opcode.BinGet: Recall(argument[0]); break;
            case Opcode.BinPut: Remember(argument[0]); break;
            case Opcode.BinFloat: PushFloat(BinaryPrimitives.ReadDoubleBigEndian(argument)); break;
            case Opcode.None: Push(null); break;
            case Opcode.NewTrue: Push(SmallInts.True); break;
            case Opcode.NewFalse: Push(SmallInts.False); break;
            case Opcode.Mark: Mark(); break;
            default: FollowSeldom(opcode, argument); break;
        }
    }

    void FollowSeldom(byte opcode, ReadOnlySpan<byte> argument)
    {
        switch (opcode)
        {
            case Opcode.EmptyList: PushMade(new List<object?>(), 56); break;
            case Opcode.EmptyDict: PushMade(new PyDict(), 56); break;
            case Opcode.EmptyTuple: Push(PyTuple.Empty, 1); break;
            case Opcode.EmptySet: PushMade(new HashSet<object?>(PyEqualityComparer.Instance), 72); break;
            case Opcode.Append: Append(_count - 1); break;
            case Opcode.Appends: Append(PopMark()); break;
            case Opcode.SetItem: SetItems(_count - 2); break;
            case Opcode.SetItems: SetItems(PopMark()); break;
            case Opcode.AddItems: AddItems(PopMark()); break;
            case Opcode.Tuple1: MakeTuple(_count - 1); break;
            case Opcode.Tuple2: MakeTuple(_count - 2); break;
            case Opcode.Tuple3: MakeTuple(_count - 3); break;
            case Opcode.Tuple: MakeTuple(PopMark()); break;
            case Opcode.List: MakeList(PopMark()); break;
            case Opcode.Dict: MakeDict(PopMark()); break;
            case Opcode.FrozenSet: MakeFrozenSet(PopMark()); break;
            case Opcode.StackGlobal: StackGlobal(); break;
            case Opcode.Global: Push(Find(argument)); break;
            case Opcode.NewObj: NewObject(hasKeywords: false); break;
            case Opcode.NewObjEx: NewObject(hasKeywords: true); break;
            case Opcode.Reduce: Reduce(); break;
            case Opcode.Build: Build(); break;
            case Opcode.Inst: Instance(Find(argument), PopMark()); break;
            case Opcode.Obj: InstanceOnStack(PopMark()); break;
            case Opcode.LongBinGet: Recall(BinaryPrimitives.ReadUInt32LittleEndian(argument)); break;
            case Opcode.LongBinPut: Remember(BinaryPrimitives.ReadUInt32LittleEndian(argument)); break;
            case Opcode.Get: Recall(Text.Index(argument)); break;
            case Opcode.Put: Remember(Text.Index(argument)); break;
            case Opcode.BinUnicode: PushText(argument[4..]); break;
            case Opcode.BinUnicode8: PushText(argument[8..]); break;
            case Opcode.ShortBinBytes: PushBytes(argument[1..]); break;
            case Opcode.BinBytes: PushBytes(argument[4..]); break;
            case Opcode.BinBytes8: PushBytes(argument[8..]); break;
            case Opcode.ByteArray8: PushByteArray(argument[8..]); break;
            case Opcode.ShortBinString: PushPython2String(argument[1..]); break;
            case Opcode.BinString: PushPython2String(argument[4..]); break;
            case Opcode.Long1: PushLong(argument[1..]); break;
            case Opcode.Long4: PushLong(argument[4..]); break;
            case Opcode.Frame: Frame(BinaryPrimitives.ReadUInt64LittleEndian(argument)); break;
            case Opcode.Proto: Protocol(argument[0]); break;
            case Opcode.Pop: Pop(); break;
            case Opcode.PopMark: _count = PopMark(); break;
            case Opcode.Dup: Duplicate(); break;
            case Opcode.Int: PushNumber(Text.Int(argument)); break;
            case Opcode.Long: PushNumber(Text.Long(argument)); break;
            case Opcode.Float: PushFloat(Text.Float(argument)); break;
            case Opcode.Unicode: PushString(Text.RawUnicode(argument)); break;
            case Opcode.String: PushPython2String(Text.Quoted(argument)); break;
            case Opcode.PersId: PersistentLoad(Text.Ascii(argument)); break;
            case Opcode.BinPersId: PersistentLoad(PopValue()); break;
            case Opcode.Ext1: Extension(argument[0]); break;
            case Opcode.Ext2: Extension(BinaryPrimitives.ReadUInt16LittleEndian(argument)); break;
            case Opcode.Ext4: Extension(BinaryPrimitives.ReadInt32LittleEndian(argument)); break;
            case Opcode.NextBuffer: NextBuffer(); break;
            case Opcode.ReadOnlyBuffer: ReadOnlyBuffer(); break;
        }
    }

    void Protocol(byte version)
    {
        if (version > MaxProtocol) throw Malformed($"protocol {version} is not known: the highest is {MaxProtocol}");
        _protocol = version;
    }

    public static bool IsPossibleFrame(ulong length) => length <= long.MaxValue / 2;

    void Frame(ulong length)
    {
        if (!IsPossibleFrame(length)) throw Malformed("a frame is longer than anything can be");
        _frameEnd = _offset + Opcode.FrameHead + (long)length;
    }

    void CheckLength(long size)
    {
        if (size - 16 > _options.Limits.MaxLength) throw TooLong();
    }

    PickleException TooLong() => Limit($"a string, bytes or a number takes more than the {_options.Limits.MaxLength:N0} bytes of PickleLimits.MaxLength");

    void Stop()
    {
        var result = PopValue();
        _loading.Finish();
        Result = result;
    }
}
