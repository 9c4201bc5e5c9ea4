namespace Belay.Pickling;

/// <summary>What becomes of classes and functions in a pickle that are not registered. In no case is anything called.</summary>
public enum UnknownGlobals
{
    /// <summary>Loading ends with an <see cref="UnknownGlobalException"/>.</summary>
    Throw,

    /// <summary>They are loaded as <see cref="PickledGlobal"/>, and what they would make as <see cref="PickledObject"/>: to be looked at and written back.</summary>
    Keep,
}
