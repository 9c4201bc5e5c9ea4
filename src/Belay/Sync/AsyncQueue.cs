using System.Diagnostics.CodeAnalysis;

namespace Belay;

/// <summary>Hands items from tasks to tasks, first in, first out. asyncio.Queue. Not thread-safe.</summary>
/// <remarks>
/// <para>Who waits is served in the order of arrival. An item stays in the queue until the getter that was woken for it runs, and a newcomer may take
/// it first; then the getter waits on, behind the others. No item and no wake-up is lost to a cancellation.</para>
/// <para>What need not wait works where no loop runs. For waiting it belongs to the loop whose tasks were the first to wait for it.</para>
/// </remarks>
public class AsyncQueue<T>
{
    readonly ItemStore<T> _items;

    /// <summary>Set while all items that were put in are done.</summary>
    readonly AsyncEvent _allDone = new();

    long _unfinished;

    internal SpareFrame<GetFrame<T>> SpareGet;

    internal SpareFrame<PutFrame<T>> SparePut;

    /// <summary>Makes one.</summary>
    /// <param name="maxSize">How many items it holds at the most; 0 or less: any number.</param>
    public AsyncQueue(int maxSize = 0) : this(maxSize, new FifoStore<T>()) { }

    internal AsyncQueue(int maxSize, ItemStore<T> items)
    {
        MaxSize = maxSize;
        _items = items;
        Putters = new WaitQueue(sharesLoopWith: Getters);
        _allDone.Set();
    }

    internal WaitQueue Getters { get; } = new();

    internal WaitQueue Putters { get; }

    /// <summary>How many items it holds at the most; 0 or less: any number. asyncio: maxsize.</summary>
    public int MaxSize { get; }

    /// <summary>How many items it holds. asyncio: qsize.</summary>
    public int Count => _items.Count;

    /// <summary>Whether it holds none. asyncio: empty.</summary>
    public bool IsEmpty => _items.Count == 0;

    /// <summary>Whether there is no place for another item. asyncio: full.</summary>
    public bool IsFull => MaxSize > 0 && _items.Count >= MaxSize;

    /// <summary>Whether <see cref="Shutdown"/> was called.</summary>
    public bool IsShutDown { get; private set; }

    /// <summary>Waits until there is place, and puts it in. Does not give up the turn if there is. Cancelled, it has put in nothing. asyncio: put.</summary>
    /// <exception cref="QueueShutDownException">The queue is shut down, or is while it waits.</exception>
    /// <exception cref="InvalidOperationException">No loop runs here, or tasks of another loop have waited for this queue.</exception>
    public Coro PutAsync(T item) => PutFrame<T>.Make(this, item);

    /// <summary>Puts it in if there is place. asyncio: put_nowait.</summary>
    /// <returns>False if the queue is full.</returns>
    /// <exception cref="QueueShutDownException">The queue is shut down.</exception>
    public bool TryPut(T item)
    {
        if (IsShutDown) throw new QueueShutDownException();
        if (IsFull) return false;
        _items.Add(item);
        _unfinished++;
        _allDone.Clear();
        Getters.WakeNext();
        return true;
    }

    /// <summary>Waits until there is an item, and takes it. Does not give up the turn if there is. Cancelled, it has taken none. asyncio: get.</summary>
    /// <exception cref="QueueShutDownException">The queue is shut down and empty, or is while it waits.</exception>
    /// <exception cref="InvalidOperationException">No loop runs here, or tasks of another loop have waited for this queue.</exception>
    public Coro<T> GetAsync() => GetFrame<T>.Make(this);

    /// <summary>Takes an item if there is one. asyncio: get_nowait.</summary>
    /// <returns>False if the queue is empty.</returns>
    /// <exception cref="QueueShutDownException">The queue is shut down and empty.</exception>
    public bool TryGet([MaybeNullWhen(false)] out T item)
    {
        if (IsEmpty)
        {
            if (IsShutDown) throw new QueueShutDownException();
            item = default;
            return false;
        }
        item = _items.Take();
        Putters.WakeNext();
        return true;
    }

    /// <summary>Says that an item taken earlier has been dealt with; for <see cref="JoinAsync"/>. asyncio: task_done.</summary>
    /// <exception cref="InvalidOperationException">Called more often than items were put in.</exception>
    public void TaskDone()
    {
        if (_unfinished <= 0) throw new InvalidOperationException("TaskDone was called more often than items were put into the queue. Call it once for each item that was taken.");
        if (--_unfinished == 0) _allDone.Set();
    }

    /// <summary>Waits until <see cref="TaskDone"/> has been called for each item that was put in. Does not give up the turn if it has. asyncio: join.</summary>
    /// <exception cref="InvalidOperationException">No loop runs here, or tasks of another loop have waited for this.</exception>
    public Coro JoinAsync() => _allDone.WaitAsync();

    /// <summary>
    /// Lets no more items in: those who wait to put one get a <see cref="QueueShutDownException"/>, as does who tries from now on. Getters get
    /// what is left, then the exception. asyncio: shutdown.
    /// </summary>
    /// <param name="immediate">Items that are left are dropped, and count as done.</param>
    public void Shutdown(bool immediate = false)
    {
        IsShutDown = true;
        if (immediate)
        {
            for (; !IsEmpty; _items.Take())
                if (_unfinished > 0) _unfinished--;
            if (_unfinished == 0) _allDone.Set();
        }
        Getters.WakeAll();
        Putters.WakeAll();
    }

    /// <summary>Takes items until the queue is shut down and empty: for <c>await foreach</c>. Turns are given up only to wait for an item.</summary>
    /// <remarks>
    /// Several may read at once; each item goes to one of them. A token given to it is looked at before each item; a task that waits
    /// for one is cancelled by cancelling the task.
    /// </remarks>
    public IAsyncEnumerable<T> ReadAllAsync() => new QueueReader<T>(this);
}
