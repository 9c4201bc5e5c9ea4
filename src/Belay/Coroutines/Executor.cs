using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Belay;

/// <summary>
/// What the coroutines of a loop need at hand while they run: the strand that is running, and frames for reuse. A thread knows its
/// executor, and nothing else: to look up something of a thread's costs more than all the rest of a short call.
/// </summary>
internal sealed class Executor
{
    /// <summary>
    /// Coroutines that begin inside each other use up native stack; past so many bytes the step begins the next one itself. It is half of
    /// what .NET's check of the stack vouches for.
    /// </summary>
    const int NearBytes = 64 * 1024;

    [ThreadStatic]
    static Executor? t_current;

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

    /// <summary>This thread's. Null where no loop runs.</summary>
    internal static Executor? Current
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => t_current;
        private set => t_current = value;
    }

    internal static Executor CurrentOrThrow
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => t_current ?? throw Misuse.NoLoop();
    }

    /// <summary>Where in a thread's stack its turn has begun; 0 between turns.</summary>
    nuint _stackTop;

    bool _hasStack;

    /// <summary>
    /// Whether the code that asks is run by it, and not so deep in the stack that no more coroutines should begin inside each other. This
    /// compares addresses: no other thread's stack is where this turn's is, and to ask the thread who it is would take longer than all the rest.
    /// </summary>
    internal unsafe bool IsNear
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        [SkipLocalsInit]
        get
        {
            byte here;
            return _stackTop - (nuint)(&here) < NearBytes;
        }
    }

    /// <summary>Whether this thread runs it.</summary>
    internal bool IsHere
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => IsNear || Current == this;
    }

    /// <summary>This thread is its own until <see cref="LeaveThread"/>.</summary>
    internal void EnterThread()
    {
        Current = this;
        _hasStack = RuntimeHelpers.TryEnsureSufficientExecutionStack();
    }

    /// <summary>By now another thread may have entered.</summary>
    internal static void LeaveThread() => Current = null;

    internal unsafe void BeginTurn()
    {
        byte here;
        if (_hasStack) _stackTop = (nuint)(&here);
    }

    /// <summary>While it is still this thread's.</summary>
    internal void EndTurn() => _stackTop = 0;

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
