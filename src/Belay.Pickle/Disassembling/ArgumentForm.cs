namespace Belay.Pickling;

/// <summary>What an instruction's argument is, for a disassembly.</summary>
enum ArgumentForm
{
    None,

    /// <summary>A number as text, or a bool.</summary>
    Int,

    /// <summary>A number as text, with an L.</summary>
    Long,

    /// <summary>Four bytes with a sign.</summary>
    Int32,

    /// <summary>Some bytes without a sign.</summary>
    Unsigned,

    /// <summary>Some bytes in two's complement, counted.</summary>
    Long1,

    Float,
    FloatText,
    Quoted,
    Latin1,
    RawUnicode,
    Utf8,
    Bytes,
    ByteArray,
    Line,
    TwoLines,
}
