namespace Belay.Pickling;

/// <summary>How a class of Python's wants to be given its attributes. Loading knows by itself; writing has to know.</summary>
public enum PickleLayout
{
    /// <summary>As a dict: plain classes and dataclasses.</summary>
    Attributes,

    /// <summary>As slots: classes with __slots__, dataclasses with slots=True.</summary>
    Slots,

    /// <summary>As a list, in the order of the fields: dataclasses with frozen=True and slots=True.</summary>
    Fields,

    /// <summary>As arguments, in the order of the fields: NamedTuples.</summary>
    NamedTuple,
}
