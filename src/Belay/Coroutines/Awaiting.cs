using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Belay;

/// <summary>What the awaiters share: the source is a frame of that version or, if that is 0, null or something to wait for.</summary>
[StackTraceHidden]
internal static class Awaiting
{
    /// <summary>A yield was awaited where no loop runs, since the process began.</summary>
    static bool s_yieldedOutside;

    internal static bool IsDone(object? source)
    {
        if (source == YieldWait.Instance) return false;
        if (source is null || ((IWait)source).IsDone) return true;
        // Here, where the error comes out of the await. In OnCompleted it would be nobody's and end the process.
        if (Strand.Current is null) throw Misuse.NoLoop();
        return false;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Suspend(object? source, int version, Frame frame)
    {
        if (version != 0) Unsafe.As<Frame>(source)!.SuspendParent(frame);
        else frame.Strand.Suspend(frame, (IWait)source!);
    }

    internal static void Take(Frame frame, int version)
    {
        frame.CheckVersion(version);
        frame.TakeVoid();
    }

    internal static void Take(object? source)
    {
        if (source is null) return;
        if (Strand.TakeInjected() is { } injected) Rethrow.Now(injected);
        if (source != YieldWait.Instance) ((IWait)source).Take();
        else if (s_yieldedOutside && Strand.Current is null) throw Misuse.NoLoop();
    }

    internal static T Take<T>(object source)
    {
        if (Strand.TakeInjected() is { } injected) Rethrow.Now(injected);
        return ((IWait<T>)source).Take();
    }

    /// <summary>Ends an await, but what it failed with is returned.</summary>
    internal static Exception? TryTake(object? source, int version)
    {
        if (version != 0) return Unsafe.As<Frame>(source)!.TryTakeVoid(version);
        return source is null ? null : Strand.TakeInjected() ?? ((IWait)source).TryTake();
    }

    /// <inheritdoc cref="TryTake(object?, int)"/>
    /// <param name="source">What was awaited.</param>
    /// <param name="version">Its version.</param>
    /// <param name="value">Gets the result, unless there is no source: then it is there already.</param>
    internal static Exception? TryTake<T>(object? source, int version, ref T value)
    {
        if (version != 0) return Unsafe.As<Frame<T>>(source)!.TryTake(version, out value);      // sound: it came in a Coro<T>
        if (source is null) return null;
        var failure = Strand.TakeInjected() ?? ((IWait)source).TryTake();
        if (failure is null) value = ((IWait<T>)source).Take();
        return failure;
    }

    /// <summary>Someone who is no coroutine awaits it: an async Task method on the loop, say.</summary>
    internal static void OnCompleted(object? source, int version, Action continuation)
    {
        ArgumentNullException.ThrowIfNull(continuation);
        if (Strand.Current is not { } strand)
        {
            // Only a yield comes so far without a loop: to ask for it each time would be a good part of what a yield costs.
            s_yieldedOutside = true;
            ThreadPool.QueueUserWorkItem(static continuation => continuation(), continuation, preferLocal: true);
            return;
        }
        if (version != 0) strand.Detach(Unsafe.As<Frame>(source)!, continuation);
        else if (source is IWait wait) strand.Detach(wait, continuation);
        else strand.OnNextTurn(continuation);
    }
}
