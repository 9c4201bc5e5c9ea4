namespace Belay.Pickling;

/// <summary>Python's pickle: reads and writes the objects of a program with all their references, also those that form rings. The module pickle.</summary>
/// <remarks>
/// <para>For keeping a program's own state, and for moving it from Python; not for exchanging data: use JSON or another format that others define too.</para>
/// <para>Loading runs no code of the pickle's: it makes plain data and objects of classes that were registered. It ends in a result or in a
/// <see cref="PickleException"/>, whatever the bytes are, and within <see cref="PickleLimits"/>.</para>
/// <para>From any thread. What is written must not change meanwhile.</para>
/// </remarks>
public static partial class Pickle
{
    /// <summary>Reads a pickle. What comes after it is not looked at. pickle.loads.</summary>
    /// <exception cref="PickleException">It cannot be read.</exception>
    public static object? Loads(ReadOnlySpan<byte> pickle, PickleOptions? options = null)
    {
        using var machine = new Unpickler(options ?? PickleOptions.Default);
        Run(machine, pickle);
        return machine.Result;
    }

    /// <summary>Reads a pickle as a type: a simple one, a class that is registered, or a collection (see <see cref="PickleShapes"/>). pickle.loads.</summary>
    /// <exception cref="PickleException">It cannot be read, or is not of that type.</exception>
    public static T Loads<T>(ReadOnlySpan<byte> pickle, PickleOptions? options = null)
    {
        using var machine = new Unpickler(options ?? PickleOptions.Default);
        Run(machine, pickle);
        return machine.ResultAs<T>();
    }

    /// <summary>Writes an object and all it refers to. pickle.dumps.</summary>
    /// <exception cref="PickleException">There is something among it that Belay.Pickle does not know how to write.</exception>
    public static byte[] Dumps(object? value, PickleOptions? options = null)
    {
        using var pickler = NewPickler(options);
        return pickler.Write(value).ToArray();
    }

    static void Run(Unpickler machine, ReadOnlySpan<byte> pickle)
    {
        if (machine.Advance(pickle, out _) > 0) throw machine.Truncated();
    }

    static Pickler NewPickler(PickleOptions? options) => new((options ?? PickleOptions.Default).Checked());
}
