using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Belay;

/// <summary>
/// A stack of coroutine frames that is run as one: from the innermost, which waits for something, to the root, whose result its
/// owner takes. This half knows frames only; <see cref="TaskStrand"/> adds the loop and cancellation.
/// </summary>
internal abstract class Strand
{
    /// <summary>
    /// A failure is thrown through so many frames that could not see it, for the sake of its trace. Then it skips them: each throw copies
    /// the trace so far, which in deep recursion would take for ever.
    /// </summary>
    const int MaxThrown = 100;

    /// <summary>The frame that is resumed first.</summary>
    internal Frame? Innermost;

    /// <summary>What it waits for; null or a <see cref="YieldWait"/> while it runs or before it has.</summary>
    internal IWait? Wait;

    /// <summary>Thrown, in the place of its own outcome, by the await that is resumed now.</summary>
    internal Exception? Injected
    {
        get;
        set
        {
            if (value is null != field is null) Interlocked.Add(ref s_injected, value is null ? -1 : 1);
            field = value;
        }
    }

    /// <summary>
    /// How many strands have one, in all the process. It is set and taken by one thread, for which a 0 here is the truth: an ordinary
    /// await asks only this, and does not look for its strand.
    /// </summary>
    static int s_injected;

    /// <summary>An inner coroutine that is to begin when the native stack has been unwound.</summary>
    Frame? _postponed;

    /// <summary>The strand that runs on this thread; in a callback, one that no task owns. Null where no loop runs.</summary>
    internal static Strand? Current
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Executor.Current?.Strand;
    }

    internal static Strand CurrentOrThrow => Executor.Current?.Strand ?? throw Misuse.NoLoop();

    /// <summary>A cancellation was to be delivered, and was not: it is kept for the next await.</summary>
    private protected abstract void KeepRequest();

    /// <summary>Whether a turn given up now would come back at once, because nobody else wants it: then the step goes on.</summary>
    private protected abstract bool MayGoOn();

    /// <summary>Puts it into the ready queue.</summary>
    internal abstract void Wake();

    /// <summary>Gives the frames that wait, which code that is not Belay's has just awaited, a strand of their own.</summary>
    internal abstract void Detach(Frame root, Action continuation);

    /// <summary>The same for something that such code awaits directly.</summary>
    internal abstract void Detach(IWait wait, Action continuation);

    /// <summary>Calls code that is not Belay's in the next turn.</summary>
    internal abstract void OnNextTurn(Action continuation);

    /// <summary>The wait for an awaiter that is not Belay's.</summary>
    internal abstract ForeignWait RentForeignWait();

    /// <summary>The exception that the await which is resumed now ends with, if not with its own outcome.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Exception? TakeInjected() => s_injected == 0 ? null : Current?.TakeOwnInjected();

    /// <summary>What an await that is not Belay's begins with when it is resumed by a <see cref="MoveNextCopy{TStateMachine}"/>.</summary>
    [StackTraceHidden]
    internal static void ThrowInjected()
    {
        if (TakeInjected() is { } injected) Rethrow.Now(injected);
    }

    Exception? TakeOwnInjected()
    {
        var injected = Injected;
        Injected = null;
        return injected;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Suspend(Frame frame, IWait wait)
    {
        frame.State = FrameState.Suspended;
        frame.TakesFailures = false;
        if (!ReferenceEquals(Innermost, frame)) Innermost = frame;
        if (!ReferenceEquals(Wait, wait)) Wait = wait;
    }

    internal void Postpone(Frame frame)
    {
        Innermost = frame;
        _postponed = frame;
    }

    /// <summary>Whether there is such a coroutine; another strand takes it over.</summary>
    internal bool TakePostponed()
    {
        var postponed = _postponed is not null;
        _postponed = null;
        return postponed;
    }

    /// <summary>Resumes the innermost frame, then each parent as its child finishes. The root if that has finished, else null.</summary>
    /// <param name="injected">What the await that it is suspended at throws, in the place of its own outcome: an exception, or an <see cref="UnseenCancellation"/>.</param>
    /// <param name="slot">Where that await's awaiter lies, if it is not one of Belay's.</param>
    protected Frame? Run(object? injected, AwaiterSlot? slot)
    {
        var frame = Innermost!;
        if (injected is null) frame.Resume();
        else if (frame.State == FrameState.Owned || !frame.CanObserve) frame.Fail(injected);
        else if (slot is not null) slot.ResumeThrowing(frame, UnseenCancellation.AsException(injected));
        else
        {
            Injected = UnseenCancellation.AsException(injected);
            frame.Resume();
        }
        if (TakeOwnInjected() is not null) KeepRequest();      // the await did not ask for it: the next one will
        return GoOn(frame);
    }

    /// <summary>The rest of the step in which this frame has just been run.</summary>
    protected Frame? GoOn(Frame frame)
    {
        var thrown = 0;
        while (true)
        {
            if (frame.State == FrameState.Suspended)
            {
                if (_postponed is { } next)
                {
                    _postponed = null;
                    frame = next;
                }
                else if (Wait == YieldWait.Instance && MayGoOn())
                    frame = Innermost!;     // and it keeps its Wait, which mostly is the next one too and cannot be cancelled anyway
                else return null;
                frame.Resume();
                continue;
            }
            if (frame.Parent is not { } parent) return frame;
            if (frame.FailureAsItIs is { } failure && !parent.CanObserve && (UnseenCancellation.IsCancellation(failure) || ++thrown > MaxThrown))
            {
                // Nothing in the parent could see the exception but the compiler's own handler, which would hand it on:
                // a throw less, which is about 2 µs.
                frame.Recycle();
                parent.Fail(failure);
            }
            else parent.Resume();
            frame = parent;
        }
    }
}
