namespace Belay.Pickling;

/// <summary>How pickles are read and written.</summary>
public sealed record PickleOptions
{
    /// <summary>As Python does it when nothing is said: protocol 5, no persistent ids, buffers in the pickle.</summary>
    public static PickleOptions Default { get; } = new();

    /// <summary>The protocol to write, 2 to 5. Python 3.4 reads 4, Python 3.8 reads 5. Reading takes any, 0 to 5.</summary>
    public int Protocol { get; init; } = 5;

    /// <summary>The classes that may be in a pickle.</summary>
    public PickleTypes Types { get; init; } = PickleTypes.Default;

    /// <summary>On reading: what becomes of those that are not registered.</summary>
    public UnknownGlobals UnknownGlobals { get; init; }

    /// <summary>On reading: what a pickle may take.</summary>
    public PickleLimits Limits { get; init; } = PickleLimits.Default;

    /// <summary>On reading protocols 0 to 2: what Python 2's strings are.</summary>
    public Python2Strings Python2Strings { get; init; }

    /// <summary>On writing: gives the id of an object that is to stay outside of the pickle, or null for one that goes into it. Pickler.persistent_id.</summary>
    public Func<object, object?>? PersistentId { get; init; }

    /// <summary>On reading: gives the object of such an id. Unpickler.persistent_load.</summary>
    public Func<object?, object?>? PersistentLoad { get; init; }

    /// <summary>On writing with protocol 5: takes a buffer that is to stay outside of the pickle, and returns true; false puts it into the pickle.
    /// The argument buffer_callback, whose result is the opposite.</summary>
    public Func<PickleBuffer, bool>? TakeBuffer { get; init; }

    /// <summary>On reading: the buffers that were taken, in the same order. The argument buffers.</summary>
    public IEnumerable<PickleBuffer>? Buffers { get; init; }

    /// <summary>On reading: the classes that extension codes stand for, by code. copyreg's registry.</summary>
    public IReadOnlyDictionary<int, PickledGlobal>? Extensions { get; init; }

    internal PickleOptions Checked()
    {
        if (Protocol is < 2 or > 5)
            throw new ArgumentOutOfRangeException(nameof(Protocol), Protocol, "Written are protocols 2 to 5; all Pythons since 3.8 read 5. (Read are 0 to 5, whatever is set here.)");
        return this;
    }
}
