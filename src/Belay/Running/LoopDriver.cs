using System.Runtime.CompilerServices;

namespace Belay;

/// <summary>Gives a loop its thread. The loop is plain data; who runs its turns, and what happens when there is nothing to do, is decided here.</summary>
internal abstract class LoopDriver
{
    /// <summary>Runs turns until the future is done and its callbacks have been called. What interrupts the loop comes out of here.</summary>
    internal abstract ValueTask RunUntil(Future future);

    /// <summary>
    /// Becomes true when the future is done and those that waited before have been told. Each run has its own: an interrupt may leave one behind, which must
    /// not end the next.
    /// </summary>
    private protected static StrongBox<bool> WatchFor(EventLoop loop, Future future)
    {
        var end = new StrongBox<bool>();
        future.AddCallback(new Continuation(loop, null, () => end.Value = true));
        return end;
    }

    /// <summary>Work has come for a loop that sleeps. From any thread; called once for each sleep.</summary>
    internal abstract void Wake();

    /// <summary>As Wake, on a thread that has nothing else to do and may become the loop's.</summary>
    internal virtual void WakeHere() => Wake();

    /// <summary>What waits for descriptors on the loop's thread; null if it has none of its own, or the system has no such thing.</summary>
    internal virtual Poller? GetPoller() => null;

    /// <summary>The loop is closed.</summary>
    internal virtual void Close() { }
}
