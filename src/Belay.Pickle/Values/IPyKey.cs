namespace Belay.Pickling;

/// <summary>
/// A class whose Equals and GetHashCode are safe to be called with whatever a pickle made: they end, and take little stack. Those of
/// other classes might follow references round a ring, so as keys they are compared by identity.
/// </summary>
internal interface IPyKey;
