using System.Collections.Frozen;
using System.Numerics;

namespace Belay.Pickling;

/// <summary>The fixed table: the classes and functions of Python's own that a pickle may name. What they make is plain data.</summary>
static partial class Builtins
{
    static readonly FrozenDictionary<(string Module, string Name), PickledGlobal> _table = All().ToFrozenDictionary(global => (global.Module, global.Name));

    public static PickledGlobal? Find(string module, string name) => _table.GetValueOrDefault((module, name));

    static IEnumerable<PickledGlobal> All() =>
    [
        .. BuiltinClasses(),
        .. Collections(),
        .. Dates(),
        new("decimal", "Decimal", MakeDecimal),
        new("uuid", "UUID", static _ => Guid.Empty),
        new("uuid", "SafeUUID", static arguments => arguments[0]),
        .. PathClasses("pathlib"),
        .. PathClasses("pathlib._local"),      // where CPython 3.13 has them
        .. PathClasses("pathlib._types"),
    ];

    static IEnumerable<PickledGlobal> BuiltinClasses() =>
    [
        new("builtins", "complex", static arguments =>
        {
            arguments.Expect(0, 2);
            return new Complex(arguments.Count > 0 ? arguments.Get<double>(0) : 0, arguments.Count > 1 ? arguments.Get<double>(1) : 0);
        }),
        new("builtins", "bytearray", MakeByteArray),
        new("builtins", "bytes", MakeBytes),
        new("builtins", "set", static arguments => MakeSet(arguments)),
        new("builtins", "frozenset", static arguments => new PyFrozenSet(MakeSet(arguments))),
        new("builtins", "list", static arguments => MakeList(arguments)),
        new("builtins", "dict", static arguments => FillDict(new PyDict(), arguments)),
        new("builtins", "tuple", static arguments => new PyTuple([.. MakeList(arguments)])),
        // As values: the factory of a defaultdict, say.
        .. new[] { "int", "float", "str", "bool", "object", "type" }.Select(name => new PickledGlobal("builtins", name, null)),
        new("builtins", "getattr", null),
        new("copyreg", "_reconstructor", null),
        new("copyreg", "__newobj__", null),
        new("copyreg", "__newobj_ex__", null),
        new("_codecs", "encode", EncodeText),
    ];

    static object MakeByteArray(PickleArguments arguments)
    {
        arguments.Expect(0, 2);
        return MakeBytes(arguments) is byte[] bytes ? new List<byte>(bytes) : throw new PickleException("a bytearray is made of bytes");
    }

    static object MakeBytes(PickleArguments arguments)
    {
        arguments.Expect(0, 2);
        byte[] bytes = arguments.Count == 0 ? [] : arguments[0] switch
        {
            byte[] given => given,
            List<byte> given => [.. given],
            string text when arguments.Count == 2 => Latin1(text),
            var other => throw new PickleException($"bytes are made of bytes, not of {Describe.Value(other)}"),
        };
        arguments.Loading.Charge(56 + (2L * bytes.Length));
        return bytes;
    }

    // How protocols 0 to 2 write bytes.
    static object EncodeText(PickleArguments arguments)
    {
        arguments.Expect(1, 2);
        if (arguments.Count < 2 || arguments[1] is not ("latin1" or "latin-1")) throw new PickleException("only text in latin1 is encoded");
        return Latin1(arguments.Get<string>(0));
    }

    static byte[] Latin1(string text)
    {
        var bytes = new byte[text.Length];
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] = text[i] <= byte.MaxValue ? (byte)text[i] : throw new PickleException("the text is not Latin-1");
        }
        return bytes;
    }
}
