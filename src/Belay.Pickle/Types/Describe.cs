using System.Numerics;

namespace Belay.Pickling;

/// <summary>Values in the words of Python, for messages. Never their contents: those are somebody's data.</summary>
static class Describe
{
    public static string Value(object? value) => value switch
    {
        null => "None",
        bool => "a bool",
        long or int or BigInteger => "an int",
        double => "a float",
        string => "a str",
        byte[] => "bytes",
        List<byte> => "a bytearray",
        List<object?> => "a list",
        PyTuple => "a tuple",
        PyDict => "a dict",
        HashSet<object?> => "a set",
        PickledObject pickled => $"an object of {pickled.Callable}",
        _ => $"a {value.GetType().Name}",
    };
}
