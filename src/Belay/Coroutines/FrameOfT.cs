using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Belay;

/// <summary>A frame with a result.</summary>
internal abstract class Frame<T> : Frame
{
    internal T Result = default!;

    internal void SetResult(T result)
    {
        Result = result;
        State = FrameState.Succeeded;
    }

    internal void SetException(Exception failure)
    {
        FailureAsItIs = failure;
        State = FrameState.Failed;
    }

    /// <summary>The result, or its exception thrown. The frame is recycled.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    [StackTraceHidden]
    internal T Take(int version)
    {
        CheckVersion(version);
        if (State != FrameState.Succeeded) ThrowFailure();
        var result = Result;
        Recycle();
        return result;
    }

    /// <summary>As Take, but a failure is returned.</summary>
    internal Exception? TryTake(int version, out T result)
    {
        CheckVersion(version);
        if (State < FrameState.Succeeded) throw Misuse.NotFinished();
        result = Result;
        var failure = Failure;
        Recycle();
        return failure;
    }

    [StackTraceHidden]
    internal sealed override void TakeVoid() => Take(Version);

    internal sealed override Exception? TryTakeVoid(int version) => TryTake(version, out _);

    [StackTraceHidden]
    void ThrowFailure()
    {
        if (State != FrameState.Failed) throw Misuse.NotFinished();
        var failure = Failure!;
        Recycle();
        Rethrow.Now(failure);
    }
}
