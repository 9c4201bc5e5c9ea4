using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Belay;

/// <summary>
/// What the coroutines of a loop need at hand while they run: the strand that is running, and frames for reuse. A thread knows its
/// executor, and nothing else: to look up something of a thread's costs more than all the rest of a short call.
/// </summary>
internal sealed partial class Executor
{
    /// <summary>Those whose loops have ended. Their frames are good for other loops.</summary>
    static readonly Stack<Executor> s_spares = new();

    Strand? _strand;
    FramePool?[] _pools = [];

    Executor(DebugChecks? checks)
    {
        Checks = checks;
        Unpooled = new FramePool(this, keeps: false);
    }

    /// <summary>Told of each frame that is made; in debug mode, in which none is used twice.</summary>
    internal DebugChecks? Checks { get; }

    /// <summary>For frames that are too rare to be kept.</summary>
    internal FramePool Unpooled { get; }

    /// <summary>The strand that runs; in a callback, one that no task owns.</summary>
    internal Strand? Strand
    {
        get => _strand;
        set
        {
            // Here and elsewhere on the way of every step: a write that changes nothing is left out, because the GC's barrier costs more
            // than the comparison.
            if (!ReferenceEquals(_strand, value)) _strand = value;
        }
    }

    /// <summary>Whether a loop has it. Another thread may be told what was true a moment before.</summary>
    internal bool IsInUse { get; private set; }

    internal static Executor Rent(DebugChecks? checks)
    {
        var executor = checks is null ? TakeSpare() : null;
        executor ??= new Executor(checks);
        executor.IsInUse = true;
        return executor;
    }

    static Executor? TakeSpare()
    {
        lock (s_spares) return s_spares.TryPop(out var spare) ? spare : null;
    }

    /// <summary>Its loop has ended.</summary>
    internal static void Return(Executor executor)
    {
        Debug.Assert(executor._strand is null);
        executor.IsInUse = false;
        if (executor.Checks is not null) return;
        lock (s_spares)
        {
            if (s_spares.Count < Environment.ProcessorCount) s_spares.Push(executor);
        }
    }

    /// <summary>The frames of one type.</summary>
    /// <param name="index">That type's number; see <see cref="FramePool.NewIndex"/>.</param>
    internal FramePool PoolAt(int index)
    {
        if (index >= _pools.Length) Array.Resize(ref _pools, Math.Max(index + 1, _pools.Length * 2));
        return _pools[index] ??= new FramePool(this, keeps: Checks is null);
    }
}
