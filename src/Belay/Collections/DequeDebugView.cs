using System.Diagnostics;

namespace Belay;

/// <summary>What a debugger shows of a deque: its items.</summary>
internal sealed class DequeDebugView<T>(Deque<T> deque)
{
    [DebuggerBrowsable(DebuggerBrowsableState.RootHidden)]
    public T[] Items => [.. deque];
}
