using System.Globalization;

namespace Belay.Pickling;

/// <summary>An enum whose underlying numbers are the values in Python: <c>Color(1)</c>.</summary>
sealed class EnumConverter<T>(string module, string name) : PickleConverter<T>(module, name) where T : struct, Enum
{
    protected override T Create(PickleArguments arguments)
    {
        arguments.Expect(1, 1);
        var number = arguments[0] as long? ?? throw new PickleException($"{Global} has values that are numbers here, and this is {Describe.Value(arguments[0])}");
        var value = (T)Enum.ToObject(typeof(T), number);
        var isFlags = typeof(T).IsDefined(typeof(FlagsAttribute), inherit: false);
        return Convert.ToInt64(value, CultureInfo.InvariantCulture) == number && (isFlags || Enum.IsDefined(value))
            ? value
            : throw new PickleException($"{Global} has no member of the value {number} here");
    }

    protected override PickleReduction Reduce(T value) => PickleReduction.Call(Global, Convert.ToInt64(value, CultureInfo.InvariantCulture));
}
