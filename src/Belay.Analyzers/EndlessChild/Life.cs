namespace Belay.Analyzers.EndlessChild;

/// <summary>How long a coroutine lives that nobody cancels. What is greater ends later.</summary>
enum Life
{
    /// <summary>It ends, or how should the rule know.</summary>
    Ends,

    /// <summary>It ends when a queue is shut down.</summary>
    UntilShutDown,

    /// <summary>It has a loop without a way out.</summary>
    Endless,
}
