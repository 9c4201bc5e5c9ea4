namespace Belay.Analyzers;

/// <summary>How a coroutine runs, as seen from the one that makes it. What is greater is the more independent.</summary>
enum Relation
{
    /// <summary>As a part of the same task.</summary>
    Runs,

    /// <summary>As a task that is waited for there.</summary>
    Gathers,

    /// <summary>As the child of a group, or as a group's body.</summary>
    InGroup,

    /// <summary>As a task of its own: detached, or of another owner.</summary>
    Beside,
}
