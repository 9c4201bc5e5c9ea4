using System.Collections;
using System.Globalization;
using System.Numerics;

namespace Belay.Pickling;

/// <summary>How the types of the fixed table are written that have no instructions of their own.</summary>
static class Reductions
{
    static readonly string[] _uuidNames = ["int"];

    /// <summary>Null if the type is not in the table.</summary>
    public static PickleReduction? Of(object value, Pickler pickler) => value switch
    {
        DateTime or DateTimeOffset or DateOnly or TimeOnly or TimeSpan or PyDateTime or PyTime or PyTimeZone => Dates.Reduce(value, pickler),
        decimal number => PickleReduction.Call(Known.Decimal, number.ToString(CultureInfo.InvariantCulture)),
        PyDecimal number => PickleReduction.Call(Known.Decimal, number.Text),
        Complex number => PickleReduction.Call(Known.Complex, number.Real, number.Imaginary),
        Guid guid => PickleReduction.Object(Known.Uuid, _uuidNames, [Number(guid)]),
        PyPath path => PickleReduction.Call(Known.Path(path.Kind), path.Text),
        FileSystemInfo file => PickleReduction.Call(Known.Path(PyPathKind.Path), file.FullName),
        IEnumerable items when Deques.Is(value.GetType()) => OfDeque(items, Deques.MaxLength(items)),
        IDictionary items when IsOrdered(value.GetType()) => PickleReduction.Call(Known.OrderedDict, PyTuple.Empty, pairs: Pairs(items)),
        _ => null,
    };

    public static PickleReduction OfDict(PyDict dict) => dict switch
    {
        PyDefaultDict { Factory: var factory } => PickleReduction.Call(Known.DefaultDict, factory is null ? PyTuple.Empty : [factory], pairs: dict),
        PyCounter => PickleReduction.Call(Known.Counter, new PyDict(dict)),
        PyOrderedDict => PickleReduction.Call(Known.OrderedDict, PyTuple.Empty, pairs: dict),
        _ => throw new PickleException(PickleErrorKind.NotPicklable, $"{dict.GetType()} is a dict of your own: give it a converter"),
    };

    static PickleReduction OfDeque(IEnumerable items, int? maxLength) =>
        PickleReduction.Call(Known.Deque, maxLength is null ? PyTuple.Empty : [PyTuple.Empty, (long)maxLength], items: items.Cast<object?>());

    static object Number(Guid guid) => Text.Shortest(new BigInteger(guid.ToByteArray(bigEndian: true), isUnsigned: true, isBigEndian: true));

    static bool IsOrdered(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(OrderedDictionary<,>);

    static IEnumerable<KeyValuePair<object?, object?>> Pairs(IDictionary items)
    {
        foreach (DictionaryEntry pair in items) yield return new(pair.Key, pair.Value);
    }
}
