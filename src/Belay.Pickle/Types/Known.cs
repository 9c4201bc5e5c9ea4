namespace Belay.Pickling;

/// <summary>Those of the fixed table that reading and writing know by name.</summary>
static class Known
{
    // What copyreg's own functions make depends on their arguments and on what is registered, so the reader does it.
    public static readonly PickledGlobal Reconstructor = Find("copyreg", "_reconstructor");
    public static readonly PickledGlobal NewObject = Find("copyreg", "__newobj__");
    public static readonly PickledGlobal NewObjectWithKeywords = Find("copyreg", "__newobj_ex__");
    public static readonly PickledGlobal GetAttribute = Find("builtins", "getattr");
    public static readonly PickledGlobal ObjectClass = Find("builtins", "object");
    public static readonly PickledGlobal TupleClass = Find("builtins", "tuple");

    public static readonly PickledGlobal ByteArray = Find("builtins", "bytearray");
    public static readonly PickledGlobal Bytes = Find("builtins", "bytes");
    public static readonly PickledGlobal Complex = Find("builtins", "complex");
    public static readonly PickledGlobal Encode = Find("_codecs", "encode");
    public static readonly PickledGlobal FrozenSet = Find("builtins", "frozenset");
    public static readonly PickledGlobal Set = Find("builtins", "set");

    public static readonly PickledGlobal Counter = Find("collections", "Counter");
    public static readonly PickledGlobal DefaultDict = Find("collections", "defaultdict");
    public static readonly PickledGlobal Deque = Find("collections", "deque");
    public static readonly PickledGlobal OrderedDict = Find("collections", "OrderedDict");

    public static readonly PickledGlobal Date = Find("datetime", "date");
    public static readonly PickledGlobal DateTime = Find("datetime", "datetime");
    public static readonly PickledGlobal Time = Find("datetime", "time");
    public static readonly PickledGlobal TimeDelta = Find("datetime", "timedelta");
    public static readonly PickledGlobal TimeZone = Find("datetime", "timezone");

    public static readonly PickledGlobal Decimal = Find("decimal", "Decimal");
    public static readonly PickledGlobal Uuid = Find("uuid", "UUID");

    public static PickledGlobal Path(PyPathKind kind) => Find("pathlib", kind.ToString());

    static PickledGlobal Find(string module, string name) => Builtins.Find(module, name)!;
}
