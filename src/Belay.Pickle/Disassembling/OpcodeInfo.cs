namespace Belay.Pickling;

/// <summary>What a disassembly says of an instruction: its name, the protocol that has brought it, how it shows its argument, and what it does to the stack.</summary>
/// <param name="Code">The byte.</param>
/// <param name="Name">As pickletools calls it.</param>
/// <param name="Protocol">The first that has it.</param>
/// <param name="Argument">How it is shown.</param>
/// <param name="Takes">How many values it takes from the stack, those above a mark not counted.</param>
/// <param name="TakesMark">Whether one of them is the last mark, with all that is above it.</param>
/// <param name="Gives">How many values it puts there; -1: a mark.</param>
readonly record struct OpcodeInfo(byte Code, string Name, int Protocol, ArgumentForm Argument, int Takes, bool TakesMark, int Gives)
{
    static readonly OpcodeInfo[] _all =
    [
        new(0x49, "INT", 0, ArgumentForm.Int, 0, false, 1),
        new(0x4a, "BININT", 1, ArgumentForm.Int32, 0, false, 1),
        new(0x4b, "BININT1", 1, ArgumentForm.Unsigned, 0, false, 1),
        new(0x4d, "BININT2", 1, ArgumentForm.Unsigned, 0, false, 1),
        new(0x4c, "LONG", 0, ArgumentForm.Long, 0, false, 1),
        new(0x8a, "LONG1", 2, ArgumentForm.Long1, 0, false, 1),
        new(0x8b, "LONG4", 2, ArgumentForm.Long1, 0, false, 1),
        new(0x53, "STRING", 0, ArgumentForm.Quoted, 0, false, 1),
        new(0x54, "BINSTRING", 1, ArgumentForm.Latin1, 0, false, 1),
        new(0x55, "SHORT_BINSTRING", 1, ArgumentForm.Latin1, 0, false, 1),
        new(0x42, "BINBYTES", 3, ArgumentForm.Bytes, 0, false, 1),
        new(0x43, "SHORT_BINBYTES", 3, ArgumentForm.Bytes, 0, false, 1),
        new(0x8e, "BINBYTES8", 4, ArgumentForm.Bytes, 0, false, 1),
        new(0x96, "BYTEARRAY8", 5, ArgumentForm.ByteArray, 0, false, 1),
        new(0x97, "NEXT_BUFFER", 5, ArgumentForm.None, 0, false, 1),
        new(0x98, "READONLY_BUFFER", 5, ArgumentForm.None, 1, false, 1),
        new(0x4e, "NONE", 0, ArgumentForm.None, 0, false, 1),
        new(0x88, "NEWTRUE", 2, ArgumentForm.None, 0, false, 1),
        new(0x89, "NEWFALSE", 2, ArgumentForm.None, 0, false, 1),
        new(0x56, "UNICODE", 0, ArgumentForm.RawUnicode, 0, false, 1),
        new(0x8c, "SHORT_BINUNICODE", 4, ArgumentForm.Utf8, 0, false, 1),
        new(0x58, "BINUNICODE", 1, ArgumentForm.Utf8, 0, false, 1),
        new(0x8d, "BINUNICODE8", 4, ArgumentForm.Utf8, 0, false, 1),
        new(0x46, "FLOAT", 0, ArgumentForm.FloatText, 0, false, 1),
        new(0x47, "BINFLOAT", 1, ArgumentForm.Float, 0, false, 1),
        new(0x5d, "EMPTY_LIST", 1, ArgumentForm.None, 0, false, 1),
        new(0x61, "APPEND", 0, ArgumentForm.None, 2, false, 1),
        new(0x65, "APPENDS", 1, ArgumentForm.None, 1, true, 1),
        new(0x6c, "LIST", 0, ArgumentForm.None, 0, true, 1),
        new(0x29, "EMPTY_TUPLE", 1, ArgumentForm.None, 0, false, 1),
        new(0x74, "TUPLE", 0, ArgumentForm.None, 0, true, 1),
        new(0x85, "TUPLE1", 2, ArgumentForm.None, 1, false, 1),
        new(0x86, "TUPLE2", 2, ArgumentForm.None, 2, false, 1),
        new(0x87, "TUPLE3", 2, ArgumentForm.None, 3, false, 1),
        new(0x7d, "EMPTY_DICT", 1, ArgumentForm.None, 0, false, 1),
        new(0x64, "DICT", 0, ArgumentForm.None, 0, true, 1),
        new(0x73, "SETITEM", 0, ArgumentForm.None, 3, false, 1),
        new(0x75, "SETITEMS", 1, ArgumentForm.None, 1, true, 1),
        new(0x8f, "EMPTY_SET", 4, ArgumentForm.None, 0, false, 1),
        new(0x90, "ADDITEMS", 4, ArgumentForm.None, 1, true, 1),
        new(0x91, "FROZENSET", 4, ArgumentForm.None, 0, true, 1),
        new(0x30, "POP", 0, ArgumentForm.None, 1, false, 0),
        new(0x32, "DUP", 0, ArgumentForm.None, 1, false, 2),
        new(0x28, "MARK", 0, ArgumentForm.None, 0, false, -1),
        new(0x31, "POP_MARK", 1, ArgumentForm.None, 0, true, 0),
        new(0x67, "GET", 0, ArgumentForm.Int, 0, false, 1),
        new(0x68, "BINGET", 1, ArgumentForm.Unsigned, 0, false, 1),
        new(0x6a, "LONG_BINGET", 1, ArgumentForm.Unsigned, 0, false, 1),
        new(0x70, "PUT", 0, ArgumentForm.Int, 0, false, 0),
        new(0x71, "BINPUT", 1, ArgumentForm.Unsigned, 0, false, 0),
        new(0x72, "LONG_BINPUT", 1, ArgumentForm.Unsigned, 0, false, 0),
        new(0x94, "MEMOIZE", 4, ArgumentForm.None, 1, false, 1),
        new(0x82, "EXT1", 2, ArgumentForm.Unsigned, 0, false, 1),
        new(0x83, "EXT2", 2, ArgumentForm.Unsigned, 0, false, 1),
        new(0x84, "EXT4", 2, ArgumentForm.Int32, 0, false, 1),
        new(0x63, "GLOBAL", 0, ArgumentForm.TwoLines, 0, false, 1),
        new(0x93, "STACK_GLOBAL", 4, ArgumentForm.None, 2, false, 1),
        new(0x52, "REDUCE", 0, ArgumentForm.None, 2, false, 1),
        new(0x62, "BUILD", 0, ArgumentForm.None, 2, false, 1),
        new(0x69, "INST", 0, ArgumentForm.TwoLines, 0, true, 1),
        new(0x6f, "OBJ", 1, ArgumentForm.None, 0, true, 1),
        new(0x81, "NEWOBJ", 2, ArgumentForm.None, 2, false, 1),
        new(0x92, "NEWOBJ_EX", 4, ArgumentForm.None, 3, false, 1),
        new(0x80, "PROTO", 2, ArgumentForm.Unsigned, 0, false, 0),
        new(0x2e, "STOP", 0, ArgumentForm.None, 1, false, 0),
        new(0x95, "FRAME", 4, ArgumentForm.Unsigned, 0, false, 0),
        new(0x50, "PERSID", 0, ArgumentForm.Line, 0, false, 1),
        new(0x51, "BINPERSID", 1, ArgumentForm.None, 1, false, 1),
    ];

    static readonly OpcodeInfo?[] _byCode = ByCode();

    public static OpcodeInfo Of(byte code) => _byCode[code] ?? throw new ArgumentOutOfRangeException(nameof(code));

    static OpcodeInfo?[] ByCode()
    {
        var byCode = new OpcodeInfo?[256];
        foreach (var info in _all) byCode[info.Code] = info;
        return byCode;
    }
}
