namespace Belay.Pickling;

/// <summary>Why a pickle was not read, or an object not written.</summary>
public enum PickleErrorKind
{
    /// <summary>The bytes are no pickle: an unknown opcode, a number that is none, an item of a stack that is empty.</summary>
    Malformed,

    /// <summary>The bytes end before the pickle does.</summary>
    Truncated,

    /// <summary>It names a class or function that is not registered. Always an <see cref="UnknownGlobalException"/>.</summary>
    UnknownGlobal,

    /// <summary>It is more than a <see cref="PickleLimits"/> allows.</summary>
    Limit,

    /// <summary>A value cannot be what is asked for: a string where an int belongs, a date past the year 9999, a state without a place for an attribute.</summary>
    Value,

    /// <summary>It needs a persistent id, an extension code or an out-of-band buffer that the options do not give.</summary>
    Missing,

    /// <summary>On writing: Belay.Pickle does not know how to write an object of that type.</summary>
    NotPicklable,
}
