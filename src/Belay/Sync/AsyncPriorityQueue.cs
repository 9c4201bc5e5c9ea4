namespace Belay;

/// <summary>A queue from which the least item is taken first; equal ones leave in the order they came. asyncio.PriorityQueue.</summary>
/// <inheritdoc path="/remarks"/>
public sealed class AsyncPriorityQueue<T> : AsyncQueue<T>
{
    /// <summary>Makes one.</summary>
    /// <param name="maxSize">How many items it holds at the most; 0 or less: any number.</param>
    /// <param name="comparer">What the least is; null: by their own comparison. What it throws leaves the call that put the item in or took it out, and nothing is changed.</param>
    public AsyncPriorityQueue(int maxSize = 0, IComparer<T>? comparer = null) : base(maxSize, new PriorityStore<T>(comparer)) { }
}
