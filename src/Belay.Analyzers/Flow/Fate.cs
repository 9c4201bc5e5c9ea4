namespace Belay.Analyzers;

/// <summary>What code does with a value.</summary>
enum Fate
{
    /// <summary>Nothing: it is a statement of its own, or goes to a discard.</summary>
    Dropped,

    /// <summary>It is awaited.</summary>
    Awaited,

    /// <summary>It is returned, or is the value of a lambda.</summary>
    Returned,

    /// <summary>It is an argument for a parameter marked <c>[TakesOwnership]</c>.</summary>
    Owned,

    /// <summary>It is another argument.</summary>
    Argument,

    /// <summary>It goes into a local variable, and nowhere else.</summary>
    Local,

    /// <summary>It goes into a field or a property, and nowhere else.</summary>
    Member,

    /// <summary>Something of it is called or read.</summary>
    Receiver,

    /// <summary>It is made text.</summary>
    Text,

    /// <summary>Anything else, of which the rules know nothing.</summary>
    Other,
}
