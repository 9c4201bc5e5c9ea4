using System.Collections.Concurrent;

namespace Belay;

/// <summary>What arrives from other threads, and whether the loop has to be woken for it.</summary>
internal sealed class Inbox
{
    readonly ConcurrentQueue<IReady> _items = new();
    int _filled;
    int _idle;

    /// <summary>True if nobody is at work on the loop, so that the caller has to wake it. From any thread.</summary>
    internal bool PostFromAnyThread(IReady item)
    {
        _items.Enqueue(item);
        // In this order, and with full fences: TrySleep does the opposite, so that one of the two sees the other.
        Volatile.Write(ref _filled, 1);
        return Interlocked.Exchange(ref _idle, 0) == 1;
    }

    internal bool IsFilled => Volatile.Read(ref _filled) != 0;

    /// <summary>Moves everything into the queue, in the order of arrival.</summary>
    internal void Drain(ReadyQueue ready)
    {
        // Cleared first: what is posted from now on fills it again.
        Interlocked.Exchange(ref _filled, 0);
        while (_items.TryDequeue(out var item)) ready.Enqueue(item);
    }

    /// <summary>The loop has nothing to do. False if something has arrived meanwhile, and nobody else is about to wake it for that.</summary>
    internal bool TrySleep()
    {
        Interlocked.Exchange(ref _idle, 1);
        return !IsFilled || !TryWake();
    }

    /// <summary>Takes the mark of sleep away. True for exactly one caller, who then sees to it that the loop goes on. From any thread.</summary>
    internal bool TryWake() => Interlocked.Exchange(ref _idle, 0) == 1;
}
