namespace Belay;

/// <summary>The wait would never end: tasks and locks wait for each other in a ring. The message names it, task by task and lock by lock.</summary>
/// <param name="message">The ring, in words.</param>
public sealed class DeadlockException(string message) : InvalidOperationException(message);
