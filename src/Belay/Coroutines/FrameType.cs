using System.Runtime.CompilerServices;

namespace Belay;

/// <summary>A type of frames that are kept for reuse; each executor has a pool of them.</summary>
internal sealed class FrameType<TFrame> where TFrame : Frame
{
    readonly int _index = FramePool.NewIndex();

    // To find an executor's pool takes longer than all else that a short call needs, and mostly one loop runs: it is found here at once.
    FramePool? _recent;

    /// <summary>From this thread's executor.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal TFrame? TryRent()
    {
        var pool = _recent;
        if (pool is null || !pool.Executor!.IsNear) pool = FindPool();
        return Unsafe.As<TFrame?>(pool?.TryRent());     // sound: the pool holds nothing else
    }

    internal FramePool PoolIn(Executor executor) => executor.PoolAt(_index);

    [MethodImpl(MethodImplOptions.NoInlining)]
    FramePool? FindPool()
    {
        if (Executor.Current is not { } executor) return null;
        var pool = PoolIn(executor);
        // Not from another loop that runs: the two would take it from each other all the time.
        if (pool.Keeps && _recent is not { Executor.IsInUse: true }) _recent = pool;
        return pool;
    }
}
