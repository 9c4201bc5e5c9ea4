using System.Runtime.CompilerServices;

namespace Belay;

/// <summary>Which thread runs it.</summary>
internal sealed partial class Executor
{
    /// <summary>
    /// Coroutines that begin inside each other use up native stack; past so many bytes the step begins the next one itself. It is half of
    /// what .NET's check of the stack vouches for.
    /// </summary>
    const int NearBytes = 64 * 1024;

    [ThreadStatic]
    static Executor? t_current;

    /// <summary>Where in a thread's stack its turn has begun; 0 between turns.</summary>
    nuint _stackTop;

    bool _hasStack;

    /// <summary>This thread's. Null where no loop runs.</summary>
    internal static Executor? Current
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => t_current;
        private set => t_current = value;
    }

    internal static Executor CurrentOrThrow => Current ?? throw Misuse.NoLoop();

    /// <summary>
    /// Whether the code that asks is run by it, and not so deep in the stack that no more coroutines should begin inside each other. This
    /// compares addresses, for no other thread's stack is where this turn's is: to ask the thread who it is takes longer than all the rest
    /// of a short call.
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

    /// <summary>Only what is the thread's own: by now another may have entered.</summary>
    internal static void LeaveThread() => Current = null;

    internal unsafe void BeginTurn()
    {
        byte here;
        if (_hasStack) _stackTop = (nuint)(&here);
    }

    /// <summary>While it is still this thread's.</summary>
    internal void EndTurn() => _stackTop = 0;
}
