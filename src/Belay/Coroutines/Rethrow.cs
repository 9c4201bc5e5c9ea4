using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace Belay;

/// <summary>Throws an exception that has been thrown before or is shared, without losing its stack.</summary>
internal static class Rethrow
{
    // Its frames in a trace say where a throw began: CoroutineTrace counts them, so it must stay a method of its own.
    [MethodImpl(MethodImplOptions.NoInlining)]
    [DoesNotReturn]
    [StackTraceHidden]
    internal static void Now(Exception failure)
    {
        (failure as CancelledException)?.Trace.OnThrow();
        ExceptionDispatchInfo.Throw(failure);
        throw new UnreachableException();
    }
}
